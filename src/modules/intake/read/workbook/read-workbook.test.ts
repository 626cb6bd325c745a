import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, numberCell, textCell, workbookFiles } from '../../../../../test/intake/make-workbook.ts';
import { readTableFile, readWorkbookHere } from '../../../../../test/intake/read-table.ts';

const open = (bytes: Uint8Array) => readTableFile(bytes, { name: 'file.xlsx' });
const read = readWorkbookHere;
const plain = { name: '企业', rows: [['名称', '城市'], ['样例一', '佛山'], ['样例二', '广州']] };
const cellsOf = (found: Awaited<ReturnType<typeof read>>) => found.rows?.map(({ cells }) => cells);

describe('sheets', () => {
  const book = makeWorkbook({ sheets: [{ name: '封面', rows: [['关于本表']] }, { name: '旧', state: 'hidden', rows: [['a', 'b'], ['1', '2']] }, plain, { name: '附表', rows: [['c', 'd'], ['3', '4']] }] });
  it('the first visible one with a table is read, and the others named', async () => {
    const found = await open(book);
    expect(found.table).toMatchObject({ format: 'xlsx', encoding: null, sheet: '企业', sheets: [{ name: '封面', hidden: false }, { name: '旧', hidden: true }, { name: '企业' }, { name: '附表' }] });
    expect([found.columns, found.rows]).toEqual([['名称', '城市'], [{ rowNumber: 2, cells: ['样例一', '佛山'] }, { rowNumber: 3, cells: ['样例二', '广州'] }]]);
    expect(found.remarks).toEqual([{ remark: 'otherSheets', params: { sheet: '企业', others: '封面, 附表' } }]);
  });
  it('another one is read by its name, a hidden one with a remark', async () => {
    const found = await read(book, { sheet: '旧' });
    expect([found.columns, found.remarks]).toEqual([['a', 'b'], [{ remark: 'sheetHidden', params: { sheet: '旧' } }]]);
    expect(await read(book, { sheet: '没有' })).toEqual({ reason: 'sheetUnknown', params: { sheet: '没有', sheets: '封面, 旧, 企业, 附表' } });
  });
  it('a header without rows, or nothing, is refused', async () => {
    expect(await read(makeWorkbook({ sheets: [{ name: 'x', rows: [['a', 'b']] }] }))).toMatchObject({ reason: 'noRows' });
    expect(await read(makeWorkbook({ sheets: [{ name: 'x', rows: [] }] }))).toMatchObject({ reason: 'noHeader' });
  });
});

describe('headers', () => {
  it('a merged name is repeated and joined with the names below it', async () => {
    const found = await read(makeWorkbook({ sheets: [{ name: 'x', merges: ['A1:A2', 'B1:C1', 'D1:E1'], rows: [['名称', '销售', '', '利润', ''], ['', '2023', '2024', '2023', '2024'], ['样例一', '1', '2', '3', '4']] }] }));
    expect(found.columns).toEqual(['名称', '销售 / 2023', '销售 / 2024', '利润 / 2023', '利润 / 2024']);
    expect(found.rows).toEqual([{ rowNumber: 3, cells: ['样例一', '1', '2', '3', '4'] }]);
    expect(found.remarks).toEqual([{ remark: 'headersJoined', params: { from: 1, to: 2 } }]);
  });
  it('a second row of names is told from a row of values', async () => {
    const names = await read(makeWorkbook({ sheets: [{ name: 'x', merges: ['A1:B1', 'C1:D1'], rows: [['基本', '', '销售', ''], ['名称', '城市', '2023', '2024'], ['样例一', '佛山', '1', '2']] }] }));
    expect(names.columns).toEqual(['基本 / 名称', '基本 / 城市', '销售 / 2023', '销售 / 2024']);
    const values = await read(makeWorkbook({ sheets: [{ name: 'x', merges: ['B1:C1'], rows: [['名称', '地址', ''], ['样例一', '佛山', '季华路']] }] }));
    expect([values.columns, values.rows?.length]).toEqual([['名称', '地址', '地址 (2)'], 1]);
  });
  it('a merged title above the header is passed over', async () => {
    const found = await read(makeWorkbook({ sheets: [{ name: 'x', merges: ['A1:C1'], rows: [['2024 年企业名录', '', ''], null, ['名称', '城市', '备注'], ['样例一', '佛山', '']] }] }));
    expect([found.columns, cellsOf(found)]).toEqual([['名称', '城市', '备注'], [['样例一', '佛山', '']]]);
    expect(found.remarks).toEqual([{ remark: 'titleSkipped', params: { row: 3 } }]);
  });
  it('equal ones are told apart', async () => expect((await read(makeWorkbook({ sheets: [{ name: 'x', rows: [['名称', '名称'], ['a', 'b']] }] }))).columns).toEqual(['名称', '名称 (2)']));
  it('a value merged downwards counts for every row it covers', async () => {
    const found = await read(makeWorkbook({ sheets: [{ name: 'x', merges: ['A2:A3'], rows: [['市', '名称'], ['佛山', '样例一'], ['', '样例二'], ['', '样例三']] }] }));
    expect(cellsOf(found)).toEqual([['佛山', '样例一'], ['佛山', '样例二'], ['', '样例三']]);
    expect(found.remarks).toEqual([{ remark: 'cellsMerged', params: { count: 1 } }]);
  });
});

