import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from '../../../../test/csv-rows.ts';
import { describeWithShared, sharedPath } from '../../../../test/shared.ts';
import { computeMethod } from '../../method/method.ts';
import { pipelineAsemFromOutside, pipelineFromOutside } from './pipeline.method.ts';

type Row = Record<string, string | number | null>;
type Answer = Record<string, Row[]> & { cronbach?: Record<string, number> };

const inputs = ['idata', 'imeta', 'weight_alternatives', 'ua_parameters', 'sa_parameters'];
const outputs = [
  'stage_raw', 'stage_denominated', 'stage_screened', 'stage_imputed', 'stage_treated', 'stage_normalised', 'stage_aggregated',
  'results_full', 'results_ranks', 'stats_raw', 'corr_ind_vs_index', 'effective_weights', 'ua_scores', 'ua_ranks', 'ua_rankstats', 'sa_target', 'sa_indices',
];
const keyOf = (row: Row): unknown => row['Var2'] ?? row['uCode'] ?? row['iCode'] ?? row['rep'] ?? row['Variable'];

/** Largest difference of any cell, absolute below 1 and relative above; a text that differs counts as infinite. */
function difference(mine: readonly Row[], theirs: readonly Row[]): number {
  const held = new Map(mine.map((row) => [keyOf(row), row]));
  let most = mine.length === theirs.length ? 0 : Infinity;
  for (const row of theirs) {
    for (const [column, expected] of Object.entries(row)) {
      const got = held.get(keyOf(row))?.[column];
      const off = typeof expected === 'number' && typeof got === 'number' ? Math.abs(got - expected) / Math.max(1, Math.abs(expected)) : got === expected ? 0 : Infinity;
      if (!(off <= most)) most = off;
    }
  }
  return most;
}

/**
 * The reference ran on numbers with more digits than its CSV prints. In TolMin, Greece prints as a tie with Bulgaria and Czechia
 * (5.1) and Norway with Japan (3.4), but the reference's own ranks tell them apart: a step in the last bit brings that back.
 */
function tellApart(rows: Row[]): void {
  for (const row of rows) {
    if (row['uCode'] === 'GRC') row['TolMin'] = 5.1 * (1 + 8e-16);
    if (row['uCode'] === 'NOR') row['TolMin'] = 3.4 * (1 - 4e-16);
  }
}

for (const method of [pipelineFromOutside, pipelineAsemFromOutside]) {
  const folder = `oracles/${method.id}`;
  describeWithShared(`${method.id} against the program of the field`, [`${folder}/idata.csv`], () => {
    const table = (name: string): Row[] => readCsvRows(readFileSync(sharedPath(folder, `${name}.csv`), 'utf8'));
    const meta = JSON.parse(readFileSync(sharedPath(folder, 'meta.json'), 'utf8')) as { cronbach: Record<string, number> };
    const input: Record<string, unknown> = { meta, ...Object.fromEntries(inputs.map((name) => [name, table(name)])) };
    if (method === pipelineAsemFromOutside) tellApart(input['idata'] as Row[]);
    const answer = computeMethod(method, { input });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    const value = answer.value.value as Answer;
    it.each(outputs.filter((name) => existsSync(sharedPath(folder, `${name}.csv`))))('%s', (name) => expect(difference(value[name] ?? [], table(name))).toBeLessThan(1e-9));
    it('cronbach', () => {
      for (const [code, alpha] of Object.entries(meta.cronbach)) expect(value.cronbach?.[code]).toBeCloseTo(alpha, 9);
    });
  });
}

