import { BarList } from '#web/chart/BarList.tsx';
import { CompositionBar } from '#web/chart/CompositionBar.tsx';
import { LineChart } from '#web/chart/LineChart.tsx';
import { Sparkline } from '#web/chart/Sparkline.tsx';
import { actorColours, actorTypes, OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import type { RegionValue } from '#web/map/map-data.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useSay } from './sample.ts';

const values: RegionValue[] = ['44', '32', '33', '31', '11', '37', '41', '42', '43', '51', '35', '61', '34', '21', '12'].map((code, index) => ({ id: `cn:${code}0000`, value: Math.round(420 / (index + 1)) }));
values.push({ id: 'cn:650000', value: null }, { id: 'cn:540000', value: 3, suppressed: true });
const points = Array.from({ length: 60 }, (_, index) => ({
  id: String(index),
  name: `样例 ${index}`,
  longitude: 113.2 + Math.sin(index * 2.1) * 2.4 + (index % 3) * 3,
  latitude: 23.1 + Math.cos(index * 1.7) * 1.6 + (index % 5) * 2,
  group: index % 3 ? 'enterprise' : 'research',
}));

export function GalleryMaps() {
  const say = useSay();
  const text = useText();
  const counts = [142, 21, 9, 6, 18];
  return (
    <>
      <ChinaMap
        title={say('样例组织在哪里', 'Where the sample organisations are')}
        level="provinces"
        values={values}
        unit={say('家', 'firms')}
        points={points}
        groups={[
          { key: 'enterprise', label: text('web.actor.enterprise'), colour: actorColours.enterprise, shape: 'circle' },
          { key: 'research', label: text('web.actor.research'), colour: actorColours.research, shape: 'triangle' },
        ]}
        summary={say('15 个省份有样例组织，1 个隐去；另有 22 个没有坐标，未落图。', '15 provinces hold sample organisations, 1 is hidden; 22 more have no coordinates and are not drawn.')}
        source={say('样例数据', 'Sample data')}
        above={<div className="card-body"><CompositionBar label={say('构成', 'Composition')} parts={actorTypes.map((type, index) => ({ key: type, label: text(`web.actor.${type}`), value: counts[index] ?? 0, colour: actorColours[type], mark: <OrganisationMark type={type} bare /> }))} /></div>}
      />
      <div className="columns">
        <Card title={say('研发经费支出', 'R&D spending')} note={say('亿元', 'CNY 100 M')} caption={say('2019、2020 未注明', '2019 and 2020 not stated')}>
          <LineChart label={say('研发经费支出', 'R&D spending')} points={[{ period: '2018', value: 37.95 }, { period: '2019', value: null }, { period: '2020', value: null }, { period: '2021', value: 77.28 }]} />
        </Card>
        <Card title={say('成员最多的城市', 'Cities with most members')} note={<Sparkline label={say('逐年增加', 'rising')} values={[2, 3, 3, 5, 8, 9]} />}>
          <BarList label={say('成员数', 'Members')} bars={[{ key: '1', label: '样例市 A', value: 58 }, { key: '2', label: '样例市 B', value: 46 }, { key: '3', label: '样例市 C', value: 26 }, { key: '4', label: '样例市 D', value: null }]} />
        </Card>
      </div>
    </>
  );
}