describe('cells', () => {
  const row = (cells: string, book: Partial<Parameters<typeof makeWorkbook>[0]> = {}) => read(makeWorkbook({ ...book, sheets: [{ name: 'x', rows: [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], cells] }] }));
  it('numbers come as they were written, without float noise', async () => {
    const found = await row(['0.1', '1.1000000000000001', '30000', '1E-7', '-2.5', '123456789012345', '1.2E+5', '0.30000000000000004'].map((value, index) => numberCell(`${'ABCDEFGH'[index]}2`, value)).join(''));
    expect(cellsOf(found)).toEqual([['0.1', '1.1', '30000', '0.0000001', '-2.5', '123456789012345', '120000', '0.3']]);
  });
  it('formats that change the meaning are followed: percent, leading zeros', async () => {
    const found = await row(numberCell('A2', 0.285, 1) + numberCell('B2', 440, 2) + numberCell('C2', '0.57', 1), { formats: ['0.0%', '000000'] });
    expect(cellsOf(found)?.[0]?.slice(0, 3)).toEqual(['28.5%', '000440', '57%']);
  });
  it('dates become ISO text in both day systems', async () => {
    const formats = ['yyyy-mm-dd', 'yyyy"年"m"月"', 'yyyy/m/d h:mm', 'h:mm:ss', '[$-804]yyyy"年"m"月"d"日"', 'yyyy'];
    const cells = numberCell('A2', 45292, 1) + numberCell('B2', 45292, 2) + numberCell('C2', 45292.354166666664, 3) + numberCell('D2', 0.5, 4) + numberCell('E2', 44782, 5) + numberCell('F2', 45292, 6) + numberCell('G2', 1, 1) + '<c r="H2" t="d"><v>2024-05-06T00:00:00</v></c>';
    expect(cellsOf(await row(cells, { formats }))).toEqual([['2024-01-01', '2024-01', '2024-01-01T08:30:00', '12:00:00', '2022-08-09', '2024', '1900-01-01', '2024-05-06']]);
    expect(cellsOf(await row(numberCell('A2', 0, 1) + numberCell('B2', 43830, 1), { formats, date1904: true }))?.[0]?.slice(0, 2)).toEqual(['1904-01-01', '2024-01-01']);
    expect((await row(numberCell('A2', 60, 1) + numberCell('B2', -3, 1), { formats })).rows?.[0]?.faults).toMatchObject([{ column: 0, fault: 'dateImpossible' }, { column: 1, fault: 'dateImpossible' }]);
  });
  it('a code of eighteen digits kept as a number is named, not guessed', async () => {
    const found = await row(numberCell('A2', '9.14401010190385E+17') + numberCell('B2', '440600'));
    expect(found.rows?.[0]?.faults).toEqual([{ column: 0, fault: 'codeRounded', params: { value: '914401010190385000' } }]);
  });
  it('shared, rich and inline strings, booleans, escapes', async () => {
    const strings = ['<t>佛山 &amp; 广州</t>', '<r><t>粗</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 体</t></r><rPh sb="0" eb="1"><t>kana</t></rPh>', '<t>a_x000D_\nb</t>'];
    const found = await row('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c><c r="F2" t="str"><f>A1&amp;"x"</f><v>&#x4F5B;</v></c>', { strings });
    expect(cellsOf(found)?.[0]?.slice(0, 6)).toEqual(['佛山 & 广州', '粗 体', 'a\nb', 'TRUE', 'xy', '佛']);
    expect(found.remarks).toEqual([{ remark: 'formulasCached', params: { count: 1 } }]);
  });
  it('formulas are never evaluated; those without a result and error values are named', async () => {
    const found = await row('<c r="A2"><f>SUM(B1:B9)</f><v>42</v></c><c r="B2"><f>cmd|\' /C calc\'!A0</f></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>' + textCell('E2', "=cmd|' /C calc'!A0"));
    expect(found.rows?.[0]).toMatchObject({ rowNumber: 2, cells: ['42', '', '#N/A', '#DIV/0!', "=cmd|' /C calc'!A0", '', '', ''], faults: [{ column: 1, fault: 'formulaEmpty' }, { column: 2, fault: 'cellError', params: { value: '#N/A' } }, { column: 3, fault: 'cellError' }] });
  });
  it('rows and cells without a place follow the one before', async () => {
    const data = '<row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row><row r="9"><c r="B9"><v>3</v></c></row>';
    expect((await read(makeWorkbook({ sheets: [{ name: 'x', rows: [], data }] }))).rows).toEqual([{ rowNumber: 2, cells: ['1', '2'] }, { rowNumber: 9, cells: ['', '3'] }]);
  });
  it('hidden rows and columns are read, and said', async () => {
    const data = `<row r="1">${textCell('A1', 'a')}${textCell('B1', 'b')}</row><row r="2" hidden="1">${textCell('A2', '1')}</row><row r="3">${textCell('B3', '2')}</row>`;
    const found = await read(makeWorkbook({ sheets: [{ name: 'x', rows: [], data, columns: '<col min="2" max="2" width="9" hidden="1"/>' }] }));
    expect([found.rows?.length, found.remarks]).toEqual([2, [{ remark: 'rowsHidden', params: { count: 1 } }, { remark: 'columnsHidden', params: { count: 1, columns: 'B b' } }]]);
  });
});

