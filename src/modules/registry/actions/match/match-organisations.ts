import { buildMatcher, matchOne, type Matcher } from '#kernel/matching/match-organisation.ts';
import type { MatchReason, MatchSubject } from '#kernel/matching/compare-pair.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { ImportPass, RowCandidate, SpaceDb } from '#platform/module/module.ts';
import { fold, simplifyChinese } from '#platform/text/folding.ts';
import { ensureMatchKeys, matchKeysOf, textsOf } from '../../store/match-keys.store.ts';
import { heldUnder, type HeldOrganisation } from '../../store/match.store.ts';
import { decisionsFor, type StandingDecision } from '../../store/match-decision.store.ts';
import { indexOf } from './key-index.ts';
import { namesakesOf, sameInFull, type Namesakes } from './same-in-full.ts';

/** An organisation as a source names it. */
export interface OrganisationAsked {
  key: string;
  name: Name;
  uscc: string | null;
  externalCode: string | null;
  /** Where it is, as far as the source says; a country is enough. */
  territoryId: string | null;
  industryId: string | null;
  /** The place as the source writes it, where it stands for no one place. */
  placeText?: string | null;
}

export interface MatchedCandidate extends RowCandidate {
  score: number;
  reasons: MatchReason[];
}

export interface OrganisationMatch {
  /** `automatic`: this is the one. `unsure`: a person decides. `none`: nobody in the register. */
  state: 'automatic' | 'unsure' | 'none';
  /** What a person said of the same question before, and that settled it. */
  decided: 'confirmed' | 'rejected' | null;
  /** The question, by which an answer is remembered. */
  fingerprint: string;
  organisationId: string | null;
  score: number;
  reasons: MatchReason[];
  candidates: MatchedCandidate[];
}

/** A key that so many share finds nothing that the others would not; it is left out where another one is held. */
const common = 200;

/** The same question in any file: folded names, codes and place. */
export function fingerprintOf({ name, uscc, externalCode, territoryId, placeText }: Omit<OrganisationAsked, 'key' | 'industryId'>): string {
  return JSON.stringify([fold(name.zh ?? ''), fold(name.en ?? ''), uscc ?? '', externalCode ?? '', placeText ? fold(placeText) : (territoryId ?? '')]);
}

/**
 * Finds each one in the register, whoever may see it; one answer per key. What a person said before comes first. Up to
 * some thousand questions make one statement; over the parts of a long file `pass` remembers which keys exist, so that a
 * row without counterpart costs no look-up. What the batch of the pass wrote itself is no counterpart.
 */
export async function matchOrganisations(db: SpaceDb, asked: readonly OrganisationAsked[], pass?: Pick<ImportPass, 'batchId' | 'memory'>): Promise<Map<string, OrganisationMatch>> {
  if (asked.length === 0) return new Map();
  await ensureMatchKeys(db);
  const index = await indexOf(db, asked.length, pass);
  const wanted = new Set<string>();
  const questions = asked.map((one) => {
    const keys = matchKeysOf(one);
    const held = index === null ? keys : keys.filter((key) => index.count(key) > 0);
    const telling = index === null ? held : held.filter((key) => key.startsWith('#') || index.count(key) < common);
    for (const key of telling.length > 0 ? telling : held.slice(0, 1)) wanted.add(key);
    return { one, fingerprint: fingerprintOf(one), subject: subjectOf(one), met: held.length > 0 };
  });
  const held = new Map((await heldUnder(db, index === null ? { keys: [...wanted] } : { ids: [...new Set([...wanted].flatMap((key) => index.idsUnder(key)))] }, pass?.batchId ?? null)).map((record) => [record.id, record]));
  const named = namesakesOf(held.values());
  const decisions = await decisionsFor(db, questions.map(({ fingerprint }) => fingerprint));
  const matcher = buildMatcher(held.values(), { simplify: simplifyChinese });
  return new Map(questions.map(({ one, fingerprint, subject, met }) => [one.key, met || decisions.has(fingerprint) ? answer(subject, fingerprint, { held, matcher, named, decision: decisions.get(fingerprint) }) : nobody(fingerprint)]));
}

const nobody = (fingerprint: string): OrganisationMatch => ({ state: 'none', decided: null, fingerprint, organisationId: null, score: 0, reasons: [], candidates: [] });
const subjectOf = ({ name, uscc, externalCode, territoryId, industryId }: OrganisationAsked): MatchSubject => ({ names: textsOf(name), code: uscc, externalCode, territoryId, industryId });

interface Known {
  held: ReadonlyMap<string, HeldOrganisation>;
  matcher: Matcher;
  named: Namesakes;
  decision: StandingDecision | undefined;
}

function answer(subject: MatchSubject, fingerprint: string, { held, matcher, named, decision }: Known): OrganisationMatch {
  const found = matcher.match(subject);
  const candidates = found.candidates.map((one) => ({ ...one, ...shown(held.get(one.id)) }));
  const settled = decision?.organisationId ?? decision?.madeId ?? null;
  if (decision && settled !== null) {
    const of = candidates.find(({ id }) => id === settled);
    return { state: 'automatic', decided: decision.organisationId ? 'confirmed' : 'rejected', fingerprint, organisationId: settled, score: of?.score ?? 1, reasons: of?.reasons ?? [], candidates };
  }
  const said = { fingerprint, decided: null, score: found.score, reasons: found.reasons, candidates };
  if (!decision) {
    if (found.state === 'automatic') return { ...said, state: 'automatic', organisationId: found.id };
    const exact = sameInFull(subject, named);
    if (exact !== null) return { ...said, state: 'automatic', organisationId: exact.id, score: exact.score, reasons: exact.reasons, candidates: candidates.length > 0 ? candidates : [{ ...exact, ...shown(held.get(exact.id)) }] };
    return { ...said, state: found.state, organisationId: null };
  }
  // None of those offered then; whoever came into the register since may still be the one, but is not asked about.
  const rest = [...held.values()].filter(({ id }) => !decision.offered.includes(id));
  const other = candidates.length === 0 || rest.length === 0 ? null : matchOne(subject, rest, { simplify: simplifyChinese });
  if (other?.state === 'automatic') return { ...said, state: 'automatic', organisationId: other.id, score: other.score, reasons: other.reasons };
  return { ...said, state: 'none', decided: 'rejected', organisationId: null };
}

function shown(record: HeldOrganisation | undefined): { label: Name; detail?: string } {
  const detail = [record?.code, record?.place?.zh ?? record?.place?.en].filter(Boolean).join(' · ');
  return { label: record?.name ?? {}, ...(detail !== '' && { detail }) };
}