describeWithShared('the ASEM index as published', ['data/indicators-asem/meta.csv'], () => {
  const table = (name: string): Row[] => readCsvRows(readFileSync(sharedPath('data/indicators-asem', `${name}.csv`), 'utf8'));
  const divisors = new Map(table('denominators').map((row) => [row['UnitCode'], row]));
  const idata = table('stage_raw').map((row) => ({ ...row, uCode: row['UnitCode'], ...divisors.get(row['UnitCode']), Population: divisors.get(row['UnitCode'])?.['Den_Pop'] }));
  const named = idata.map((row) => ({ ...row, ...Object.fromEntries(['Area', 'Energy', 'GDP'].map((name) => [name, (row as Row)[`Den_${name}`]])) }));
  const meta = { recipe: ['denominate by iMeta Denominator', 'impute group mean by Group_EurAsia', 'treat winmax 6', 'normalise minmax 0..100 after direction flip', 'aggregate weighted arithmetic'] };
  const answer = computeMethod(pipelineFromOutside, { input: { idata: named, imeta: table('meta'), meta } });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const value = answer.value.value as Answer;
  const published = (name: string): Row[] => table(name).map(({ UnitCode, ...row }) => ({ uCode: UnitCode ?? null, ...row }));
  const codes = value['stage_normalised']?.[0] ?? {};
  const only = (rows: Row[]): Row[] => rows.map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => column in codes)) as Row);

  it.each(['stage_denominated', 'stage_imputed', 'stage_treated', 'stage_normalised'])('%s', (name) => expect(difference(value[name] ?? [], only(published(name)))).toBeLessThan(2e-8));
  it('scores and ranks to the two decimals that are published', () => {
    const mine = new Map((value['results_full'] ?? []).map((row) => [row['uCode'], row]));
    for (const { uCode = null, UnitName: _, Rank, ...scores } of published('results_published_scores')) {
      expect(mine.get(uCode)?.['Rank']).toBe(Rank);
      for (const [code, score] of Object.entries(scores)) expect(Math.abs(Number(mine.get(uCode)?.[code]) - Number(score)), `${uCode} ${code}`).toBeLessThan(0.00501);
    }
  });
});

describe('the tables that are sent', () => {
  const imeta: Row[] = [
    { iCode: 'a', Type: 'Indicator', Level: 1, Parent: 'I', Weight: 1, Direction: 1 },
    { iCode: 'b', Type: 'Indicator', Level: 1, Parent: 'I', Weight: 1, Direction: -1 },
    { iCode: 'I', Type: 'Aggregate', Level: 2, Parent: null, Weight: 1, Direction: 1 },
  ];
  const idata: Row[] = [{ uCode: 'x', a: 1, b: 3 }, { uCode: 'y', a: 2, b: 1 }, { uCode: 'z', a: 4, b: null }];
  const recipe = ['normalise minmax 0..100', 'aggregate arithmetic'];
  const ask = (input: object, params?: object) => computeMethod(pipelineFromOutside, { input: { idata, imeta, meta: { recipe }, ...input }, params });
  const why = (input: object): unknown => {
    const answer = ask(input);
    return answer.ok ? '' : answer.params?.['why'];
  };

  it('leave a missing value out of the mean, never as zero', () => {
    const answer = ask({});
    expect(answer.ok && (answer.value.value as Answer)['results_full']?.map((row) => [row['uCode'], row['Rank'], row['I']])).toEqual([['z', 1, 100], ['y', 2, expect.closeTo(66.667, 2)], ['x', 3, 0]]);
  });

  it('are refused with the row and column at fault', () => {
    expect(why({ idata: [{ uCode: 'x', a: 'one' }, { uCode: 'y' }] })).toMatch(/unit x\.a must be a number/);
    expect(why({ idata: [{ uCode: 'x', a: 1 }, { uCode: 'y', a: 2 }] })).toMatch(/no column b/);
    expect(why({ imeta: imeta.slice(0, 2) })).toMatch(/a has a Parent that is no row/);
    expect(why({ meta: { recipe: ['stir'] } })).toMatch(/"stir" must be one of/);
    expect(why({ ua_parameters: [{ rep: 1, Mood: 2 }] })).toMatch(/column Mood must be one of/);
    expect(why({ sa_parameters: [{ rep: 1, Normalisation: 'n_rank' }] })).toMatch(/N·\(d\+2\)/);
  });

  it('draw for themselves with a seed, twice the same', () => {
    const [one, other] = [ask({}, { replications: 30, seed: 4 }), ask({}, { replications: 30, seed: 4 })];
    expect(one).toEqual(other);
    expect(one.ok && (one.value.value as Answer)['ua_rankstats']?.length).toBe(3);
  });
});