describe('limits', () => {
  it('columns, rows, cells and the size of a sheet', async () => {
    const wide = `<row r="1">${textCell('A1', 'a')}${textCell('XFD1', 'z')}</row><row r="2">${textCell('A2', 'a')}</row>`;
    expect(await read(makeWorkbook({ sheets: [{ name: 'x', rows: [], data: wide }] }))).toEqual({ reason: 'tooManyColumns', params: { row: 1, columns: 16_384, limit: 1000 } });
    expect(await read(makeWorkbook({ sheets: [plain] }), { limits: { rows: 1 } })).toEqual({ reason: 'tooManyRows', params: { limit: 1 } });
    expect(await read(makeWorkbook({ sheets: [{ name: 'x', rows: [['a', 'b'], ['x'.repeat(5000), 'c']] }] }), { limits: { cellBytes: 1000 } })).toMatchObject({ reason: 'cellTooLong', params: { row: 2, column: 1 } });
    expect(await read(makeWorkbook({ strings: [`<t>${'x'.repeat(3_000_000)}</t>`], sheets: [{ name: 'x', rows: [['a', 'b'], '<c r="B2" t="s"><v>0</v></c>'] }] }))).toMatchObject({ reason: 'cellTooLong', params: { row: 2, column: 2 } });
    expect(await read(makeWorkbook({ strings: [`<t>${'x'.repeat(900)}</t>`], sheets: [{ name: 'x', rows: [['a', 'b'], Array.from({ length: 20 }, () => '<c t="s"><v>0</v></c>').join('')] }] }), { limits: { cellBytes: 1000 } })).toMatchObject({ reason: 'rowTooLong', params: { row: 2 } });
    expect(await read(makeWorkbook({ sheets: [plain] }), { limits: { sheetBytes: 100 } })).toMatchObject({ reason: 'sheetTooBig', params: { sheet: '企业' } });
  });
});

