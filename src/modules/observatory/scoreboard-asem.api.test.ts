import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Batch } from '#modules/intake/words/import.schema.ts';
import { csvLine } from '#platform/http/export-list.ts';
import { readCsvRows } from '../../../test/csv-rows.ts';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { testProduct } from '../../../test/test-product.ts';
import type { Preview, Run, Trail } from './words/scoreboard-run.schema.ts';
import type { EditionSummary, ScoreboardNode } from './words/scoreboard.schema.ts';

const folder = 'data/indicators-asem';
type Line = Record<string, string>;

/** Rows of a file with each cell as text; nothing is an empty one. */
const readCsv = (name: string): Line[] => readCsvRows(readFileSync(sharedPath(folder, name), 'utf8')).map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)])));
const text = (lines: readonly (readonly string[])[]): string => lines.map((line) => csvLine(line)).join('');
const said = (value: string | undefined): string => (value === undefined || value === 'NA' ? '' : value);

const needed = ['stage_raw.csv', 'stage_denominated.csv', 'stage_imputed.csv', 'stage_treated.csv', 'stage_normalised.csv', 'stage_aggregated.csv', 'meta.csv', 'agg.csv', 'denominators.csv', 'treatment_summary.csv', 'results_published_scores.csv'].map((name) => `${folder}/${name}`);
describeWithShared('51 countries by 49 indicators, brought in and put together as by anybody', needed, async () => {
  const house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'asem-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
  const operator = await house.signIn('asem-operator');
  const call = async <Value>(method: 'GET' | 'POST' | 'PUT', url: string, payload?: string | object, headers: Record<string, string> = {}): Promise<Value> => {
    const answer = await house.request(operator, { method, url: `/api/v1${url}`, headers, ...(payload === undefined ? {} : { payload }) });
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body.slice(0, 500)}`);
    return answer.json<Value>();
  };
  const bring = async (target: string, file: string, constants: Record<string, string>, choose: (created: Batch) => (string | null)[] = ({ mapping }) => mapping): Promise<Batch> => {
    const sent = await call<Batch>('POST', `/import-batches?fileName=${target}.csv&target=${target}`, file, { 'content-type': 'text/csv' });
    const read = async (): Promise<Batch> => {
      await house.product.runDueJobs();
      return call<Batch>('GET', `/import-batches/${sent.id}`);
    };
    const first = await read();
    await call('PUT', `/import-batches/${first.id}/mapping`, { mapping: choose(first), constants }, { 'if-match': `"v${first.version}"` });
    await call('POST', `/import-batches/${first.id}/check`);
    const checked = await read();
    await call('POST', `/import-batches/${first.id}/apply`, undefined, { 'if-match': `"v${checked.version}"` });
    return read();
  };

  const meta = readCsv('meta.csv');
  const leaves = meta.filter(({ Type }) => Type === 'Indicator');
  const dividers = meta.filter(({ Type }) => Type === 'Denominator');
  const raw = readCsv('stage_raw.csv');
  const denominators = readCsv('denominators.csv');
  const columnOf: Line = { Area: 'Den_Area', Energy: 'Den_Energy', GDP: 'Den_GDP', Population: 'Den_Pop' };
  const ids = new Map<string, string>();
  const areas = new Map<string, string>();
  const winmax = Number(readCsv('treatment_summary.csv')[0]?.['TreatSpec']?.match(/winmax = (\d+)/)?.[1]);
  let board = '';
  let run: Run;
  let preview: Preview;

  const nodes = (): Partial<ScoreboardNode>[] => meta.flatMap((row): Partial<ScoreboardNode>[] => {
    const parent = said(row['Parent']) || null;
    const weight = Number(row['Type'] === 'Indicator' ? row['Weight'] : readCsv('agg.csv').find(({ Code }) => Code === row['iCode'])?.['Weight']);
    if (row['Type'] === 'Indicator') return [{ code: row['iCode'] as string, parent, weight, indicatorId: ids.get(row['iCode'] as string) as string, denominatorId: ids.get(said(row['Denominator'])) ?? null, direction: Number(row['Direction']) < 0 ? -1 : 1 }];
    return row['Type'] === 'Aggregate' ? [{ code: row['iCode'] as string, parent, weight, name: { en: row['iName'] as string } }] : [];
  });
  const content = (over: object = {}) => ({
    period: '2018',
    subjects: raw.map((row) => ({ id: areas.get(row['UnitCode'] as string), group: row['Group_EurAsia'] })),
    nodes: nodes(),
    choices: { imputation: 'group-mean', treatment: { winmax, skewLimit: 2, kurtLimit: 3.5 }, normalisation: { method: 'minmax', low: 0, high: 100 }, ...over },
  });
  /** Every cell of a stage as the file has it. */
  const expectStage = (name: string, cells: (number | null)[][], codes: readonly string[]): void => {
    for (const [row, line] of readCsv(name).entries()) {
      for (const [at, code] of codes.entries()) {
        const wanted = said(line[code]);
        const actual = cells[row]?.[at];
        if (wanted === '') expect(actual, `${name} ${line['UnitCode']} ${code}`).toBeNull();
        else expect(Math.abs((actual as number) - Number(wanted)) / Math.max(1, Math.abs(Number(wanted))), `${name} ${line['UnitCode']} ${code}: ${actual} for ${wanted}`).toBeLessThan(2e-9);
      }
    }
  };

  it('comes in by its files: what is measured, the values, and what they are divided by', async () => {
    const definitions = [['key', 'name', 'direction'], ...[...leaves, ...dividers].map((row) => [row['iCode'] as string, row['iName'] as string, Number(row['Direction']) < 0 ? 'down' : 'up'])];
    expect(await bring('indicator', text(definitions), {})).toMatchObject({ state: 'applied' });
    // The file as it is published, one column an indicator: text columns beside them are left out.
    const kept = (created: Batch) => created.mapping.map((field, at) => (created.columns[at]?.name.startsWith('Group_') ? null : field));
    const constants = { areaSystem: 'ISO 3166-1 alpha-3', subjectKind: 'area', basis: 'public' };
    expect(await bring('observationTable', readFileSync(sharedPath(folder, 'stage_raw.csv'), 'utf8'), constants, kept)).toMatchObject({ state: 'applied', counts: { groups: expect.arrayContaining([expect.objectContaining({ key: 'fresh', count: 51 })]) as unknown } });
    const below = denominators.flatMap((row) => dividers.map(({ iCode = '' }) => [iCode, row['UnitCode'] as string, said(row[columnOf[iCode] as string])]));
    expect(await bring('observation', text([['indicator', 'code', 'value'], ...below]), { ...constants, period: '2018' })).toMatchObject({ state: 'applied' });
    const listed = await call<{ items: { id: string; key: string }[] }>('GET', '/indicators?limit=200');
    for (const { id, key } of listed.items) ids.set(key, id);
    const held = await call<{ items: { id: string; subjectCode: string }[] }>('GET', `/indicators/${ids.get('Area')}/subjects?limit=200`);
    for (const { id, subjectCode } of held.items) areas.set(subjectCode, id);
    expect([leaves.length, dividers.length, areas.size]).toEqual([49, 4, 51]);
  }, 60_000);

  it('shows every stage as published before anything is stored', async () => {
    const made = await call<{ id: string; newest: { editionId: string } }>('POST', '/scoreboards', { name: { zh: '可持续互联互通（导入）', en: 'Sustainable connectivity (imported)' }, subjectKind: 'area', content: content() });
    board = made.id;
    const start = performance.now();
    preview = await call<Preview>('POST', `/scoreboards/${board}/preview`, { content: content(), parts: ['stages'] });
    console.log(`51 × 49 previewed in ${Math.round(performance.now() - start)} ms`);
    const { result, stages } = preview;
    expect(preview.findings).toEqual([]);
    const codes = result?.nodes.map(({ code }) => code) ?? [];
    for (const [stage, name] of [['raw', 'stage_raw.csv'], ['denominated', 'stage_denominated.csv'], ['imputed', 'stage_imputed.csv'], ['treated', 'stage_treated.csv'], ['normalised', 'stage_normalised.csv']] as const) expectStage(name, stages?.[stage] ?? [], codes.slice(0, 49));
    expectStage('stage_aggregated.csv', result?.scores ?? [], codes);
    for (const { IndCode, Low, High } of readCsv('treatment_summary.csv')) expect(result?.treatments.find(({ code }) => code === IndCode)).toMatchObject({ low: Number(Low), high: Number(High), transformed: false });
  }, 60_000);

  it('is computed by a job, with the published scores and ranks and where each rank may lie', async () => {
    const editions = await call<{ items: EditionSummary[] }>('GET', `/scoreboards/${board}/editions`);
    await call('POST', `/scoreboard-editions/${editions.items[0]?.id}/runs`, { uncertainty: { replications: 200, sensitivityPoints: 8 } });
    const jobs = await house.product.runDueJobs();
    expect(jobs.find(({ kind }) => kind === 'observatory.computeScoreboard')).toMatchObject({ outcome: 'done' });
    const listed = await call<{ items: { id: string }[] }>('GET', `/scoreboards/${board}/runs`);
    run = await call<Run>('GET', `/scoreboard-runs/${listed.items[0]?.id}`);
    const { result } = run;
    const published = readCsv('results_published_scores.csv');
    const codes = result.nodes.map(({ code }) => code);
    const at = (code: string) => codes.indexOf(code);
    for (const line of published) {
      const row = result.subjects.findIndex(({ code }) => code === line['UnitCode']);
      expect(result.ranks[row]?.[at('Index')]).toBe(Number(line['Rank']));
      for (const code of ['Index', 'Conn', 'Sust', 'Physical', 'ConEcFin', 'Political', 'Instit', 'P2P', 'Environ', 'Social', 'SusEcFin']) expect(Math.abs((result.scores[row]?.[at(code)] as number) - Number(line[code])), `${line['UnitCode']} ${code}`).toBeLessThanOrEqual(0.005 + 1e-9);
    }
    expect(result.intervals).toHaveLength(51);
    for (const [row, interval] of (result.intervals ?? []).entries()) expect([interval.counted, (interval.low as number) <= (interval.high as number), result.ranks[row] !== undefined]).toEqual([200, true, true]);
    expect(result.varied.map(({ choice }) => choice)).toEqual(['treatment', 'imputation', 'normalisation', 'weights', 'aggregation']);
    expect(result.without).toHaveLength(49);
  }, 120_000);

  it('is followed from a score to the value and its place in the file, and computed once more to the same bytes', async () => {
    const austria = run.result.subjects.find(({ code }) => code === 'AUT');
    const trail = await call<Trail>('GET', `/scoreboard-runs/${run.id}/trail?subjectId=${austria?.id}`);
    const flights = trail.nodes.find(({ code }) => code === 'Flights');
    expect(flights).toMatchObject({ input: { value: '29.01725', mark: 'value', period: '2018' }, denominator: { value: '8735.453' }, wasImputed: false });
    const observation = await call<{ figure: { value: string } }>('GET', `/traces/indicator.observation?observationId=${flights?.input?.observationId}`);
    expect(observation.figure.value).toBe('29.01725');
    const checked = await call<{ same: boolean; recomputedHash: string }>('POST', `/scoreboard-runs/${run.id}/check`);
    expect(checked).toMatchObject({ same: true, recomputedHash: run.resultHash });
  }, 60_000);
});
