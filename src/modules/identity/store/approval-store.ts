import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { keyset, toPage } from '#platform/db/page.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { SpaceDb } from '#platform/module/module.ts';
import type { Page } from '#platform/page/page.schema.ts';
import { approvalStateAt } from '../words/approval.rules.ts';
import type { approvalListQuery, ApprovalState, ApprovalSummary, ByFor } from '../words/approval.schema.ts';

/** A request with what only the server needs. */
export interface KeptApproval extends Omit<ApprovalSummary, 'label'> {
  payload: Record<string, unknown>;
  facts: ScopeFacts | null;
  stamp: string;
  concerned: string[];
}

interface ApprovalRow {
  id: string;
  cursor_value: string;
  version: number;
  kind: string;
  subject_kind: string;
  subject_id: string;
  subject_name: Name | null;
  facts: ScopeFacts | null;
  payload: Record<string, unknown>;
  stamp: string;
  reason: string | null;
  state: ApprovalState;
  requested_by: string;
  requested_by_name: Name;
  requested_for: string | null;
  requested_for_name: Name | null;
  requested_at: string;
  due_at: string;
  concerned: string[];
  decided_by: string | null;
  decided_by_name: Name | null;
  decided_for: string | null;
  decided_for_name: Name | null;
  decided_at: string | null;
  decision: string | null;
  href: string | null;
}

const columns = sql`t.id, t.version, t.kind, t.subject_kind, t.subject_id, t.subject_name, t.facts, t.payload, t.stamp, t.reason, t.state, t.requested_by, t.requested_for,
  t.requested_at, t.due_at, t.concerned, t.decided_by, t.decided_for, t.decided_at, t.decision, t.href, rb.name as requested_by_name, rf.name as requested_for_name, db.name as decided_by_name, df.name as decided_for_name`;
const from = sql`approval t join person rb on rb.space_id = t.space_id and rb.id = t.requested_by left join person rf on rf.space_id = t.space_id and rf.id = t.requested_for
  left join person db on db.space_id = t.space_id and db.id = t.decided_by left join person df on df.space_id = t.space_id and df.id = t.decided_for`;

const byFor = (personId: string, name: Name, forPersonId: string | null, forName: Name | null): ByFor => ({ personId, name, forPersonId, forName });

function toApproval(row: ApprovalRow, now: Date): KeptApproval {
  return {
    id: row.id, version: row.version, kind: row.kind, subjectKind: row.subject_kind, subjectId: row.subject_id, subjectName: row.subject_name, facts: row.facts, payload: row.payload,
    stamp: row.stamp, reason: row.reason, state: approvalStateAt({ state: row.state, dueAt: row.due_at }, now.toISOString()), requestedAt: row.requested_at, dueAt: row.due_at,
    requested: byFor(row.requested_by, row.requested_by_name, row.requested_for, row.requested_for_name), concerned: row.concerned,
    decided: row.decided_by && row.decided_by_name ? byFor(row.decided_by, row.decided_by_name, row.decided_for, row.decided_for_name) : null,
    decidedAt: row.decided_at, decision: row.decision, href: row.href,
  };
}

export interface NewApproval {
  id: string;
  kind: string;
  subject: { kind: string; id: string };
  name: Name | null;
  facts: ScopeFacts | null;
  payload: Record<string, unknown>;
  stamp: string;
  reason: string | null;
  requestedBy: string;
  requestedFor: string | null;
  concerned: readonly string[];
  now: Date;
  due: Date;
}

export async function addApproval(db: SpaceDb, spaceId: string, given: NewApproval): Promise<void> {
  await sql`
    insert into approval (space_id, id, kind, subject_kind, subject_id, subject_name, facts, payload, stamp, reason, state, requested_by, requested_for, requested_at, due_at, concerned)
    values (${spaceId}, ${given.id}, ${given.kind}, ${given.subject.kind}, ${given.subject.id}, ${given.name && JSON.stringify(given.name)}::jsonb, ${given.facts && JSON.stringify(given.facts)}::jsonb,
      ${JSON.stringify(given.payload)}::jsonb, ${given.stamp}, ${given.reason}, 'requested', ${given.requestedBy}, ${given.requestedFor}, ${given.now}, ${given.due}, ${given.concerned}::uuid[])`.execute(db);
}

