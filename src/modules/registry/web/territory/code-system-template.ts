import { saveFile, toCsv } from '#web/api/download.ts';

const head = ['codeSystem', 'kind', 'systemNameZh', 'systemNameEn', 'issuerZh', 'issuerEn', 'edition', 'source', 'systemValidFrom', 'systemValidUntil', 'datum', 'code', 'nameZh', 'nameEn', 'aliases', 'level', 'parent', 'validFrom', 'validUntil', 'successor', 'longitude', 'latitude', 'geometry'];

/** Two lines that show how it is filled in: the columns of the system once, then one line for each code. */
const lines = [
  { codeSystem: 'my-zones', kind: 'territory', systemNameZh: '样例片区', systemNameEn: 'Sample zones', source: '样例来源 / Sample source', datum: 'wgs84', code: '1', nameZh: '样例片区一', nameEn: 'Sample zone 1', level: 'county', parent: 'cn:440600' },
  { code: '1.1', nameZh: '样例片区一之甲', nameEn: 'Sample zone 1.1', level: 'other', parent: '1' },
] as const satisfies readonly Record<string, string>[];

export function saveTemplate(): void {
  saveFile('code-system.csv', toCsv([head, ...lines.map((line) => head.map((column) => (line as Record<string, string>)[column] ?? ''))]), 'text/csv');
}
