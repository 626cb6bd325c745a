import Excel from 'exceljs';
import { unzipSync } from 'fflate';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';
import { formColumns, hiddenSheet, truthKey } from './words/form-workbook.rules.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'wb-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'wb-city', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'wb-elsewhere', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440300' });
const operator = await house.signIn('wb-operator');
const [city, elsewhere] = [await house.signIn('wb-city'), await house.signIn('wb-elsewhere')];

type Json = Record<string, unknown> & { id: string; version: number };
const call = (cookie: string, method: 'GET' | 'POST', path: string, payload?: object | null, version?: number) =>
  house.request(cookie, { method, url: `/api/v1${path}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
const sent = (cookie: string, path: string, bytes: Uint8Array) => house.request(cookie, { method: 'POST', url: `/api/v1${path}`, headers: { 'content-type': 'application/octet-stream' }, payload: Buffer.from(bytes) });
async function made(cookie: string, path: string, payload: object | null, version?: number): Promise<Json> {
  const response = await call(cookie, 'POST', path, payload, version);
  if (response.statusCode > 201) throw new Error(`${path}: ${response.body}`);
  return response.json<Json>();
}

const names = ['甲', '乙', '丙', '丁'];
const fields = [
  { key: 'revenue', label: { zh: '主营业务收入', en: 'Main revenue' }, type: 'number', unit: 'CNY', scale: '10000', required: true, min: '0' },
  { key: 'plan', label: { zh: '明年计划', en: 'Plan' }, type: 'choice', choices: [{ value: 'grow', label: { zh: '扩产', en: 'Grow' } }, { value: 'keep', label: { zh: '保持', en: 'Keep' } }] },
];
let campaign: Json;
let firms: string[];
let files: Record<string, Uint8Array>;
let rep = '';

/** Fills in a form as somebody in an office would, and saves it anew under whatever name. */
async function filled(bytes: Uint8Array | undefined, answers: Record<string, string>, change: (book: Excel.Workbook) => void = () => undefined): Promise<Uint8Array> {
  const book = new Excel.Workbook();
  await book.xlsx.load(Buffer.from(bytes ?? []) as unknown as Excel.Buffer);
  book.worksheets[0]?.eachRow((row) => {
    const answer = answers[row.getCell(formColumns.key + 1).text];
    if (answer !== undefined) row.getCell(formColumns.answer + 1).value = answer;
  });
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

beforeAll(async () => {
  firms = [];
  for (const name of names) firms.push((await made(operator, '/organisations', { name: { zh: `样例${name}厂` }, type: 'enterprise', territoryId: 'cn:440605' })).id);
  await house.addUser(spaceId, 'wb-rep', { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: firms[0] ?? '' });
  rep = await house.signIn('wb-rep');
  const form = await made(city, '/forms', { name: { zh: '月报' }, territoryId: 'cn:440600', legalBasis: 'administrativeFiling', fields, formNumber: 'F-02', issuer: '样例工信局' });
  await made(city, `/forms/${form.id}/publish`, null, form.version);
  const draft = await made(city, '/campaigns', { name: { zh: '样例任务', en: 'Sample campaign' }, territoryId: 'cn:440600', formId: form.id, period: '2026-10', levels: [], due: { date: '2026-12-15' } });
  campaign = await made(city, `/campaigns/${draft.id}/open`, null, draft.version);
  files = unzipSync(new Uint8Array((await call(city, 'GET', `/campaigns/${campaign.id}/workbooks`)).rawPayload));
});

const formOf = (name: string): Uint8Array | undefined => Object.entries(files).find(([file]) => file.includes(name))?.[1];
const bring = async (name: string, bytes: Uint8Array, cookie = city) => (await sent(cookie, `/campaigns/${campaign.id}/workbook-returns?fileName=${encodeURIComponent(name)}`, bytes)).json<Json & { state: string; reason: string | null; party: { id: string; name: object } | null; problems: { field: string | null }[] }>();
const truth = { [truthKey]: '是' };

describe('forms as workbooks', () => {
  it('leave locked, one a party, with a hidden key', async () => {
    expect(Object.keys(files).length).toBe(names.length);
    const book = new Excel.Workbook();
    await book.xlsx.load(Buffer.from(formOf('甲') ?? []) as unknown as Excel.Buffer);
    const [sheet, key] = book.worksheets;
    expect([key?.name, key?.state]).toEqual([hiddenSheet, 'veryHidden']);
    expect((sheet as unknown as { sheetProtection: object | null }).sheetProtection).toBeTruthy();
    expect((await call(elsewhere, 'GET', `/campaigns/${campaign.id}/workbooks`)).statusCode).toBe(404);
  });

  it('are known again when renamed, saved anew or robbed of their hidden sheet; faulty ones go back marked', async () => {
    const good = await bring('回收/新建 Microsoft Excel 工作表.xlsx', await filled(formOf('甲'), { revenue: '1,234.5', plan: '扩产', ...truth }));
    expect(good).toMatchObject({ state: 'ready', answered: 2, party: { name: { zh: '样例甲厂' } }, fileName: '新建 Microsoft Excel 工作表.xlsx' });
    const bare = await bring('b.xlsx', await filled(formOf('乙'), { revenue: '800', ...truth }, (book) => book.removeWorksheet(hiddenSheet)));
    expect(bare).toMatchObject({ state: 'ready', party: { name: { zh: '样例乙厂' } } });
    const faulty = await bring('c.xlsx', await filled(formOf('丙'), { revenue: '很多', plan: '不知道' }));
    expect(faulty).toMatchObject({ state: 'faulty' });
    expect(faulty.problems.map(({ field }) => field)).toEqual(['revenue', 'plan', null]);

    const done = await made(city, `/campaigns/${campaign.id}/workbook-returns/submission`, { returnIds: [good.id, bare.id, faulty.id] });
    expect(done).toMatchObject({ submitted: 2, refused: [{ id: faulty.id, reason: 'returnSettled' }] });
    expect((await call(city, 'GET', `/campaigns/${campaign.id}/parties?state=submitted`)).json()).toMatchObject({ total: 2, items: [{ isOnBehalf: true }, { isOnBehalf: true }] });

    const marked = new Excel.Workbook();
    await marked.xlsx.load(Buffer.from((await call(city, 'GET', `/workbook-returns/${faulty.id}/marked`)).rawPayload) as unknown as Excel.Buffer);
    const notes: string[] = [];
    marked.worksheets[0]?.eachRow((row) => row.eachCell((cell) => (cell.note ? notes.push(`${row.getCell(1).text}: ${cell.text}`) : undefined)));
    expect(notes).toEqual(['revenue: 很多', 'plan: 不知道']);
    const mended = await bring('again.xlsx', await filled(new Uint8Array(await marked.xlsx.writeBuffer()), { revenue: '77', plan: 'Keep', ...truth }));
    expect(mended).toMatchObject({ state: 'ready', party: faulty.party });
    expect((await call(city, 'GET', `/campaigns/${campaign.id}/workbook-returns?state=faulty`)).json()).toMatchObject({ total: 0 });
  });

  it('are refused when they are no form of this campaign, forged, or somebody else’s', async () => {
    const forged = await filled(formOf('丁'), { revenue: '1', ...truth }, (book) => book.worksheets.forEach((sheet) => sheet.eachRow((row) => row.eachCell((cell) => (cell.text.includes('CL1-') ? (cell.value = cell.text.replace(/.$/, (last) => (last === '0' ? '1' : '0'))) : undefined)))));
    expect(await bring('forged.xlsx', forged)).toMatchObject({ state: 'unknown', reason: 'noReference', party: null });
    expect(await bring('list.csv', Buffer.from('名称\n样例\n'))).toMatchObject({ state: 'unknown', reason: 'notForm' });
    expect(await bring('cut.xlsx', (formOf('丁') ?? new Uint8Array()).subarray(0, 900))).toMatchObject({ state: 'unknown', reason: 'unreadable' });
    expect((await sent(elsewhere, `/campaigns/${campaign.id}/workbook-returns?fileName=x.xlsx`, forged)).statusCode).toBe(404);
  });

  it('fill the draft of whoever reports, and of nobody else', async () => {
    const partyId = (await call(rep, 'GET', '/my-reports')).json<{ items: Json[] }>().items[0]?.id ?? '';
    expect((await sent(rep, `/parties/${partyId}/workbook?fileName=a.xlsx`, await filled(formOf('乙'), { revenue: '5' }))).json()).toMatchObject({ reason: 'workbookOfOther' });
    expect((await sent(rep, `/parties/${partyId}/workbook?fileName=a.xlsx`, await filled(formOf('甲'), { revenue: '5' }))).json()).toMatchObject({ reason: 'alreadySubmitted' });
  });
});

/** A page as a scanner sees it: the code in a corner, grey around it. */
function scanOf(words: string, kind: 'png' | 'jpeg'): Uint8Array {
  const [width, height, module] = [1240, 1754, 6];
  const data = Buffer.alloc(width * height * 4, 250);
  const { size, data: dots } = encode(words, { ecc: 'Q', border: 4 });
  for (let y = 0; y < size * module; y += 1) {
    for (let x = 0; x < size * module; x += 1) {
      const at = ((y + 90) * width + x + 700) * 4;
      data.fill(dots[Math.floor(y / module)]?.[Math.floor(x / module)] ? 20 : 245, at, at + 3);
      data[at + 3] = 255;
    }
  }
  if (kind === 'jpeg') return new Uint8Array(jpeg.encode({ data, width, height }, 60).data);
  const png = new PNG({ width, height });
  data.copy(png.data);
  return new Uint8Array(PNG.sync.write(png));
}

describe('stamped scans', () => {
  const referenceOn = async (partyId: string, query = '') => /CL1-[0-9A-Z-]{40}/.exec((await house.request(city, { method: 'GET', url: `/print/forms/${partyId}${query}` })).body)?.[0] ?? '';
  const file = async (bytes: Uint8Array, name = 'scan.png') => (await sent(city, `/campaigns/${campaign.id}/scans?fileName=${name}`, bytes)).json<Json & { number: number; newest: number; reason?: string }>();

  it('are filed beside the version on the sheet, and say when the figures have moved on', async () => {
    const { items } = (await call(city, 'GET', `/campaigns/${campaign.id}/parties?state=submitted`)).json<{ items: Json[] }>();
    const party = items[0] as Json;
    const bytes = scanOf(await referenceOn(party.id), 'png');
    expect(await file(bytes)).toMatchObject({ number: 1, newest: 1, party: { id: party.id } });
    expect(await file(bytes)).toMatchObject({ reason: 'scanFiled' });
    expect(await file(scanOf(await referenceOn(party.id, '?empty=true'), 'jpeg'), 'scan.jpg')).toMatchObject({ number: 0, newest: 1 });
    await made(city, `/parties/${party.id}/return`, { reasons: [{ field: 'revenue', reason: '请核对' }] }, party.version);
    const again = await bring('second.xlsx', await filled(formOf('甲'), { revenue: '1300', ...truth }));
    expect(await made(city, `/campaigns/${campaign.id}/workbook-returns/submission`, { returnIds: [again.id] })).toMatchObject({ submitted: 1 });
    expect((await call(city, 'GET', `/parties/${party.id}/scans`)).json()).toMatchObject({ total: 2, items: expect.arrayContaining([expect.objectContaining({ number: 1, newest: 2 })]) });
    expect((await call(city, 'GET', `/records/party/${party.id}/files`)).json()).toMatchObject({ total: 2 });
  });

  it('without a code of this campaign are refused in words', async () => {
    expect(await file(scanOf('hello', 'png'))).toMatchObject({ reason: 'scanWithoutCode' });
    expect(await file(Buffer.from('not a picture'))).toMatchObject({ reason: 'scanUnreadable' });
    expect(await file(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toMatchObject({ reason: 'scanUnreadable' });
  });
});
