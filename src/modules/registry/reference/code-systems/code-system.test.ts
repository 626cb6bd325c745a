import { describe, expect, it } from 'vitest';
import { buildCodeSystem } from './build-code-system.ts';
import { readCodeSystem } from './read-code-system.ts';

const system = { id: 'own-zones', kind: 'territory', name: { en: 'Sample zones' }, source: 'Sample list' };
const entry = (code: string, more: object = {}) => ({ code, name: { en: `Sample ${code}` }, level: 'other', ...more });
const read = (...entries: object[]) => readCodeSystem(JSON.stringify({ system, entries }));

function reasons(...entries: object[]): string[] {
  const draft = read(...entries);
  const built = draft.ok ? buildCodeSystem(draft.value) : draft;
  return built.ok ? [] : (built.problems ?? []).map((problem) => `${problem.path} ${problem.reason}`);
}

const square = { type: 'Polygon', coordinates: [[[113, 23], [114, 23], [114, 24], [113, 23]]] };

describe('readCodeSystem', () => {
  it('reads JSON with geometry, validity and successor', () => {
    const draft = read(entry('A', { validFrom: '2019-01-01', geometry: square }), entry('B', { parent: 'A', validUntil: '2020-12-31', successor: 'C' }), entry('C', { parent: 'A', aliases: ['Sample sea'] }));
    expect(draft.ok).toBe(true);
    const built = draft.ok ? buildCodeSystem(draft.value) : draft;
    expect(built).toMatchObject({
      ok: true,
      value: {
        system: { id: 'own-zones', built_in: false },
        territories: [{ id: 'own-zones:A', has_polygon: true, ancestors: ['own-zones:A'] }, { id: 'own-zones:B', parent_id: 'own-zones:A', successor_id: 'own-zones:C' }, { suggestion_keys: ['samplec', 'samplesea'], place_keys: [] }],
        geometries: [{ territory_id: 'own-zones:A', datum: 'unknown' }],
      },
    });
  });

  it('reads CSV with a byte order mark, Chinese names and an industry tree', () => {
    const draft = readCodeSystem('\ufeffcodeSystem,kind,systemNameZh,source,code,nameZh,nameEn,level,parent\nown-trades,industry,样例分类,样例,1,样例大类,,group,\n,,,,1.1,样例小类,Sample class,class,1\n');
    const built = draft.ok ? buildCodeSystem(draft.value) : draft;
    expect(built).toMatchObject({ ok: true, value: { industries: [{ id: 'own-trades:1' }, { id: 'own-trades:1.1', level: 'class', ancestors: ['own-trades:1', 'own-trades:1.1'] }] } });
  });

  it.each([['{', 'jsonBroken'], ['', 'missing'], ['code,nameEn\nA,Sample', 'missing'], ['[]', 'invalid'], ['{"system":{},"entries":[]}', 'missing']])('refuses %s', (text, reason) => {
    const draft = readCodeSystem(text);
    expect(draft).toMatchObject({ ok: false, reason: 'codeSystemUnreadable' });
    expect(draft.ok ? [] : draft.problems?.map((problem) => problem.reason)).toContain(reason);
  });

  it('names every fault of the tree', () => {
    expect(reasons(entry('A'), entry('A'))).toEqual(['entries.1.code codeRepeated']);
    expect(reasons(entry('A', { level: 'village' }))).toEqual(['entries.0.level levelUnknown']);
    expect(reasons(entry('A', { parent: 'X' }), entry('B', { parent: 'cn:440600' }))).toEqual(['entries.0.parent parentMissing', 'entries.1.parent parentMissing']);
    expect(reasons(entry('A', { parent: 'B' }), entry('B', { parent: 'A' }))).toEqual(['entries.0.parent parentEndless', 'entries.1.parent parentEndless']);
    expect(reasons(entry('A', { successor: 'A' }), entry('B', { successor: 'X' }))).toEqual(['entries.0.successor successorEndless', 'entries.1.successor successorMissing']);
    expect(reasons(entry('A', { validFrom: '2020-01-02', validUntil: '2020-01-01' }))).toEqual(['entries.0.validUntil endsBeforeStart']);
    expect(reasons(entry('A', { longitude: 113 }))).toEqual(['entries.0.longitude halfPosition']);
    expect(reasons(entry('A', { validFrom: '2020-02-30' }))).toEqual(['entries.0.validFrom invalid']);
    expect(reasons(entry('A', { longitude: 'x', latitude: 91 }))).toEqual(['entries.0.longitude invalid', 'entries.0.latitude invalid']);
  });
});
