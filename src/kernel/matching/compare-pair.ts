import { checkUscc } from '../text/uscc.ts';
import { compareNames, nameLevels, type NameComparison, type NameLevel } from './compare-names.ts';
import { placeCodeOf, relatePlaces, type PlaceCode } from './place-lexicon.ts';
import { readName, type ReadName, type ReadNameOptions } from './read-name.ts';

/** An organisation as far as matching looks at it. */
export interface MatchSubject {
  /** Its names of today, in any language; at least one. */
  names: readonly string[];
  /** Earlier names, short names and the like. */
  aliases?: readonly string[];
  /** Unified social credit code as written. */
  code?: string | null;
  /** A code of the source that both come from. */
  externalCode?: string | null;
  /** Territory of the register, `cn:440300` or another; see `placeCodeOf`. */
  territoryId?: string | null;
  /** Industry as `system:code`, e.g. `gbt4754:C39`. */
  industryId?: string | null;
}

/** What speaks for or against a pair, in words of a closed list; `params` hold what a sentence about it needs. */
export type MatchReasonCode =
  | 'sameCode' | 'differentCode' | 'invalidCode' | 'sameExternalCode' | 'codeWithOtherName'
  | Exclude<NameLevel, 'other'> | 'otherName' | 'aliasOf' | 'otherForm'
  | 'samePlace' | 'sameProvince' | 'otherCity' | 'otherPlaceInName' | 'sameIndustry' | 'otherIndustry'
  | 'differentNumber' | 'differentBranch' | 'severalCandidates';

export interface MatchReason {
  reason: MatchReasonCode;
  params: Record<string, string | number>;
}

/** A subject taken apart once, to be compared often. */
export interface ReadSubject {
  names: readonly { raw: string; read: ReadName; alias: boolean }[];
  code: { text: string; valid: boolean } | null;
  externalCode: string | null;
  territoryId: string | null;
  place: PlaceCode | null;
  industryId: string | null;
}

export function readSubject(subject: MatchSubject, options?: ReadNameOptions): ReadSubject {
  const verdict = subject.code ? checkUscc(subject.code) : null;
  const named = (texts: readonly string[], alias: boolean): ReadSubject['names'][number][] => texts.map((raw) => ({ raw, read: readName(raw, options), alias }));
  return {
    names: [...named(subject.names, false), ...named(subject.aliases ?? [], true)].filter(({ read }) => read.core !== ''),
    code: verdict === null || verdict.code === '' ? null : { text: verdict.code, valid: verdict.valid },
    externalCode: subject.externalCode?.trim() || null,
    territoryId: subject.territoryId ?? null,
    place: subject.territoryId ? placeCodeOf(subject.territoryId) : null,
    industryId: subject.industryId ?? null,
  };
}

export interface PairComparison {
  /** Levels of `matchComparisons`, −1 for no evidence. */
  pattern: number[];
  level: NameLevel;
  code: 'same' | 'different' | 'invalid' | 'unknown';
  externalCode: 'same' | 'unknown';
  /** True when something forbids a match without a person. */
  barred: boolean;
  reasons: MatchReason[];
}

interface BestNames {
  comparison: NameComparison;
  left: ReadSubject['names'][number];
  right: ReadSubject['names'][number];
}

/** The two names that are most alike; without conflict before with, then by level. */
function bestNames(left: ReadSubject, right: ReadSubject): BestNames | null {
  let best: BestNames | null = null;
  const worth = ({ level, conflicts }: NameComparison): number => nameLevels.indexOf(level) - (conflicts.length > 0 ? 0.5 : 0);
  for (const a of left.names) {
    for (const b of right.names) {
      const comparison = compareNames(a.read, b.read);
      if (best === null || worth(comparison) > worth(best.comparison)) best = { comparison, left: a, right: b };
    }
  }
  return best;
}

