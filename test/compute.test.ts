import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methods } from '#kernel/methods.ts';
import { builtCompute, clusterloomCompute, jsonFile } from './compute/command.ts';
import { differences } from './compute/differences.ts';
import { describeWithShared, sharedPath } from './shared.ts';

/** Methods of rooms that are still to come. Whoever builds one takes its name from here. */
const laterRooms = ['esri', 'network-brokerage', 'network-community', 'network-core', 'network-critical', 'nexus-index', 'tts-ttr'];
/** Cases whose input was written down with the result in its place, so that nothing can give what they expect: see METHOD.md of the topic, whose own test restores the input. */
const spoilt: Readonly<Record<string, readonly string[]>> = { complexity: ['rca_continuous', 'rca_binary'] };
/** Folders of tables, not of cases: read whole. */
const folders = ['composite-pipeline', 'composite-pipeline-asem', 'entity-resolution'];

interface OracleCase extends Record<string, unknown> {
  id?: string;
  expected?: unknown;
  tol?: number;
}
interface Answer {
  id: string;
  value: Record<string, unknown>;
  warnings: string[];
}

const built = new Set(methods.map(({ id }) => id));
let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'clusterloom-compute-'));
  expect(clusterloomCompute('--list').code).toBe(0);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What a case states as its result: `expected`, or what stands beside the texts it is about. */
const expectedOf = ({ expected, ...rest }: OracleCase): unknown => {
  if (expected !== undefined) return expected;
  const { a: _a, b: _b, input: _input, id: _id, op: _op, params: _params, tol: _tol, note: _note, ...results } = rest;
  return results;
};

describeWithShared('clusterloom compute on every shared case', ['oracles/index.json'], () => {
  const index = jsonFile(sharedPath('oracles/index.json')) as { methods: Record<string, { files: string[] }> };
  const ids = Object.keys(index.methods);

  it('knows every method, but for those of later rooms', () => {
    expect(ids.filter((id) => !built.has(id) && !laterRooms.includes(id))).toEqual([]);
    expect(laterRooms.filter((id) => built.has(id))).toEqual([]);
    const listed = clusterloomCompute('--list').stdout.split('\n').map((line) => line.split(' ')[0]);
    expect(ids.filter((id) => built.has(id) && !listed.includes(id))).toEqual([]);
  });

  const files = ids.filter((id) => built.has(id) && !folders.includes(id)).flatMap((id) => (index.methods[id]?.files ?? []).map((file) => [id, file] as const));
  it.concurrent.each(files)('%s %s', async (id, file) => {
    const path = sharedPath('oracles', id, file);
    const held = jsonFile(path) as { tol?: number; cases: OracleCase[] };
    const out = join(scratch, `${id}-${file}`);
    const ran = await builtCompute(id, '--in', path, '--out', out);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: '' });
    const answers = jsonFile(out) as Answer[];
    expect(answers.map((answer) => answer.id)).toEqual(held.cases.map((one, at) => one.id ?? String(at)));
    expect(held.cases.flatMap((one, at) => spoilt[id]?.includes(one.id ?? '') ? [] : differences(expectedOf(one), answers[at]?.value, one.tol ?? held.tol ?? 0, one.id ?? String(at)))).toEqual([]);
    expect(answers.every((answer) => Array.isArray(answer.warnings))).toBe(true);
  });
});

