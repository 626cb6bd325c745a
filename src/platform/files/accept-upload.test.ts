import { describe, expect, it } from 'vitest';
import { strToU8 } from 'fflate';
import { docx, gif, join, patch, pdf, png, zip } from '#platform/testing/sample-files.ts';
import { acceptUpload } from './accept-upload.ts';
import { downloadName } from './file-name.ts';
import { contentFault } from './check-content.ts';

const answer = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const found = await acceptUpload({ name, bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes });
  return 'reason' in found ? found.reason : found.mediaType;
};
/** Where the directory entry of the only file lies. */
const directoryOf = (bytes: Uint8Array): number => new DataView(bytes.buffer).getUint32(bytes.length - 6, true);

describe('what may be stored', () => {
  it.each([
    ['a.pdf', pdf(), 'application/pdf'],
    ['a.png', png(), 'image/png'],
    ['A.PNG', png(), 'image/png'],
    ['a.gif', gif(), 'image/gif'],
    ['计划.csv', '企业,产值\n样例,1\n', 'text/csv'],
    ['旧.csv', Uint8Array.from([0xc6, 0xf3, 0xd2, 0xb5, 0x2c, 0x31]), 'text/csv'],
    ['a.txt', 'a < b and <b>not a page</b>', 'text/plain'],
    ['a.json', '{"a":1}', 'application/json'],
    ['a.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.odt', zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }), 'application/vnd.oasis.opendocument.text'],
    ['a.ofd', zip({ 'OFD.xml': '<x/>' }), 'application/ofd'],
    ['a.zip', zip({ 'a.txt': 'a' }), 'application/zip'],
  ])('%s', async (name, bytes, mediaType) => {
    expect(await answer(name, bytes)).toBe(mediaType);
  });
});

describe('what is refused', () => {
  const bomb = zip({ 'a.txt': new Uint8Array(30_000_000) });
  const one = zip({ 'a.txt': 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' });
  const twice = zip({ a: 'aaaaaaaa', b: 'bbbbbbbb' });
  it.each([
    ['nothing at all', 'a.txt', '', 'fileEmpty'],
    ['a page', 'a.html', '<!doctype html><script>alert(1)</script>', 'fileActive'],
    ['a page as text', 'a.txt', '  <HTML><script>alert(1)</script>', 'fileActive'],
    ['a page with a byte-order mark', 'a.txt', '\uFEFF<html>', 'fileActive'],
    ['a drawing', 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'fileActive'],
    ['a drawing behind a declaration', 'logo.png', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'fileActive'],
    ['a script', 'a.js', 'alert(1)', 'fileActive'],
    ['a shell script', 'a.txt', '#!/bin/sh\nrm -rf /', 'fileActive'],
    ['a program', 'a.exe', join(strToU8('MZ'), new Uint8Array(200)), 'fileTypeRefused'],
    ['a program as picture', 'a.png', join(strToU8('MZ'), new Uint8Array(200)), 'fileTypeRefused'],
    ['a picture as document', 'a.pdf', png(), 'fileExtensionWrong'],
    ['text as picture', 'a.png', 'hello', 'fileExtensionWrong'],
    ['a document as archive', 'a.zip', docx(), 'fileExtensionWrong'],
    ['no extension', 'picture', png(), 'fileExtensionWrong'],
    ['100k × 100k', 'a.png', png(100_000, 100_000), 'pictureTooBig'],
    ['a strip of 30k', 'a.png', png(30_000, 1), 'pictureTooBig'],
    ['half a picture', 'a.png', png().subarray(0, 40), 'fileBroken'],
    ['a picture and an archive', 'a.png', join(png(), one), 'fileMixed'],
    ['a picture and a page', 'a.gif', join(gif(), strToU8('<script>alert(1)</script>')), 'fileMixed'],
    ['a picture and a document', 'a.gif', join(gif(), pdf()), 'fileMixed'],
    ['a document and an archive', 'a.pdf', join(pdf(), one), 'fileMixed'],
    ['a document and a page', 'a.pdf', join(strToU8('%PDF-1.4\n<html><script>alert(1)</script></html>\n'), pdf().subarray(9)), 'fileMixed'],
    ['half a document', 'a.pdf', strToU8('%PDF-1.4\n1 0 obj'), 'fileBroken'],
    ['an archive that unpacks to too much', 'a.zip', bomb, 'archiveTooBig'],
    ['too many entries', 'a.zip', zip(Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`${index}`, '']))), 'archiveTooBig'],
    ['a directory that claims 4 GB', 'a.zip', patch(one, directoryOf(one) + 24, 255, 255, 255, 255), 'archiveTooBig'],
    ['entries that share their bytes', 'a.zip', patch(twice, directoryOf(twice) + 46 + 1 + 42, 0), 'archiveUnsafe'],
    ['a path upwards', 'a.docx', docx('x', { '../../etc/passwd': 'x' }), 'archiveUnsafe'],
    ['a path from the root', 'a.zip', zip({ '/etc/passwd': 'x' }), 'archiveUnsafe'],
    ['a Windows path', 'a.zip', zip({ 'C:\\x': 'x' }), 'archiveUnsafe'],
    ['a symbolic link', 'a.zip', patch(one, directoryOf(one) + 40, 0, 0xa0), 'archiveUnsafe'],
    ['macros', 'a.docx', docx('x', { 'word/vbaProject.bin': 'x' }), 'fileMacros'],
    ['a cut archive', 'a.docx', docx().subarray(0, -5), 'fileBroken'],
  ])('%s', async (_what, name, bytes, reason) => {
    expect(await answer(name, bytes)).toBe(reason);
  });

  it.each(['../a.png', '..\\a.png', 'a/b.png', '%2e%2e%2fa.png', '..%5Ca.png', 'a\u0000.png', 'a%00.png', 'con.png', 'NUL', 'LPT1.txt', 'com1.png', '..', '.', '', '   ', 'exe.\u202egnp.png', 'a\n.png', `${'a'.repeat(200)}.png`])('the name %j', async (name) => {
    expect(await answer(name, png())).toBe('fileNameUnsafe');
  });

  it('whatever a further check refuses', async () => {
    const refuse = () => ({ reason: 'marked' });
    expect(await acceptUpload({ name: 'a.png', bytes: png() }, [() => null, refuse])).toEqual({ reason: 'marked' });
  });
});

describe('the checks bite', () => {
  it('a mixed file passes where nobody looks behind the picture', () => {
    const mixed = join(png(), zip({ a: 'a' }));
    expect(contentFault('text/plain', mixed)).toBeNull();
    expect(contentFault('image/png', mixed)).toEqual({ reason: 'fileMixed' });
  });

  it('names that some systems can not write are served under a plain one', () => {
    expect(['a:b?.png', '"a".pdf', 'a.txt. .', '样例.pdf'].map(downloadName)).toEqual(['a_b_.png', '_a_.pdf', 'a.txt', '样例.pdf']);
  });
});
