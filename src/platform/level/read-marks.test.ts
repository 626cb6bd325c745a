import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { marksInFile, type FoundMark } from './read-marks.ts';

const zip = (parts: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries({ '[Content_Types].xml': '<Types/>', ...parts }).map(([name, text]) => [name, strToU8(text)])));
const word = (body: string, others: Record<string, string> = {}): Uint8Array => zip({ 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>`, ...others });
const said = (...runs: string[]): string => `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;
const book = (sheet: string, strings = ''): Uint8Array =>
  zip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="企业名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
  });

/** A page of text in a font without glyphs: what a reader copies comes from its table of characters. */
function pdf(...pages: string[]): Uint8Array {
  const signs = [...new Set(pages.join(''))];
  const hex = (value: number): string => value.toString(16).padStart(4, '0');
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${signs.length} beginbfchar ${signs.map((sign, index) => `<${hex(index + 1)}> <${hex(sign.codePointAt(0) ?? 0)}>`).join(' ')} endbfchar endcmap end end`;
  const stream = (content: string): string => `<< /Length ${content.length} >> stream\n${content}\nendstream`;
  const shown = pages.map((page) => stream(`BT /F1 16 Tf 50 700 Td <${[...page].map((sign) => hex(signs.indexOf(sign) + 1)).join('')}> Tj ET`));
  const kids = pages.map((_page, index) => 7 + index * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /Plain /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(cmap),
    ...shown.flatMap((content, index) => [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${8 + index * 2} 0 R >>`, content]),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const offsets = body.map((_object, index) => 9 + body.slice(0, index).join('').length);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return strToU8(`%PDF-1.4\n${body.join('')}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${9 + body.join('').length}\n%%EOF`);
}

const marked: readonly [string, string, Uint8Array, FoundMark][] = [
  ['a text', 'a.txt', strToU8('标题\n机密★5年\n'), { mark: '机密', place: { kind: 'line', line: 2 } }],
  ['a text in GB18030', 'a.txt', new Uint8Array([0xbb, 0xfa, 0xc3, 0xdc, 0x0a]), { mark: '机密', place: { kind: 'line', line: 1 } }],
  ['a text of two bytes a sign', 'a.txt', new Uint8Array(Buffer.from('\ufeff绝密★\n', 'utf16le')), { mark: '绝密', place: { kind: 'line', line: 1 } }],
  ['a cell of a CSV', 'a.csv', strToU8('名称,密级\n"甲,乙",公开\n丙,秘密\n'), { mark: '秘密', place: { kind: 'cell', sheet: '', cell: 'B3' } }],
  ['a file name', '规划【机密】.txt', strToU8('x'), { mark: '机密', place: { kind: 'name' } }],
  ['a paragraph in pieces', 'a.docx', word(said('正文') + said('绝', '密', '★')), { mark: '绝密', place: { kind: 'part', part: 'word/document.xml', line: 2 } }],
  ['a header', 'a.docx', word(said('正文'), { 'word/header1.xml': `<w:hdr>${said('秘密★10年')}</w:hdr>` }), { mark: '秘密', place: { kind: 'part', part: 'word/header1.xml', line: 1 } }],
  ['a drawn watermark', 'a.docx', word(said('正文'), { 'word/header2.xml': '<w:hdr><v:textpath style="x" string="机密"/></w:hdr>' }), { mark: '机密', place: { kind: 'part', part: 'word/header2.xml', line: 1 } }],
  ['a text box', 'a.docx', word(`<w:p><w:r><w:t>外</w:t></w:r><w:txbxContent>${said('【秘密】')}</w:txbxContent></w:p>`), { mark: '秘密', place: { kind: 'part', part: 'word/document.xml', line: 2 } }],
  ['a shared string', 'a.xlsx', book('<sheetData><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>', '<si><t>公开</t></si><si><r><t>机</t></r><r><t>密</t></r><rPh><t>ji</t></rPh></si>'), { mark: '机密', place: { kind: 'cell', sheet: '企业名单', cell: 'A2' } }],
  ['an inline string', 'a.xlsx', book('<sheetData><row><c r="C7" t="inlineStr"><is><t>密级：绝密</t></is></c></row></sheetData>'), { mark: '绝密', place: { kind: 'cell', sheet: '企业名单', cell: 'C7' } }],
  ['the header of a sheet', 'a.xlsx', book('<sheetData/><headerFooter><oddHeader>&amp;C&amp;"宋体,Bold"&amp;12秘密</oddHeader></headerFooter>'), { mark: '秘密', place: { kind: 'part', part: '企业名单', line: 1 } }],
  ['a slide', 'a.pptx', zip({ 'ppt/slides/slide3.xml': '<p:sld><a:p><a:r><a:t>机密 ★ 3 年</a:t></a:r></a:p></p:sld>' }), { mark: '机密', place: { kind: 'part', part: 'ppt/slides/slide3.xml', line: 1 } }],
  ['a text in an archive', 'a.zip', zipSync({ 'inner/b.txt': strToU8('绝密') }), { mark: '绝密', place: { kind: 'part', part: 'inner/b.txt', line: 1 } }],
  ['the second page of a PDF', 'a.pdf', pdf('产业集群年度报告', '机密★5年'), { mark: '机密', place: { kind: 'page', page: 2, line: 1 } }],
];

const ordinary: readonly [string, Uint8Array][] = [
  ['a.txt', strToU8('商业秘密保护办法\n保密协议')],
  ['a.csv', strToU8('名称,说明\n甲,商业秘密\n乙,"绝密,机密,秘密三级说明"\n')],
  ['a.docx', word(said('商业', '秘密') + said('秘密武器'))],
  ['a.xlsx', book('<sheetData><row><c r="A1"><v>5</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>', '<si><t>机密性要求</t></si>')],
  ['a.pptx', zip({ 'ppt/slides/slide1.xml': '<p:sld><a:p><a:r><a:t>保密工作</a:t></a:r></a:p></p:sld>' })],
  ['a.pdf', pdf('商业秘密保护', '保密协议')],
  ['empty.txt', new Uint8Array()],
];

describe('marks in files', () => {
  it.each(marked)('are found in %s', async (_what, name, bytes, mark) => {
    expect((await marksInFile(bytes, name)).marks[0]).toEqual(mark);
  });
  it.each(ordinary)('are not found in an ordinary %s', async (name, bytes) => {
    expect(await marksInFile(bytes, name)).toEqual({ marks: [], read: 'all' });
  });
  it('says so where nothing can be read', async () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 255, 254]);
    const broken = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]);
    const scan = pdf('');
    for (const bytes of [picture, broken, scan]) expect(await marksInFile(bytes, 'a.bin')).toEqual({ marks: [], read: 'none' });
  });
  it('counts its corpus', () => {
    process.stdout.write(`secret marks in files: ${marked.length} marked and ${ordinary.length} ordinary files\n`);
    expect(marked.length + ordinary.length).toBeGreaterThan(20);
  });
});
