import { fault, type Fields } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { columnOf, type Matrix } from '../stats/matrix.ts';
import { componentNames, dynamicShiftShare, industryComponentNames, shiftShare, shiftShareByIndustry, type ShiftShareForm, type TwoTimes } from './shift-share.ts';

const forms = ['Dunn', 'Esteban', 'Gerfin'] as const;
const formOf = (params: Fields): ShiftShareForm => params.choice('method', forms, 'Dunn');

/** Refuses what has no shares; warns of industries that begin in the region, and of those that appear in the region before the nation has them. */
function checked(times: TwoTimes, form: ShiftShareForm, warnings: string[]): TwoTimes {
  const { region1, region2, nation1, nation2 } = times;
  const all = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  if ([region1, region2, nation1, nation2].some((values) => values.some((value) => value < 0))) fault('input must not hold negative numbers');
  if (!(all(region1) > 0) || !(all(nation1) > 0)) fault('input.region1 and input.nation1 must hold a positive number');
  if (!(all(nation2) > 0)) fault('input.nation2 must hold a positive number');
  region1.forEach((value, at) => {
    if (value > 0 && nation1[at] === 0) fault(`input.nation1[${at}] must not be 0: the region has employment in that industry`);
    if (value === 0 && (region2[at] as number) > 0) {
      warnings.push(`industry ${at + 1} starts from 0 in the region: ${form === 'Dunn' ? 'all of its growth is regional share' : 'it has no rate of growth, so its parts are missing'}`);
    }
  });
  return times;
}

const vectors = (input: Fields): TwoTimes => {
  const region1 = input.numbers('region1');
  const { length } = region1;
  return { region1, region2: input.numbers('region2', { length }), nation1: input.numbers('nation1', { length }), nation2: input.numbers('nation2', { length }) };
};

const named = (names: readonly string[], values: readonly number[]): Record<string, number> => Object.fromEntries(names.map((name, at) => [name, values[at] as number]));

const step = (region: Matrix, nation: Matrix, year: number): TwoTimes => ({
  region1: columnOf(region, year),
  region2: columnOf(region, year + 1),
  nation1: columnOf(nation, year),
  nation2: columnOf(nation, year + 1),
});

const twoTimes = { region1: 'employment by industry of the region, first time', region2: 'second time', nation1: 'of the nation, first time', nation2: 'second time; missing values are refused' };
const params = { method: 'Dunn, Esteban or Gerfin; default Dunn' };

export const shiftShares: Method = {
  id: 'shift-share',
  version: '1.0.0',
  title: 'Shift–share analysis',
  operations: {
    'shift-share': {
      summary: 'Growth of a region split into the nation’s growth, its industries and the region itself',
      input: twoTimes,
      params,
      output: 'one number a component, in the unit of the input; ratios for Gerfin',
      source: 'Dunn 1960; Esteban 1972; Gerfin 1964',
      compute: (input, given) => {
        const warnings: string[] = [];
        const form = formOf(given);
        return { value: named(componentNames[form], shiftShare(checked(vectors(input), form, warnings), form)), warnings };
      },
    },
    'shift-share-industry': {
      summary: 'The same by industry; the national share is the industry’s own growth in the nation',
      input: twoTimes,
      params,
      output: '{components, values: components × industries}',
      source: 'Dunn 1960; Esteban 1972; Gerfin 1964',
      compute: (input, given) => {
        const warnings: string[] = [];
        const form = formOf(given);
        return { value: { components: industryComponentNames[form], values: shiftShareByIndustry(checked(vectors(input), form, warnings), form) }, warnings };
      },
    },
    'shift-share-dynamic': {
      summary: 'Year by year, then summed (Gerfin: multiplied)',
      input: { region: 'industries × years, employment of the region', nation: 'industries × years, of the nation' },
      params,
      output: '{total: one number a component, perYear: components × (years − 1)}',
      source: 'Barff, Knight 1988',
      compute: (input, given) => {
        const region = input.matrix('region');
        const nation = input.matrix('nation', { rows: region.rows, columns: region.columns });
        if (region.columns < 2) fault('input.region must have at least 2 years');
        const warnings: string[] = [];
        const form = formOf(given);
        const steps = Array.from({ length: region.columns - 1 }, (_, year) => checked(step(region, nation, year), form, warnings));
        const { total, perYear } = dynamicShiftShare(steps, form);
        return { value: { total: named(componentNames[form], total), perYear }, warnings };
      },
    },
  },
};
