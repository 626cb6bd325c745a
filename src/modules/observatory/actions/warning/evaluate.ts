import { createHash } from 'node:crypto';
import { evaluatePrepared, prepareRuleSet, type PreparedRuleSet } from '#kernel/rule/verdict.ts';
import { findIndicators, mayUse, observedSubjects, shownObservations, type ObservationValue } from '#modules/indicator/index.ts';
import { findSources } from '#modules/registry/index.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Context } from '#platform/module/module.ts';
import { findAlarmRule, noteEvaluation, type HeldRule } from '../../store/alarm-rule.store.ts';
import { insertWarning } from '../../store/warning.store.ts';
import { subjectFacts } from '../../store/watched-subjects.store.ts';
import type { AlarmContent, AlarmRule } from '../../words/alarm-rule.schema.ts';
import { expressionOf } from '../../words/alarm-rule.rules.ts';
import type { Sign } from '../../words/warning.schema.ts';
import { readSeries } from '../stage/read-series.ts';
import { factsOf, readSign, type Peers, type ReadSign } from './read-signs.ts';

export type Outcome = NonNullable<AlarmRule['outcome']>;

/** Judges the newest values by the edition in force, and warns once of the same signs. */
export async function evaluateRule(context: Context, ruleId: string, options: { tell: boolean }): Promise<Outcome | null> {
  const rule = await findAlarmRule(context, ruleId);
  const [indicator] = rule ? await findIndicators(context.db, { ids: [rule.indicator.id] }) : [];
  if (!rule?.edition.inForce || !indicator) return null;
  const { content } = rule.edition;
  const ids = content.subjects.ids.length > 0 ? content.subjects.ids : await observedSubjects(context.db, indicator.id, content.subjects.kind);
  const facts = await subjectFacts(context.db, content.subjects.kind, ids);
  const watched = ids.filter((id) => isWatched(content, facts.get(id)));
  const rows = await shownObservations(context.db, { indicatorIds: [indicator.id], subjectKind: content.subjects.kind, subjectIds: watched, before: context.now.toISOString().slice(0, 10), use: 'rules' });
  const bySubject = new Map<string, ObservationValue[]>();
  for (const row of rows) if (mayUse(row, 'otherScreens')) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row]);
  const outcome: Outcome = { subjects: bySubject.size, raised: 0, known: 0, unknown: 0 };
  const prepared = prepare(rule);
  const peers = content.tests.some(({ kind }) => kind === 'rank' || kind === 'share') ? peersOf(bySubject, facts) : new Map();
  const sources = await findSources(context, [...new Set(rows.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))]);
  for (const [subjectId, held] of bySubject) {
    const found = await judge(context, { rule, prepared, subjectId, held, peers, sources, facts: facts.get(subjectId), indicatorOpen: indicator.visibility === 'open', tell: options.tell });
    if (found !== 'quiet') outcome[found] += 1;
  }
  await noteEvaluation(context, ruleId, outcome);
  return outcome;
}

function isWatched({ subjects }: AlarmContent, facts: ScopeFacts | undefined): boolean {
  return facts !== undefined && (subjects.territoryId === null || facts.territories.includes(subjects.territoryId));
}

/** Only open values of open records are counted: a place or a share must not tell of what its reader may not see. */
function peersOf(bySubject: ReadonlyMap<string, readonly ObservationValue[]>, facts: ReadonlyMap<string, ScopeFacts>): Peers {
  const peers = new Map<string, Map<string, number>>();
  for (const [subjectId, rows] of bySubject) {
    if (facts.get(subjectId)?.visibility !== 'open') continue;
    for (const { period, value } of readSeries(rows.filter(({ visibility, basis }) => visibility === 'open' && basis !== 'statisticalSurvey')).kept) {
      peers.set(period, (peers.get(period) ?? new Map<string, number>()).set(subjectId, Number(value)));
    }
  }
  return peers;
}

