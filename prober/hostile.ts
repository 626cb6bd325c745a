/** Marks that stand in what is sent; finding one where it acts (raw HTML, a live spreadsheet cell) is a finding. */
export const marks = { html: 'onerror=proberalert', formula: '=cmd|prober', file: 'root:x:0:0', pollution: 'proberPolluted' } as const;

export const hostileTexts: readonly string[] = [
  "'; drop table organisation; --", "' or '1'='1", "1' and pg_sleep(0)--", '") union select null,version()--', "\\'; select 1; --", '%', '%%%_\\', '$1', '$$', ':x', '?', '1; select 1',
  `<img src=x ${marks.html}>`, `"><script>${marks.html}</script>`, `javascript:${marks.html}`, '{{7*7}}', '${7*7}', '<%= 7*7 %>', '&#0;&lt;', ']]><!--',
  `${marks.formula}!A1`, '=HYPERLINK("http://x")', '+1+1', '-1+1', '@SUM(1)', '\t=1', '＝1', '\r\n=1',
  '../../../../etc/passwd', '..\\..\\windows\\win.ini', 'file:///etc/passwd', '/etc/passwd', '/dev/null', '%2e%2e%2f', '....//', '\\\\host\\share', 'CON', 'aux.csv', '.',
  '', ' ', '\n\r\t', '\u0000', 'a\u0000b', '\uD800', '\uDFFF\uD800', '\uFEFF', '\u202Egnp.exe', '\u2028', 'e\u0301'.repeat(50), '👩‍👩‍👧‍👦', '１２３', '١٢٣', 'ﷺ'.repeat(200), 'İı', 'x'.repeat(20_000), '集群'.repeat(5_000), 'a'.repeat(300) + '!', '('.repeat(200), `${'a,'.repeat(500)}`,
  '0', '-1', '1e400', 'NaN', 'Infinity', '9'.repeat(400), '0.'.padEnd(300, '1'), '-0', '0x10', '1_000', '1,5',
  '0000-00-00', '0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', '2026-02-30', '2026-13-01', '275760-09-13T00:00:00.000Z', '2026-01-01T25:00:00Z', '-infinity', 'now',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '0190AAAA-0000-7000-8000-00000000000G', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'true', '[object Object]', '[]', '{}',
  'en\r\nset-cookie: a=b', 'http://127.0.0.1:1/', 'http://169.254.169.254/', 'a@b', 'a'.repeat(65) + '@example.org',
];

export const hostileValues: readonly unknown[] = [
  null, true, false, 0, -0, -1, 1.5, 1e308, -1e308, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 63), 5e-324,
  [], [[]], [null], [{}], Array.from({ length: 2000 }, () => 'a'), {}, { $ne: null }, { zh: 1 }, { zh: '', en: '' }, { length: 1e9 }, { toString: 'x' }, { constructor: { prototype: { [marks.pollution]: 1 } } },
];

export const extraNames: readonly string[] = ['extra', 'id', 'role', 'status', 'spaceId', 'space_id', 'tenantId', 'isAdmin', 'version', 'createdBy', '__proto__', 'constructor', 'prototype', 'toString', 'a\u0000', '', '$where', 'x'.repeat(300), 'ключ'];

const bytes = (...parts: number[]): Uint8Array => Uint8Array.from(parts);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** Bodies that no reader of JSON should trip over. `sound` is the text of an acceptable one. */
export const rawBodies: readonly ((sound: string) => { body: Uint8Array; type?: string })[] = [
  (sound) => ({ body: text(sound.slice(0, -1)) }),
  (sound) => ({ body: text(`${sound}${sound}`) }),
  () => ({ body: text('') }),
  () => ({ body: text('null') }),
  () => ({ body: text('"text"') }),
  () => ({ body: text('[]') }),
  () => ({ body: text('{}') }),
  () => ({ body: text('{"a":1,"a":2}') }),
  (sound) => ({ body: text(sound.replace(/^\{"([^"]+)":/, '{"$1":null,"$1":')) }),
  (sound) => ({ body: text(sound.replace(/^\{/, `{"__proto__":{"${marks.pollution}":true},`)) }),
  (sound) => ({ body: text(sound.replace(/^\{/, `{"constructor":{"prototype":{"${marks.pollution}":true}},`)) }),
  (sound) => ({ body: text(sound.replace(/:("[^"]*"|\d+)/, ':1e999')) }),
  (sound) => ({ body: text(sound.replace(/:("[^"]*"|\d+)/, `:${'9'.repeat(5000)}`)) }),
  (sound) => ({ body: text(sound.replace(/:"[^"]*"/, ':"\\ud83d"')) }),
  (sound) => ({ body: text(sound.replace(/:"[^"]*"/, ':"a\\u0000b"')) }),
  (sound) => ({ body: text(sound.replace(/:("[^"]*"|\d+)/, `:${'['.repeat(5000)}${']'.repeat(5000)}`)) }),
  () => ({ body: text('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000)) }),
  () => ({ body: text('['.repeat(100_000)) }),
  (sound) => ({ body: Uint8Array.from([0xef, 0xbb, 0xbf, ...text(sound)]) }),
  () => ({ body: bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d) }),
  () => ({ body: bytes(0x1f, 0x8b, 0, 0, 0) }),
  () => ({ body: bytes(0, 0, 0, 0) }),
  (sound) => ({ body: text(sound), type: 'text/plain' }),
  (sound) => ({ body: text(sound), type: 'application/xml' }),
  () => ({ body: text('a=1&b=2'), type: 'application/x-www-form-urlencoded' }),
  () => ({ body: text('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'), type: 'multipart/form-data; boundary=x' }),
  (sound) => ({ body: text(sound), type: 'application/json; charset=utf-16' }),
  (sound) => ({ body: text(sound), type: ';;;' }),
  (sound) => ({ body: text(sound), type: 'APPLICATION/JSON' }),
];

/** Files that are none, are trouble, or are something else than they say. */
export const rawFiles: readonly Uint8Array[] = [
  ...['', '\uFEFF', '\n\n\n', 'a', ',,,,\n,,,,', 'name,name\nA,B', 'name\n"unclosed', 'name\nA"B"C', 'name\nA,B,C,D', `name\n${marks.formula}`, `${'c,'.repeat(3000)}\n1`, `name\n${'x'.repeat(200_000)}`, 'name\na\u0000b', '__proto__,constructor\n1,2', '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', '<!doctype html><script>1</script>', '%PDF-1.7\n', 'GIF89a', '{"a":1}', '#!/bin/sh\n'].map(text),
  bytes(0xff, 0xfe, 0x00), bytes(0x50, 0x4b, 0x03, 0x04, 0, 0), bytes(0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)), bytes(0xc3, 0x28), bytes(0, 0, 0, 0), bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff), bytes(0x1f, 0x8b, 8, 0), bytes(0x4d, 0x5a, 0x90), bytes(0xff, 0xd8, 0xff, 0xe0),
];

/** Path segments as they stand in the address, already encoded. */
export const rawSegments: readonly string[] = ['..', '.', '%2e%2e', '..%2f..%2f..%2fetc%2fpasswd', '%2e%2e%5c', '%00', 'a%00b', '%', '%E0%A4%A', '%ff', '%c0%ae', '9'.repeat(5000), '%0d%0aset-cookie:a=b', '*', '{id}', ':id', ';x=1', '%3Cscript%3E', "1'--", '1%27%20or%20%271%27=%271', '-1', '0', 'null', 'undefined', '__proto__', 'constructor', '00000000-0000-0000-0000-000000000000', '%F0%9F%98%80', '集群'];
