import { expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { actor, done, groupsOf, nothing, query, run } from '../../../test/run-in-space.ts';
import { undoImportBatchAction } from './actions/apply-import-batch.ts';
import { decide, undo } from './actions/match/decide-matches.ts';
import { list, listDecided, tally } from './actions/match/list-matches.ts';
import { importFile } from './index.ts';
import type { Batch } from './words/import.schema.ts';

const database = await freshDatabase();
const space = await database.createSpace();
const imported = async (csv: string, fileName = 'firms.csv', who = actor()): Promise<Batch> => (await done(run(database, space, (context) => importFile(context, { bytes: new Uint8Array(Buffer.from(csv)), fileName }), who))).batch;
const rows = <Row>(text: string) => query<Row>(database, space, text);
const matches = async (state?: 'unsure' | 'automatic', who = actor()) => (await done(run(database, space, (context) => list(context, { ...nothing, query: { limit: 50, ...(state && { state }) } }), who))).items;
const answer = (row: { batch: { id: string }; rowNumber: number }, candidateId: string | null | undefined, who = actor()) =>
  run(database, space, (context) => decide(context, { ...nothing, body: { rows: [{ batchId: row.batch.id, rowNumber: row.rowNumber }], ...(candidateId !== undefined && { candidateId }) } }), who);
const undoBatch = (batch: Batch) => done(run(database, space, async (context) => {
  const [line] = await rows<{ version: number }>(`select version from import_batch where id = '${batch.id}'`);
  return undoImportBatchAction(context, { ...nothing, params: { batchId: batch.id }, ifMatch: line?.version ?? 0 });
}));

const held = '企业名称,统一社会信用代码,城市,网址\n样例华芯精密仪器有限公司,91440600MA4UHGQW8L,佛山市,\n样例恒远陶瓷有限公司,,佛山市,\n样例恒远陶瓷股份有限公司,,佛山市,\n样例东方机械有限公司,,广州市,\n';
let unsure: Batch;

it('knows a code, a name without its form in the same city, and fills what the register lacks', async () => {
  await imported(held);
  const batch = await imported('企业名称,统一社会信用代码,城市,网址,成立年份\n样例华芯精密仪器,91440600MA4UHGQW8L,佛山市,https://example.org,2011\n样例东方机械,,广州市,,1998\n样例全新电子有限公司,,广州市,,\n');
  expect(groupsOf(batch)).toEqual({ placed: 1, completed: 2 });
  expect(batch.outcome).toMatchObject({ created: 1, changed: 2 });
  expect(await rows("select name ->> 'zh' as name, website, founded_year as founded from organisation where founded_year is not null order by founded_year")).toEqual([
    { name: '样例东方机械有限公司', website: null, founded: 1998 }, { name: '样例华芯精密仪器有限公司', website: 'https://example.org', founded: 2011 },
  ]);
  const again = await imported('企业名称,城市,成立年份\n样例东方机械有限公司,广州市,1997\n');
  expect(groupsOf(again)).toEqual({ known: 1 });
  expect(again.counts?.reasons.map(({ reason }) => reason)).toContain('differsFromRegister');
  const undone = await undoBatch(batch);
  expect(undone.outcome).toMatchObject({ removed: 1, kept: 0, restored: 2 });
  expect(await rows('select count(*)::int as filled from organisation where founded_year is not null or website is not null')).toEqual([{ filled: 0 }]);
});

it('asks where two are alike, and writes nothing of it', async () => {
  unsure = await imported('企业名称,城市,成立年份\n样例恒远陶瓷,佛山市,2001\n样例恒远陶瓷,佛山市,2001\n样例独立泵业有限公司,佛山市,\n');
  expect(groupsOf(unsure)).toEqual({ placed: 1, matchToChoose: 2 });
  const [first, ...others] = await matches('unsure');
  expect(others).toHaveLength(1);
  expect(first).toMatchObject({ alike: 2, asked: { name: { zh: '样例恒远陶瓷' }, place: '佛山市' }, decidedByName: null });
  expect(first?.candidates.map(({ record }) => record?.name.zh)).toEqual(expect.arrayContaining(['样例恒远陶瓷有限公司', '样例恒远陶瓷股份有限公司']));
  expect(first?.candidates[0]?.reasons.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['sameNameWithoutForm', 'samePlace']));
});