describeWithShared('clusterloom compute entity-resolution', ['oracles/entity-resolution/model.json'], () => {
  it('weighs the pairs of a folder of tables like the anchor, joins them alike, and links better by names', async () => {
    const out = join(scratch, 'entity-resolution.json');
    expect(await builtCompute('entity-resolution', '--in', sharedPath('oracles/entity-resolution'), '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
    const { value } = jsonFile(out) as Answer & { value: { predictions: Record<string, number>[]; patterns: unknown[]; clusters: unknown[]; quality: unknown; linked: { quality: { f1: number } }; logLikelihood: number; estimate: { logLikelihood: number } } };
    const rowsOf = async (name: string): Promise<Record<string, number>[]> => {
      // The same reader of tables, asked for the rows themselves.
      const { readTable } = await import('../src/api/compute/read-table.ts');
      const { readText } = await import('../src/api/compute/read-text.ts');
      return readTable(await readText(sharedPath('oracles/entity-resolution', name)), name).rows as Record<string, number>[];
    };
    const found = new Map(value.predictions.map((pair) => [`${pair['unique_id_l']} ${pair['unique_id_r']}`, pair]));
    for (const pair of await rowsOf('predictions.csv')) expect(differences(pair, found.get(`${pair['unique_id_l']} ${pair['unique_id_r']}`), 1e-6)).toEqual([]);
    const inOrder = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(Object.entries(row as object).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
    expect(inOrder(value.patterns)).toEqual(inOrder(await rowsOf('patterns.csv')));
    expect(inOrder(value.clusters)).toEqual(inOrder(await rowsOf('clusters_p90.csv')));
    const model = jsonFile(sharedPath('oracles/entity-resolution/model.json')) as { logLikelihood: number; quality_p90_clusters: { f1: number } };
    expect(differences(model.quality_p90_clusters, value.quality, 1e-12)).toEqual([]);
    expect(value.logLikelihood).toBeCloseTo(model.logLikelihood, 6);
    expect(value.estimate.logLikelihood).toBeGreaterThanOrEqual(model.logLikelihood);
    expect(value.linked.quality.f1).toBeGreaterThan(model.quality_p90_clusters.f1 + 0.05);
  });
});

describeWithShared('clusterloom compute composite-pipeline', ['oracles/composite-pipeline/meta.json'], () => {
  it.each(['composite-pipeline', 'composite-pipeline-asem'])('%s: every stage, score and interval of a folder of tables', async (id) => {
    const out = join(scratch, `${id}.json`);
    expect(await builtCompute(id, '--in', sharedPath('oracles', id), '--out', out)).toEqual({ code: 0, stdout: '', stderr: '' });
    const { value } = jsonFile(out) as Answer & { value: Record<string, Record<string, unknown>[]> };
    const { readTable } = await import('../src/api/compute/read-table.ts');
    const { readText } = await import('../src/api/compute/read-text.ts');
    // Replications of the second set rest on two ties that its files have and its source had not: see pipeline.test.ts.
    const names = ['stage_aggregated', 'stage_treated', 'results_full', 'effective_weights', ...(id === 'composite-pipeline' ? ['ua_scores', 'ua_rankstats', 'sa_indices'] : [])];
    for (const name of names) {
      const rows = readTable(await readText(sharedPath('oracles', id, `${name}.csv`)), name).rows as Record<string, unknown>[];
      const keyOf = (row: Record<string, unknown>): unknown => row['uCode'] ?? row['iCode'] ?? row['Variable'];
      const found = new Map(value[name]?.map((row) => [keyOf(row), row]));
      expect(rows.flatMap((row) => differences(row, found.get(keyOf(row)), 1e-9, name))).toEqual([]);
    }
  });
});

describe('clusterloom compute', () => {
  const file = (name: string, text: string): string => {
    writeFileSync(join(scratch, name), text);
    return join(scratch, name);
  };
  const refused = async (...args: string[]): Promise<{ reason: string; why: string; where: string | null }> => {
    const { code, stdout, stderr } = await builtCompute(...args);
    expect(code).toBe(2);
    expect(stdout).toBe(stderr);
    expect(stderr).not.toContain('    at ');
    return JSON.parse(stderr) as { reason: string; why: string; where: string | null };
  };

  it('prints the answer and nothing else', async () => {
    const path = file('one.json', '{"id":"mine","op":"assignment","input":{"cost":[[4,1],[2,3]]}}');
    const { code, stdout, stderr } = clusterloomCompute('matching', '--in', path);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ id: 'mine', value: { minTotal: 3, maxTotal: 7 }, warnings: [] });
  });

  it('reads tables by named columns, by the numeric ones, and long ones', async () => {
    const wide = file('wide.csv', '\ufeffname,a,b\n"x, y",4,1\nz,2,3\n');
    const long = file('long.csv', 'row;col;cost\nr;p;4\nr;q;1\ns;q;3\n');
    const total = async (...args: string[]): Promise<unknown> => JSON.parse((await builtCompute('matching', '--op', 'assignment', ...args)).stdout);
    expect(await total('--in', wide)).toMatchObject({ value: { minTotal: 3 } });
    expect(await total('--in', wide, '--map', 'cost=b,a')).toMatchObject({ value: { maxTotal: 7 } });
    expect(await total('--in', long, '--map', 'cost=row:col:cost', '--fill', '2')).toMatchObject({ value: { minTotal: 3 } });
    const lists = file('lists.csv', 'relevance,scores\n3,0.4\n0,0.9\n');
    expect(JSON.parse((await builtCompute('matching', '--op', 'ranking-metrics', '--params', '{"k":1}', '--in', lists)).stdout)).toMatchObject({ value: { p1: 0, mrr: 0.5 } });
  });

  it('answers what it can of a file of cases and names the first that it refuses', async () => {
    const path = file('cases.json', '{"cases":[{"id":"a","op":"assignment","input":{"cost":[[1]]}},{"id":"b","op":"assignment","input":{"cost":[["one"]]}},7]}');
    const { code, stdout, stderr } = await builtCompute('matching', '--in', path);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ id: 'a', value: { minTotal: 1 } }, { id: 'b', reason: 'badInput', why: expect.stringContaining('input.cost[0][0]') }, { id: '2', reason: 'badInput' }]);
    expect(JSON.parse(stderr)).toMatchObject({ reason: 'badInput', where: expect.stringContaining('case 1'), refused: 2, of: 3 });
  });

  it.each([
    ['no file', 'fileUnreadable', null],
    ['no JSON', 'notJson', '{"op":'],
    ['NaN, which JSON does not know', 'notJson', '{"op":"assignment","input":{"cost":[[NaN]]}}'],
    ['a number that is too large', 'badInput', '{"op":"assignment","input":{"cost":[[1e999]]}}'],
    ['deep nesting', 'tooDeep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['rows of different length', 'badInput', '{"op":"assignment","input":{"cost":[[1,2],[1]]}}'],
    ['a missing value that is not allowed', 'badInput', '{"op":"assignment","input":{"cost":[[null]]}}'],
    ['an operation that there is not', 'badInput', '{"op":"constructor","input":{}}'],
    ['params that are no object', 'badInput', '{"op":"assignment","params":3,"input":{"cost":[[1]]}}'],
    ['nothing', 'badInput', 'null'],
  ])('refuses %s with a reason', async (title, reason, text) => {
    const path = text === null ? join(scratch, 'absent.json') : file('bad.json', text);
    expect(await refused('matching', '--in', path), title).toMatchObject({ reason, where: path });
  });

  it('refuses tables and calls that do not fit', async () => {
    expect(await refused('matching', '--op', 'assignment', '--in', file('ragged.csv', 'a,b\n1\n'))).toMatchObject({ reason: 'notTable' });
    expect(await refused('matching', '--op', 'assignment', '--in', file('texts.csv', 'a,b\nx,y\n'))).toMatchObject({ reason: 'notTable' });
    expect(await refused('nothing', '--in', scratch)).toMatchObject({ reason: 'methodUnknown' });
    expect(await refused('matching', '--anything')).toMatchObject({ reason: 'usage' });
    expect(await refused('matching')).toMatchObject({ reason: 'usage' });
  });

  it('tells of every method its fields, options and source', () => {
    for (const { operations } of methods) {
      for (const { summary, input, output, source } of Object.values(operations)) for (const told of [summary, output, source, ...Object.values(input)]) expect(told.length).toBeGreaterThan(1);
    }
    expect(clusterloomCompute('--help', 'import-dependence').stdout).toContain('SWD(2021) 352');
  });
});
