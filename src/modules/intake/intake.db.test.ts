import { describe, expect, it } from 'vitest';
import type { Actor } from '#platform/auth/actor.ts';
import type { Context } from '#platform/module/module.ts';
import type { Result } from '#platform/result/result.rules.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { applyImportBatchAction, discardImportBatchAction, undoImportBatchAction } from './actions/apply-import-batch.ts';
import { createImportBatchAction } from './actions/create-import-batch.ts';
import { decideImportRowsAction } from './actions/decide-import-rows.ts';
import { exportImportRejectsAction } from './actions/export-import-rejects.ts';
import { getImportBatchAction, listImportBatchesAction, listImportQuestionsAction, listImportRowsAction, tallyImportRowsAction } from './actions/read-import-batches.ts';
import { importFile } from './index.ts';
import { actor, done, groupsOf, nothing, query, run as runOn, uploaded } from '../../../test/run-in-space.ts';

const database = await freshDatabase();
const run = <Value>(spaceId: string, work: (context: Context) => Promise<Result<Value>>, who?: Actor) => runOn(database, spaceId, work, who);
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));
const imported = (spaceId: string, text: string, who = actor()) => done(run(spaceId, (context) => importFile(context, { bytes: bytes(text), fileName: 'firms.csv' }), who)).then(({ batch }) => batch);
const organisations = (space: string) => query<{ code: string; place: string | null; version: number }>(database, space, 'select external_code as code, territory_id as place, version from organisation order by external_code');

const file = `名称,代码,所在城市,行业,网址,统一社会信用代码
样例精密仪器有限公司,S1,佛山市,仪器仪表,www.example.cn,
样例苏州纺织厂,S2,Suzhou,纺织,,
样例无名镇工厂,S3,Nowhere,纺织,ftp://x,
样例未填城市,S4,,纺织,,
样例成长混合型基金A,S5,Beijing,,,
,S6,Beijing,,,
样例错码厂,S7,Beijing,,,91350100M000100Y44
样例错位厂,S8,Beijing,,,,多一格
`;

describe('a small file', () => {
  it('puts every row in one group, writes what may be written and nothing else', async () => {
    const space = await database.createSpace();
    const batch = await imported(space, file);
    expect(batch.state).toBe('applied');
    expect(groupsOf(batch)).toEqual({ placed: 1, placeToChoose: 1, placeUnknown: 1, placeMissing: 1, notOrganisation: 1, rejected: 2, unreadable: 1 });
    expect(batch.outcome).toMatchObject({ created: 4, left: 4 });
    expect(await organisations(space)).toEqual([
      { code: 'S1', place: 'cn:440600', version: 1 },
      { code: 'S2', place: null, version: 1 },
      { code: 'S3', place: null, version: 1 },
      { code: 'S4', place: null, version: 1 },
    ]);
  });

  it('settles an open choice afterwards, and takes the batch back with it', async () => {
    const space = await database.createSpace();
    const batch = await imported(space, file);
    const params = { batchId: batch.id };
    const questions = await done(run(space, (context) => listImportQuestionsAction(context, { ...nothing, params })));
    expect(questions.items).toHaveLength(1);
    expect(questions.items[0]).toMatchObject({ question: 'Suzhou', rows: 1, open: 1, decision: null });
    expect(questions.items[0]?.candidates.map(({ id }) => id)).toEqual(['cn:320500', 'cn:341300']);
    const decide = (candidateId: string) => run(space, (context) => decideImportRowsAction(context, { ...nothing, params, body: { question: 'Suzhou', candidateId } }));
    expect(await decide('cn:440600')).toMatchObject({ ok: false, reason: 'candidateUnknown' });
    const settled = await done(decide('cn:320500'));
    expect(settled.open).toBe(0);
    expect((await organisations(space))[1]).toEqual({ code: 'S2', place: 'cn:320500', version: 2 });
    expect(await decide('cn:341300')).toMatchObject({ ok: false, reason: 'settledOtherwise' });
    const undone = await done(run(space, (context) => undoImportBatchAction(context, { ...nothing, params, ifMatch: settled.version })));
    expect(undone).toMatchObject({ state: 'undone', outcome: { removed: 4, kept: 0 } });
    expect(await organisations(space)).toEqual([]);
  });

  it('keeps on undo what people changed since', async () => {
    const space = await database.createSpace();
    const batch = await imported(space, file);
    await query(database, space, "update organisation set version = version + 1 where external_code = 'S1'");
    const undone = await done(run(space, (context) => undoImportBatchAction(context, { ...nothing, params: { batchId: batch.id }, ifMatch: batch.version })));
    expect(undone.outcome).toMatchObject({ removed: 3, kept: 1 });
  });

  it('changes nothing when the same file comes again', async () => {
    const space = await database.createSpace();
    const first = await imported(space, file);
    const again = await imported(space, file);
    expect(again.state).toBe('checked');
    expect(groupsOf(again)).toMatchObject({ known: 4 });
    expect(again.sameFileAs?.id).toBe(first.id);
    expect(await organisations(space)).toHaveLength(4);
    const discarded = await done(run(space, (context) => discardImportBatchAction(context, { ...nothing, params: { batchId: again.id } })));
    expect(discarded.state).toBe('discarded');
    expect(await run(space, (context) => applyImportBatchAction(context, { ...nothing, params: { batchId: again.id }, ifMatch: discarded.version }))).toMatchObject({ ok: false, reason: 'wrongState' });
  });

  it('gives the rows left out back with reasons, formulas neutralised', async () => {
    const space = await database.createSpace();
    const batch = await imported(space, `${file},=cmd|' /C calc'!A0,Beijing,,,\n`);
    const rejects = await done(run(space, (context) => exportImportRejectsAction(context, { ...nothing, params: { batchId: batch.id } })));
    expect(rejects.rows).toBe(5);
    expect(rejects.csv).toContain("'=cmd|");
    expect(rejects.csv).toContain('The name is missing.');
    expect(rejects.csv).toContain('This is a fund, not an organisation: it says “基金A”.');
    expect(rejects.csv).toContain('this row 7 cells');
  });

  it('shows rows by state, with words and cells', async () => {
    const space = await database.createSpace();
    const batch = await imported(space, file);
    const page = await done(run(space, (context) => listImportRowsAction(context, { ...nothing, params: { batchId: batch.id }, query: { state: 'warning', limit: 1 } })));
    expect(page).toMatchObject({ total: 2 });
    expect(page.items[0]).toMatchObject({ rowNumber: 4, group: 'placeUnknown' });
    expect(page.items[0]?.reasons.map(({ text }) => text.en)).toContain('No division is called “Nowhere”.');
    const next = await done(run(space, (context) => listImportRowsAction(context, { ...nothing, params: { batchId: batch.id }, query: { state: 'warning', limit: 1, cursor: page.nextCursor ?? undefined } })));
    expect(next.items.map(({ rowNumber }) => rowNumber)).toEqual([5]);
    expect(next.nextCursor).toBeNull();
    const tally = await done(run(space, (context) => tallyImportRowsAction(context, { ...nothing, params: { batchId: batch.id }, query: { by: 2, filled: '2,3' } })));
    expect(tally).toMatchObject({ rows: 3, distinct: 3 });
  });
});