it('takes one answer for every row, also of a file that went in before, and never asks again', async () => {
  const [line] = await matches('unsure');
  const chosen = line?.candidates.find(({ record }) => record?.name.zh === '样例恒远陶瓷有限公司')?.id ?? '';
  if (!line) throw new Error('a row waits');
  expect(await answer(line, '00000000-0000-7000-8000-00000000dead')).toMatchObject({ ok: false, reason: 'candidateUnknown' });
  expect(await answer({ batch: line.batch, rowNumber: 99 }, null)).toMatchObject({ ok: false, reason: 'rowUnknown' });
  expect(await answer(line, null, actor('territorialOfficer', 'territory', 'cn:110000'))).toMatchObject({ ok: false, reason: 'rowUnknown' });
  expect(await done(answer(line, chosen))).toEqual({ rows: 2, created: 0, changed: 1 });
  expect(await rows(`select founded_year as founded from organisation where id = '${chosen}'`)).toEqual([{ founded: 2001 }]);
  const again = await imported('单位名称,所在城市\n样例恒远陶瓷,佛山\n', 'another.csv');
  expect(groupsOf(again)).toEqual({ known: 1 });
  expect(again.counts?.reasons.map(({ reason }) => reason)).toContain('matchConfirmed');
  // The answer follows its record through a merge, and comes back with the split.
  const other = line.candidates.find(({ id }) => id !== chosen)?.id ?? '';
  const known = async (fileName: string) => {
    const batch = await imported('企业名称,城市\n样例恒远陶瓷,佛山市\n', fileName);
    return (await rows<{ id: string }>(`select match_id as id from import_verdict where batch_id = '${batch.id}'`))[0]?.id;
  };
  await rows(`update organisation set state = 'merged', merged_into = '${other}' where id = '${chosen}'`);
  expect(await known('merged.csv')).toBe(other);
  await rows(`update organisation set state = 'active', merged_into = null where id = '${chosen}'`);
  expect(await known('split.csv')).toBe(chosen);
  expect(await done(run(database, space, (context) => tally(context, { ...nothing, query: {} })))).toMatchObject({ unsure: 0, confirmed: 5 });
});

it('finds the record that a none of them made, and takes an answer back on its own page', async () => {
  const batch = await imported('企业名称,城市\n样例华芯精工,佛山市\n样例恒远陶瓷厂,佛山市\n', 'third.csv');
  const waiting = (await matches('unsure')).filter((one) => one.batch.id === batch.id);
  const [line] = waiting;
  if (!line) throw new Error('a row waits');
  const settled = await done(answer(line, null));
  expect(settled).toMatchObject({ created: 1 });
  const name = line.asked.name.zh ?? '';
  expect(await rows(`select count(*)::int as count from organisation where name ->> 'zh' = '${name}'`)).toEqual([{ count: 1 }]);
  const again = await imported(`企业名称,城市\n${name},佛山市\n`, 'fourth.csv');
  expect(groupsOf(again)).toEqual({ known: 1 });
  const page = await done(run(database, space, (context) => listDecided(context, { ...nothing, query: { limit: 20, standing: 'true' } })));
  expect(page.items.map(({ rejected, asked }) => [asked.name.zh, rejected])).toEqual([[name, true], ['样例恒远陶瓷', false]]);
  const decisionId = page.items[1]?.id ?? '';
  expect(await run(database, space, (context) => undo(context, { ...nothing, params: { decisionId } }), actor('territorialOfficer', 'territory', 'cn:110000'))).toMatchObject({ ok: false, reason: 'notFound' });
  await done(run(database, space, (context) => undo(context, { ...nothing, params: { decisionId } })));
  expect(await run(database, space, (context) => undo(context, { ...nothing, params: { decisionId } }))).toMatchObject({ ok: false, reason: 'decisionUndone' });
  expect(groupsOf(await imported('企业名称,城市\n样例恒远陶瓷,佛山市\n', 'fifth.csv'))).toEqual({ matchToChoose: 1 });
});