function prepare({ id, edition: { number, validFrom, source, content } }: HeldRule): PreparedRuleSet {
  return prepareRuleSet({
    id: `observatory.alarm.${id}`, version: String(number), validFrom, validUntil: null, title: content.title, origin: source === null ? 'productDefault' : 'official', source,
    clauses: content.tests.map((test, at) => ({ id: `test${at + 1}`, title: content.title, expression: expressionOf(test, at) })), combine: content.combine,
  });
}

interface Judged {
  rule: HeldRule;
  prepared: PreparedRuleSet;
  subjectId: string;
  held: readonly ObservationValue[];
  peers: Peers;
  sources: Awaited<ReturnType<typeof findSources>>;
  facts: ScopeFacts | undefined;
  indicatorOpen: boolean;
  tell: boolean;
}

async function judge(context: Context, judged: Judged): Promise<'raised' | 'known' | 'unknown' | 'quiet'> {
  const { rule, subjectId, facts } = judged;
  const { content } = rule.edition;
  const series = readSeries(judged.held);
  const last = series.kept.at(-1);
  if (!last || !facts) return 'unknown';
  const read = content.tests.map((test) => readSign(test, series, subjectId, judged.peers));
  const verdict = evaluatePrepared(judged.prepared, factsOf(content, read, last.period), context.now.toISOString().slice(0, 10));
  if (verdict.outcome !== 'pass') return verdict.outcome === 'unknown' ? 'unknown' : 'quiet';
  const signs = content.tests.map((test, at): Sign => ({ test, ...shown(read[at]), outcome: verdict.clauses[at]?.outcome ?? 'unknown', beyond: verdict.clauses[at]?.distance?.margin ?? null, missing: verdict.clauses[at]?.distance?.missing ?? null }));
  const isOpen = judged.indicatorOpen && series.kept.every(({ visibility, basis }) => visibility === 'open' && basis !== 'statisticalSurvey');
  const id = await insertWarning(context, {
    ruleId: rule.id, editionId: rule.edition.id, severity: content.severity, subjectKind: content.subjects.kind, subjectId, period: last.period, visibility: isOpen ? 'open' : 'internal', sample: last.sample,
    fingerprint: fingerprintOf(rule.id, subjectId, last, signs),
    evidence: { unit: last.unit, value: last.value ?? '', sources: [...new Set(series.kept.flatMap(({ sourceId }) => judged.sources.get(sourceId ?? '')?.title ?? []))], series: series.kept.slice(-36).map(({ period, value }) => ({ period, value: value ?? '' })), signs, combine: content.combine },
  });
  if (id === null) return 'known';
  if (judged.tell) await tell(context, id, judged, facts);
  return 'raised';
}

const shown = (read: ReadSign | undefined): Omit<Sign, 'test' | 'outcome' | 'beyond' | 'missing'> => ({ actual: read?.actual === null || read === undefined ? null : String(read.actual), unit: read?.unit ?? null, before: read?.before ?? null, rank: read?.rank ?? null, total: read?.total ?? null, slope: read?.slope ?? null, reason: read?.reason ?? null });

/** The values that were read, not the bounds: a changed bound does not make old signs new. */
function fingerprintOf(ruleId: string, subjectId: string, last: ObservationValue, signs: readonly Sign[]): string {
  const read = signs.map(({ test, actual, before, rank }) => [test.kind, actual, before?.period ?? null, before?.value ?? null, rank?.now ?? null]);
  return createHash('sha256').update(JSON.stringify([ruleId, subjectId, last.period, last.value, read])).digest('base64url');
}

async function tell(context: Context, warningId: string, { rule, subjectId }: Judged, facts: ScopeFacts): Promise<void> {
  const names = await context.contributions.subjects[rule.edition.content.subjects.kind]?.names?.(context.db, [subjectId]);
  const name = names?.get(subjectId);
  context.notify({ kind: 'observatory.warningRaised', subject: { kind: 'warning', id: warningId }, href: `/warnings/${warningId}`, to: { permission: 'warning.handle', facts }, ...(name ? { name } : {}), groupKey: `alarm ${rule.id} ${subjectId}` });
}