describe('rights', () => {
  it('lets a territorial officer write inside of the mandate only, and keeps the batch from others', async () => {
    const space = await database.createSpace();
    const guangdong = actor('territorialOfficer', 'territory', 'cn:440000');
    const batch = await imported(space, `name,city\nSample One,Foshan\nSample Two,Hangzhou\n`, guangdong);
    expect(groupsOf(batch)).toEqual({ placed: 1, rejected: 1 });
    const seen = async (who: Actor) => (await done(run(space, (context) => listImportBatchesAction(context, { ...nothing, query: { limit: 50 } }), who))).total;
    expect([await seen(guangdong), await seen(actor()), await seen(actor('territorialOfficer', 'territory', 'cn:330000')), await seen(actor('reader'))]).toEqual([1, 1, 0, 0]);
    expect(await run(space, async (context) => createImportBatchAction(context, { ...nothing, query: { fileName: 'a.csv', target: 'organisation' }, body: await uploaded(bytes(file)) }), actor('reader'))).toMatchObject({ reason: 'notAllowed' });
  });

  it('does not reach across spaces', async () => {
    const [one, other] = [await database.createSpace(), await database.createSpace()];
    const batch = await imported(one, file);
    expect(await run(other, (context) => getImportBatchAction(context, { ...nothing, params: { batchId: batch.id } }))).toMatchObject({ reason: 'notFound' });
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['nothing in it', new Uint8Array(), 'emptyFile'],
    ['a header alone', bytes('name,city\n'), 'noRows'],
    ['an unclosed quote', bytes('name,city\n"Sample,Foshan\nNext,Foshan\n'), 'quoteUnclosed'],
    ['a NUL', bytes('name,city\nSam\u0000ple,Foshan\n'), 'nulCharacter'],
    ['Western bytes', new Uint8Array(Buffer.from('name,city\nSociété générale é,Foshan\n', 'latin1')), 'encodingUnreadable'],
  ])('refuses %s and keeps nothing', async (_, body, reason) => {
    const space = await database.createSpace();
    const answer = await run(space, async (context) => createImportBatchAction(context, { ...nothing, query: { fileName: 'a.csv', target: 'organisation' }, body: await uploaded(body) }));
    expect(answer).toMatchObject({ ok: false, reason });
    expect((await done(run(space, (context) => listImportBatchesAction(context, { ...nothing, query: { limit: 50 } })))).total).toBe(0);
  });

  it('writes nothing when the name is not mapped', async () => {
    const space = await database.createSpace();
    expect(await run(space, (context) => importFile(context, { bytes: bytes('foo,city\nA,Foshan\n'), fileName: 'a.csv' }))).toMatchObject({ ok: false, reason: 'fieldMissing', params: { field: 'Name' } });
    expect(await organisations(space)).toEqual([]);
  });
});
