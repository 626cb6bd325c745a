import { expect, it } from 'vitest';
import { shortDivisionName } from './division-names.ts';

it.each([
  ['内蒙古自治区', '内蒙古'], ['新疆维吾尔自治区', '新疆'], ['香港特别行政区', '香港'], ['佛山市', '佛山'], ['文山壮族苗族自治州', '文山'], ['克孜勒苏柯尔克孜自治州', '克孜勒苏'],
  ['长白朝鲜族自治县', '长白'], ['东乡族自治县', '东乡族'], ['浦东新区', '浦东'], ['神农架林区', '神农架'], ['管城回族区', '管城'], ['塔城地区', '塔城'], ['忠县', '忠县'], ['锡林郭勒盟', '锡林郭勒'],
])('shortens %s to %s', (name, short) => expect(shortDivisionName(name)).toBe(short));
