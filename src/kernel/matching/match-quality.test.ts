import { describe, expect, it } from 'vitest';
import { firmsFile, labelledSet, namesFile } from '../../../test/matching/labelled-names.ts';
import { countModel, measureQuality } from '../../../test/matching/match-quality.ts';
import { describeWithShared } from '../../../test/shared.ts';
import { matchSettings } from './match-settings.ts';

const sizes = { tuning: 8000, heldOut: 5000 };
const share = (value: number): string => `${(value * 100).toFixed(2)} %`;

describeWithShared('quality of matching on renamed and perturbed real names', [namesFile, firmsFile], () => {
  const found = measureQuality(labelledSet(1, sizes.heldOut));

  it('matches hardly anything wrongly and misses little, on the half that no setting has seen', () => {
    console.info(
      `held out, ${found.questions} questions: precision of automatic matches ${share(found.precision)}, recall with unsure ${share(found.recall)}, `
      + `settled without a person ${share(found.settled)}, absent ones left alone ${share(found.leftAlone)}`,
    );
    expect(found.precision).toBeGreaterThanOrEqual(0.98);
    expect(found.recall).toBeGreaterThanOrEqual(0.9);
    expect(found.settled).toBeGreaterThanOrEqual(0.6);
  });

  it('never matches a numbered sister, a branch or another brand by itself', () => {
    expect(found.wrong.filter(({ question }) => /numbered|branch|otherBrand/u.test(question.kind)).map(({ question, answer }) => [question.subject, answer])).toEqual([]);
  });

  it('weighs as the tuning half counts', () => {
    const counted = countModel(labelledSet(0, sizes.tuning));
    const close = (found: number, set: number): void => expect(Math.abs(found - set), `${found} | ${set}`).toBeLessThanOrEqual(0.03 * set + 2e-4);
    close(counted.lambda, matchSettings.model.lambda);
    for (const side of ['m', 'u'] as const) counted[side].forEach((row, at) => row.forEach((value, level) => close(value, matchSettings.model[side][at]?.[level] ?? 0)));
  });
});

describe('settings', () => {
  it('are distributions', () => {
    for (const row of [...matchSettings.model.m, ...matchSettings.model.u]) expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 1);
  });
});