describe('hostile and broken workbooks', () => {
  const files = workbookFiles({ sheets: [plain] });
  const sound = makeWorkbook({ sheets: [plain] });
  const patched = (name: string, work: (bytes: Buffer, at: number) => void): Uint8Array => {
    const bytes = Buffer.from(sound);
    for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
      if (bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) === name) work(bytes, at);
    }
    return bytes;
  };
  const sheet = 'xl/worksheets/sheet1.xml';
  it.each([
    ['macros', zipSync({ ...files, 'xl/vbaProject.bin': new Uint8Array(9) }), 'workbookMacros'],
    ['old macro sheets', zipSync({ ...files, 'xl/macrosheets/sheet1.xml': new Uint8Array(9) }), 'workbookMacros'],
    ['links to other files', zipSync({ ...files, 'xl/externalLinks/externalLink1.xml': new Uint8Array(9) }), 'workbookLinks'],
    ['a name that climbs out', zipSync({ ...files, '../../etc/cron.d/x': new Uint8Array(9) }), 'workbookUnsafe'],
    ['an absolute name', zipSync({ ...files, '/etc/passwd': new Uint8Array(9) }), 'workbookUnsafe'],
    ['an encoded name that climbs out', zipSync({ ...files, 'xl/%2e%2e/%2e%2e/x': new Uint8Array(9) }), 'workbookUnsafe'],
    ['a Windows path', zipSync({ ...files, 'C:\\x.xml': new Uint8Array(9) }), 'workbookUnsafe'],
    ['too many files', zipSync({ ...files, ...Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`xl/x${index}`, new Uint8Array(0)])) }, { level: 0 }), 'workbookUnsafe'],
    ['a bomb', zipSync({ ...files, [sheet]: new Uint8Array(150_000_000).fill(32) }), 'workbookTooBig'],
    ['sizes that lie', patched(sheet, (bytes, at) => bytes.writeUInt32LE(40, at + 24)), 'workbookUnsafe'],
    ['sizes that boast', patched(sheet, (bytes, at) => bytes.writeUInt32LE(4_000_000, at + 24)), 'workbookBroken'],
    ['an encrypted part', patched(sheet, (bytes, at) => bytes.writeUInt16LE(1, at + 8)), 'workbookLocked'],
    ['two names for the same bytes', patched('xl/styles.xml', (bytes, at) => bytes.writeUInt32LE(0, at + 42)), 'workbookUnsafe'],
    ['a link to somewhere', patched(sheet, (bytes, at) => bytes.writeUInt32LE((0o120777 << 16) >>> 0, at + 38)), 'workbookUnsafe'],
    ['a file cut off', sound.slice(0, -40), 'workbookBroken'],
    ['damaged bytes', patched(sheet, (bytes) => bytes.fill(0xff, bytes.indexOf(sheet) + sheet.length, bytes.indexOf(sheet) + sheet.length + 60)), 'workbookBroken'],
    ['XML cut off', zipSync({ ...files, [sheet]: (files[sheet] as Uint8Array).slice(0, -30) }), 'workbookBroken'],
    ['an entity bomb', zipSync({ ...files, [sheet]: new TextEncoder().encode('<!DOCTYPE lolz [<!ENTITY a "aaaa">]><worksheet/>') }), 'workbookBroken'],
    ['a document of another kind', zipSync({ '[Content_Types].xml': new Uint8Array(1), 'word/document.xml': new Uint8Array(1) }), 'notTable'],
    ['an archive', zipSync({ 'a.csv': new Uint8Array(1) }), 'notTable'],
    ['the old format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldWorkbook'],
    ['a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'workbookLocked'],
    ['HTML called a workbook', Buffer.from('<html><table><tr><td>a</td></tr></table></html>'), 'notTable'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'notTable'],
    ['a shared string that is not there', makeWorkbook({ strings: ['<t>a</t>'], sheets: [{ name: 'x', rows: [['a', 'b'], '<c r="A2" t="s"><v>7</v></c>'] }] }), 'workbookBroken'],
  ])('%s', async (_, bytes, reason) => expect(await open(bytes)).toMatchObject({ reason }));
  it('CSV called a workbook is read as what it is', async () => expect(await open(Buffer.from('a,b\n1,2\n'))).toMatchObject({ columns: ['a', 'b'], table: { format: 'csv' } }));
  it('the fixture itself is sound', () => expect(Object.keys(unzipSync(sound)).length).toBe(6));
});
