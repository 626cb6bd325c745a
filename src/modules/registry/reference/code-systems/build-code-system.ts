import { fold, searchTextOf } from '#platform/text/folding.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { FieldProblem, Result } from '#platform/result/result.rules.ts';
import { territoryLevels } from '../../words/territory.schema.ts';
import type { CodeSystemRow, GeometryRow, IndustryRow, TerritoryLevel, TerritoryRow } from '../reference-rows.ts';
import type { CodeSystemDraft, DraftEntry } from './code-system-draft.ts';

export interface CodeSystemRows {
  system: CodeSystemRow;
  territories: TerritoryRow[];
  geometries: GeometryRow[];
  industries: IndustryRow[];
}

/** Ids of other systems' entries that the draft names as parents: read their `ancestors` before building. */
export function outsideParents(draft: CodeSystemDraft): string[] {
  return [...new Set(draft.entries.flatMap(({ parent }) => (parent?.includes(':') ? [parent] : [])))];
}

// Deeper than any classification in use; the limit also ends a loop.
const deepest = 20;

function problemsOf({ system, entries }: CodeSystemDraft, outside: ReadonlyMap<string, readonly string[]>): FieldProblem[] {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  const seen = new Set<string>();
  const isLevel = (level: string): boolean => system.kind === 'industry' || (territoryLevels as readonly string[]).includes(level);
  const isEndless = (code: string, next: (entry: DraftEntry) => string | undefined): boolean => {
    const passed = new Set<string>();
    for (let at: string | undefined = code; at !== undefined; ) {
      if (passed.has(at) || passed.size === deepest) return true;
      passed.add(at);
      const entry = byCode.get(at);
      at = entry && next(entry);
    }
    return false;
  };
  return entries.flatMap((entry, index) => {
    const problems: FieldProblem[] = [];
    const add = (field: string, reason: string): unknown => problems.push({ path: `entries.${index}.${field}`, reason, params: { code: entry.code } });
    if (seen.has(entry.code)) add('code', 'codeRepeated');
    seen.add(entry.code);
    if (!isLevel(entry.level)) add('level', 'levelUnknown');
    if (entry.parent !== undefined && !byCode.has(entry.parent) && !outside.has(entry.parent)) add('parent', 'parentMissing');
    else if (isEndless(entry.code, ({ parent }) => parent)) add('parent', 'parentEndless');
    if (entry.successor !== undefined && !byCode.has(entry.successor)) add('successor', 'successorMissing');
    else if (isEndless(entry.code, ({ successor }) => successor)) add('successor', 'successorEndless');
    if (entry.validFrom && entry.validUntil && entry.validUntil < entry.validFrom) add('validUntil', 'endsBeforeStart');
    if ((entry.longitude === undefined) !== (entry.latitude === undefined)) add('longitude', 'halfPosition');
    if (entry.geometry && system.kind === 'industry') add('geometry', 'geometryOfIndustry');
    return problems;
  });
}

/**
 * Turns a draft into rows after checking its tree: codes once, parents and successors present and free of loops, levels
 * known, dates in order. `outside` holds the ancestors of the entries of other systems that are named as parents.
 */
export function buildCodeSystem(draft: CodeSystemDraft, outside: ReadonlyMap<string, readonly string[]> = new Map()): Result<CodeSystemRows, 'codeSystemUnreadable'> {
  const problems = problemsOf(draft, outside);
  if (problems.length > 0) return fail('codeSystemUnreadable', { problems: problems.length }, problems.slice(0, 100));
  const { datum, ...described } = draft.system;
  const system: CodeSystemRow = {
    id: described.id, kind: described.kind, name: described.name, issuer: described.issuer ?? null, edition: described.edition ?? null, source: described.source,
    valid_from: described.validFrom ?? null, valid_until: described.validUntil ?? null, sample: described.sample, built_in: false,
  };
  const byCode = new Map(draft.entries.map((entry) => [entry.code, entry]));
  const idOf = (code: string): string => `${system.id}:${code}`;
  const lineage = (entry: DraftEntry): string[] => {
    if (entry.parent === undefined) return [idOf(entry.code)];
    const parent = byCode.get(entry.parent);
    return [...(parent ? lineage(parent) : (outside.get(entry.parent) ?? [])), idOf(entry.code)];
  };
  const shared = (entry: DraftEntry) => {
    const search = searchTextOf({ names: [entry.name], aliases: entry.aliases ?? [], codes: [entry.code] });
    const ancestors = lineage(entry);
    return {
      id: idOf(entry.code), code_system_id: system.id, code: entry.code, name: entry.name, parent_id: ancestors.at(-2) ?? null, ancestors,
      valid_from: entry.validFrom ?? null, valid_until: entry.validUntil ?? null, successor_id: entry.successor ? idOf(entry.successor) : null, search_text: search.text, grams: search.grams,
    };
  };
  if (system.kind === 'industry') {
    return ok({ system, territories: [], geometries: [], industries: draft.entries.map((entry) => ({ ...shared(entry), level: entry.level })) });
  }
  const territories = draft.entries.map((entry): TerritoryRow => ({
    ...shared(entry), level: entry.level as TerritoryLevel, romanised: false, longitude: entry.longitude ?? null, latitude: entry.latitude ?? null, has_polygon: entry.geometry !== undefined,
    // Only suggested: a user's own place must not make a name ambiguous that the official divisions settle.
    place_keys: [], suggestion_keys: [...new Set([entry.name.zh, entry.name.en, ...(entry.aliases ?? [])].flatMap((name) => (name ? [fold(name)] : [])))],
  }));
  const geometries = draft.entries.flatMap(({ code, geometry }): GeometryRow[] => (geometry ? [{ territory_id: idOf(code), geometry, source: system.source, datum, judged: null, slack: null }] : []));
  return ok({ system, territories, geometries, industries: [] });
}
