import type { Rng } from '#kernel/stats/rng.ts';

/** Values that have broken programs before: wrong types, edges, other languages' code, text no table can hold. */
export const badValues: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63),
  '', ' ', '0', '-1', '1e400', 'NaN', 'Infinity', '9'.repeat(400), '0.'.padEnd(300, '1'), '１２３', '١٢٣',
  'x'.repeat(20_000), '集群'.repeat(5_000), 'e\u0301'.repeat(50), '👩‍👩‍👧‍👦', '\u202Egnp.exe', '\uFEFF', '\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\n\r\t', '\\', '"', "'",
  "'; drop table organisation; --", "' or '1'='1", '%', '%%%_\\', '$1', '{{7*7}}', '${7*7}', '<script>alert(1)</script>', '../../../../etc/passwd', '..\\..\\', 'file:///etc/passwd', '/dev/null', '%2e%2e%2f', '=cmd|1',
  '0000-00-00', '0000-01-01', '9999-12-31', '2026-02-30', '2026-13-01', '-infinity', 'infinity', 'now', '275760-09-13T00:00:00.000Z', '2026-01-01T25:00:00Z', '10000-01-01', '0001-01-01',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '0190AAAA-0000-7000-8000-00000000000G', 'cn:440000', 'cn:', 'world:ZZ', ':', '__proto__', 'constructor', 'toString', 'null', 'undefined', '[object Object]',
  [], [[]], [null], Array.from({ length: 2000 }, () => 'a'), {}, { $ne: null }, { zh: 1 }, { zh: '' }, { length: 1e9 }, { toString: 'x' },
];

/** One place of a value, where it can be replaced. */
type Place = { holder: Record<string, unknown> | unknown[]; key: string | number };

function placesOf(value: unknown): Place[] {
  if (value === null || typeof value !== 'object') return [];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [...keys].flatMap((key) => [{ holder: value as Place['holder'], key }, ...placesOf((value as Record<string | number, unknown>)[key])]);
}

/** The value with one to three places spoilt: replaced, left out, or a field too many. */
export function spoil(good: unknown, rng: Rng): unknown {
  if (rng.chance(0.06)) return rng.pick(badValues);
  const value = structuredClone(good);
  for (let times = rng.weighted([[1, 6], [2, 2], [3, 1]]); times > 0; times -= 1) {
    const places = placesOf(value);
    if (places.length === 0 || rng.chance(0.05)) {
      if (value !== null && typeof value === 'object' && !Array.isArray(value)) Object.defineProperty(value, rng.pick(['extra', '__proto__', 'constructor', 'id', 'space_id', 'a\u0000']), { value: rng.pick(badValues), enumerable: true, configurable: true, writable: true });
      continue;
    }
    const { holder, key } = rng.pick(places);
    if (rng.chance(0.12) && !Array.isArray(holder)) delete holder[key];
    else (holder as Record<string | number, unknown>)[key] = rng.pick(badValues);
  }
  return value;
}

/** A value as a browser would put it into an address. */
export function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent((text ?? '').slice(0, 3000).replaceAll(/\p{Cs}/gu, '\uFFFD'));
}

/** Tables that are none, or are trouble. */
const badTableTexts = [
  '', '\uFEFF', '\n\n\n', 'a', 'name\n', ',,,,\n,,,,', 'name,name\nA,B', 'name\n"unclosed', 'name\nA"B"C', 'name,city\nA', 'name\nA,B,C,D', 'name;city\nA;深圳', 'name\n=cmd|1', 'name\n\ud83d\ude00', `${'c,'.repeat(3000)}\n1`, `name\n${'x'.repeat(200_000)}`, 'name\na\u0000b', '__proto__,constructor\n1,2', '机构名称,城市\n样例甲,深圳市\n样例乙,没有这个市',
];
const brokenBytes = [[0xff, 0xfe, 0x00], [0x50, 0x4b, 0x03, 0x04, 0, 0], [0xc3, 0x28], [0, 0, 0, 0]];
export const badTables: readonly Buffer[] = [...badTableTexts.map((text) => Buffer.from(text)), ...brokenBytes.map((bytes) => Buffer.from(bytes)), Buffer.from('name\nA', 'utf16le')];
