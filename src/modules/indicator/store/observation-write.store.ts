import { sql } from 'kysely';
import { endDay, parsePeriod, startDay } from '#kernel/quantity/period.ts';
import type { Context } from '#platform/module/module.ts';
import type { Basis } from '../words/indicator.schema.ts';
import type { MissingKind, Observation, ObservedKind, Origin } from '../words/observation.schema.ts';

/** One figure on its way in. What it is known by: indicator, subject, period, vintage and where it came from. */
export interface NewObservation {
  indicatorId: string;
  subjectKind: ObservedKind;
  subjectId: string;
  /** Text form of kernel/quantity/period. */
  period: string;
  vintageId?: string | null;
  /** `=` unless told; `notStated` exactly when there is no value. */
  operator?: Observation['operator'];
  /** Decimal text; null with the kind of missing. */
  value: string | null;
  /** As the source wrote it, where that is not the number itself. */
  valueText?: string | null;
  unit: string | null;
  missing?: MissingKind | null;
  flags?: readonly string[];
  scopeNote?: string | null;
  sourceId?: string | null;
  basis: Basis;
  releasedFor?: readonly string[];
  /** Internal for organisations, open for everything else, unless told. */
  visibility?: 'open' | 'internal';
  sample?: boolean;
  /** `row`: the line of the file, or the revision of the submission. A later revision stands beside the earlier one and is shown. */
  origin: { kind: Origin; id: string; row?: number };
  statementId?: string | null;
}

const chunk = 4000;

/**
 * Writes figures in bulk. Saying the same again from the same place changes nothing: the id of what is there comes back.
 * Who may write what is for the caller to ask before.
 */
export async function writeObservations(context: Context, given: readonly NewObservation[]): Promise<{ ids: string[]; written: number; known: number }> {
  const ids: string[] = [];
  let written = 0;
  for (let from = 0; from < given.length; from += chunk) {
    const rows = given.slice(from, from + chunk).map((one) => rowOf(context, one));
    const json = JSON.stringify(rows);
    const inserted = await sql<{ id: string }>`
      insert into observation (space_id, id, indicator_id, subject_kind, subject_id, period, period_start, period_end, vintage_id, operator, value, value_text, unit, missing, flags, scope_note, source_id, basis, released_for,
        visibility, sample, origin, origin_id, origin_row, statement_id, entered_by, entered_at)
      select ${context.spaceId}::uuid, g.i, g.ind, g.sk, g.s, g.p, g.ps, g.pe, g.v, g.op, g.n, g.nt, g.u, g.m, coalesce(g.f, '{}'), g.sn, g.src, g.b, coalesce(g.r, '{}'), g.vis, coalesce(g.smp, false), g.o, g.oi, g.orow, g.st, ${context.actor.personId}::uuid, ${context.now}
      from jsonb_to_recordset(${json}::jsonb) as g (i uuid, ind uuid, sk text, s text, p text, ps date, pe date, v uuid, op text, n numeric, nt text, u text, m text, f text[], sn text, src uuid, b text, r text[], vis text, smp boolean, o text, oi uuid, orow int, st uuid)
      on conflict do nothing returning id`.execute(context.db);
    written += inserted.rows.length;
    const standing = inserted.rows.length === rows.length ? null : await findStanding(context, json);
    ids.push(...rows.map(({ i }) => standing?.get(i) ?? i));
  }
  if (written > 0) for (const watch of context.contributions.indicatorWatchers) watch(context);
  return { ids, written, known: given.length - written };
}

/** For rows that were there already: the id asked for → the id that stands. */
async function findStanding(context: Context, json: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ asked: string; id: string }>`
    select g.i as asked, o.id from jsonb_to_recordset(${json}::jsonb) as g (i uuid, ind uuid, sk text, s text, p text, v uuid, oi uuid, orow int)
    join observation o on o.indicator_id = g.ind and o.subject_kind = g.sk and o.subject_id = g.s and o.period = g.p and o.vintage_id is not distinct from g.v and o.origin_id = g.oi and o.origin_row = g.orow`.execute(context.db);
  return new Map(rows.map(({ asked, id }) => [asked, id]));
}

function rowOf(context: Context, one: NewObservation) {
  const period = parsePeriod(one.period);
  if (!period.ok) throw new Error(`not a period: ${one.period}`);
  const text = one.valueText ?? null;
  return {
    i: context.newId(), ind: one.indicatorId, sk: one.subjectKind, s: one.subjectId, p: one.period, ps: startDay(period.value), pe: endDay(period.value), v: one.vintageId ?? null,
    op: one.value === null ? 'notStated' : (one.operator ?? '='), n: one.value, nt: text === one.value ? null : text, u: one.unit, m: one.value === null ? (one.missing ?? 'notStated') : null,
    f: one.flags ?? [], sn: one.scopeNote ?? null, src: one.sourceId ?? null, b: one.basis, r: one.releasedFor ?? [], vis: one.visibility ?? (one.subjectKind === 'organisation' ? 'internal' : 'open'), smp: one.sample ?? false,
    o: one.origin.kind, oi: one.origin.id, orow: one.origin.row ?? 0, st: one.statementId ?? null,
  };
}

/** Says for which purposes the values of a submission may be used from now on; whom they are about decides, the caller asks. */
export async function releaseObservations(context: Context, asked: { subjectKind: ObservedKind; subjectId: string; ids?: readonly string[]; originId?: string }, purposes: readonly string[]): Promise<number> {
  const { rows } = await sql`
    update observation set released_for = ${[...purposes]}::text[]
    where subject_kind = ${asked.subjectKind} and subject_id = ${asked.subjectId} and (${asked.ids ?? null}::uuid[] is null or id = any (${asked.ids ?? null}::uuid[]))
      and (${asked.originId ?? null}::uuid is null or origin_id = ${asked.originId ?? null}::uuid) returning 1`.execute(context.db);
  return rows.length;
}