/** Level of the place: what the register says of both, or else what the names state; names with one and the same place outweigh territories. */
function placeLevel(left: ReadSubject, right: ReadSubject, best: BestNames | null): number {
  const stated = best?.comparison.places ?? 'unknown';
  if (stated === 'same') return 2;
  const codesOf = (place: PlaceCode | null, name: ReadName | undefined): readonly PlaceCode[] => (place === null ? (name?.places ?? []) : [place]);
  const [a, b] = [codesOf(left.place, best?.left.read), codesOf(right.place, best?.right.read)];
  if (a.length > 0 && b.length > 0) {
    const cityOf = (code: PlaceCode): PlaceCode => code.slice(0, 4);
    const relation = relatePlaces(a.map(cityOf), b.map(cityOf));
    if (relation !== 'other') return 2;
    return a.some((one) => b.some((other) => one.slice(0, 2) === other.slice(0, 2))) ? 1 : 0;
  }
  if (left.territoryId === null || right.territoryId === null) return -1;
  if (left.territoryId === right.territoryId) return 2;
  return (left.territoryId === 'world:CN' && right.place !== null) || (right.territoryId === 'world:CN' && left.place !== null) ? -1 : 0;
}

/** Same when one code is the other's beginning within one system; −1 across systems. */
function industryLevel(left: string | null, right: string | null): number {
  if (left === null || right === null) return -1;
  const [systemA, codeA = ''] = left.split(':');
  const [systemB, codeB = ''] = right.split(':');
  if (systemA !== systemB) return -1;
  return Number(codeA.startsWith(codeB) || codeB.startsWith(codeA));
}

function compareCodes(left: ReadSubject['code'], right: ReadSubject['code']): PairComparison['code'] {
  if (left !== null && !left.valid) return 'invalid';
  if (left === null || right === null) return 'unknown';
  if (!right.valid) return 'invalid';
  return left.text === right.text ? 'same' : 'different';
}

/**
 * Compares what is asked for (left) with a candidate (right): the pattern to be weighed, what bars an automatic match,
 * and every finding as a reason. Cost: one comparison of names for each pair of their names.
 */
export function comparePair(left: ReadSubject, right: ReadSubject): PairComparison {
  const best = bestNames(left, right);
  const level = best?.comparison.level ?? 'other';
  const conflicts = best?.comparison.conflicts ?? [];
  const place = placeLevel(left, right, best);
  const industry = industryLevel(left.industryId, right.industryId);
  const [formA, formB] = [best?.left.read.form ?? null, best?.right.read.form ?? null];
  const form = formA === null || formB === null ? -1 : Number(formA === formB);
  const code = compareCodes(left.code, right.code);
  const externalCode = left.externalCode !== null && left.externalCode === right.externalCode ? 'same' : 'unknown';

  const reasons: MatchReason[] = [];
  const say = (reason: MatchReasonCode, params: MatchReason['params'] = {}): void => void reasons.push({ reason, params });
  if (code === 'same') say('sameCode', { code: left.code?.text ?? '' });
  if (externalCode === 'same') say('sameExternalCode', { code: left.externalCode ?? '' });
  const names = { asked: best?.left.raw ?? '', held: best?.right.raw ?? '' };
  say(level === 'other' ? 'otherName' : level, names);
  if (level !== 'other' && (best?.left.alias || best?.right.alias)) say('aliasOf', { alias: best.right.alias ? best.right.raw : best.left.raw });
  if (form === 0) say('otherForm', { asked: formA ?? '', held: formB ?? '' });
  if (place >= 0) say((['otherCity', 'sameProvince', 'samePlace'] as const)[place] ?? 'otherCity', { ...(left.territoryId ? { asked: left.territoryId } : {}), ...(right.territoryId ? { held: right.territoryId } : {}) });
  if (industry >= 0) say(industry === 1 ? 'sameIndustry' : 'otherIndustry', { asked: left.industryId ?? '', held: right.industryId ?? '' });
  for (const conflict of conflicts) say(conflict, names);
  if (code === 'different') say('differentCode', { asked: left.code?.text ?? '', held: right.code?.text ?? '' });
  if (code === 'invalid') say('invalidCode', { code: left.code !== null && !left.code.valid ? left.code.text : (right.code?.text ?? '') });
  if ((code === 'same' || externalCode === 'same') && level === 'other') say('codeWithOtherName', names);

  const barred = conflicts.length > 0 || code === 'different' || (left.code !== null && !left.code.valid) || place === 0 || place === 1 || (place < 0 && level !== 'sameName') || best?.left.read.generic === true;
  // A place that one name leaves out is supplied by its territory.
  const weighed = level === 'sameCore' && place === 2 ? 'sameNameWithoutForm' : level;
  return { pattern: [conflicts.length > 0 && level !== 'other' ? 0 : nameLevels.indexOf(weighed) + 1, place, industry, form], level, code, externalCode, barred, reasons };
}