/** Locked when it is about to be decided, so that two people cannot decide at the same instant. */
export async function findApproval(db: SpaceDb, spaceId: string, id: string, now: Date, lock = false): Promise<KeptApproval | null> {
  const { rows } = await sql<ApprovalRow>`select ${columns}, '' as cursor_value from ${from} where t.space_id = ${spaceId} and t.id = ${id} ${lock ? sql`for update of t` : sql``}`.execute(db);
  return rows[0] ? toApproval(rows[0], now) : null;
}

const openLimit = 500;

/** Everything undecided and in time; few at any moment. */
export async function openApprovals(db: SpaceDb, spaceId: string, now: Date): Promise<KeptApproval[]> {
  const { rows } = await sql<ApprovalRow>`select ${columns}, '' as cursor_value from ${from} where t.space_id = ${spaceId} and t.state = 'requested' and t.due_at > ${now} order by t.due_at, t.id limit ${openLimit}`.execute(db);
  return rows.map((row) => toApproval(row, now));
}

export async function isAskedAlready(db: SpaceDb, spaceId: string, ask: { kind: string; subject: { kind: string; id: string }; payload: Record<string, unknown> }, now: Date): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from approval where space_id = ${spaceId} and state = 'requested' and due_at > ${now} and kind = ${ask.kind} and subject_kind = ${ask.subject.kind}
      and subject_id = ${ask.subject.id} and payload = ${JSON.stringify(ask.payload)}::jsonb limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

const sorts = { requestedAt: { expression: sql`t.requested_at`, type: 'timestamptz' as const } };
const mine: Readonly<Record<'asked' | 'decided', (people: readonly string[]) => RawBuilder<boolean>>> = {
  asked: (people) => sql<boolean>`(t.requested_by = any(${people}::uuid[]) or t.requested_for = any(${people}::uuid[]))`,
  decided: (people) => sql<boolean>`(t.decided_by = any(${people}::uuid[]) or t.decided_for = any(${people}::uuid[]))`,
};

export async function listApprovalPage(db: SpaceDb, spaceId: string, view: 'asked' | 'decided', people: readonly string[], query: z.output<typeof approvalListQuery>, now: Date): Promise<Page<KeptApproval> | null> {
  const keys = keyset(sorts, query.sort, query.cursor, sql`t.id`);
  if (!keys) return null;
  const where = sql`t.space_id = ${spaceId} and ${mine[view](people)}`;
  const total = await sql<{ count: string }>`select count(*) as count from approval t where ${where}`.execute(db);
  const { rows } = await sql<ApprovalRow>`select ${columns}, ${keys.cursorValue} as cursor_value from ${from} where ${where} and ${keys.after} order by ${keys.orderBy} limit ${query.limit + 1}`.execute(db);
  return toPage(rows, query.limit, query.sort, Number(total.rows[0]?.count ?? 0), (row) => toApproval(row, now));
}

export interface ApprovalAnswer {
  state: ApprovalState;
  by: string | null;
  for: string | null;
  decision: string | null;
  href: string | null;
  now: Date;
}

export async function answerApproval(db: SpaceDb, spaceId: string, id: string, answer: ApprovalAnswer): Promise<void> {
  await sql`
    update approval set state = ${answer.state}, decided_by = ${answer.by}, decided_for = ${answer.for}, decided_at = ${answer.now}, decision = ${answer.decision}, href = ${answer.href}, version = version + 1
    where space_id = ${spaceId} and id = ${id}`.execute(db);
}
