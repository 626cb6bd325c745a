import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#platform/auth/actor.ts';
import type { AuditNote, SpaceDb } from '#platform/module/module.ts';

/** Where a space's chain begins: the first entry's previous hash. */
export const chainStart = '0'.repeat(64);

export interface AuditRow {
  seq: string;
  id: string;
  at: string;
  person_id: string | null;
  actor_name: string;
  /** For whom a deputy acted. Left out of the hash when there is nobody, as in entries from before deputies. */
  for_person_id?: string | null;
  for_name?: string | null;
  role: string | null;
  event: string;
  subject_kind: string;
  subject_id: string;
  subject_name: unknown;
  changes: unknown;
  previous_hash: string;
  hash: string;
}

/** JSON with sorted keys, so that a value read back from the database gives the same text it was hashed as. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value as Record<string, unknown>).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}

/** SHA-256 over the previous hash and every field of the entry but its own hash. */
export function entryHash(row: Omit<AuditRow, 'hash'>): string {
  const { for_person_id: forPerson, for_name: forName, ...always } = row;
  const acted = { ...(forPerson ? { for_person_id: forPerson } : {}), ...(forName ? { for_name: forName } : {}) };
  return createHash('sha256').update(canonicalJson({ ...always, ...acted })).digest('hex');
}

interface Head {
  seq: string;
  hash: string;
}

/**
 * Adds entries to the space's chain inside the caller's transaction: what was written and its audit entry are kept or
 * lost together. The head row is locked until commit, so a space's entries have one order.
 */
export async function appendAudit(db: SpaceDb, spaceId: string, actor: Actor, at: Date, notes: readonly AuditNote[], newId: () => string): Promise<void> {
  if (notes.length === 0) return;
  await sql`insert into audit_head (space_id, seq, hash) values (${spaceId}, 0, ${chainStart}) on conflict (space_id) do nothing`.execute(db);
  const locked = await sql<Head>`select seq::text, hash from audit_head where space_id = ${spaceId} for update`.execute(db);
  let head = locked.rows[0] ?? { seq: '0', hash: chainStart };
  const rows = notes.map((note) => {
    const unsigned = {
      seq: String(BigInt(head.seq) + 1n),
      id: newId(),
      at: at.toISOString(),
      person_id: actor.personId,
      actor_name: actor.name,
      for_person_id: actor.acting?.personId ?? null,
      for_name: actor.acting?.name ?? null,
      role: actor.mandates[0]?.role ?? null,
      event: note.event,
      subject_kind: note.subject.kind,
      subject_id: note.subject.id,
      subject_name: note.name ?? null,
      changes: plain(note.changes),
      previous_hash: head.hash,
    };
    const row = { ...unsigned, hash: entryHash(unsigned) };
    head = { seq: row.seq, hash: row.hash };
    return row;
  });
  const json = JSON.stringify(rows);
  await sql`
    insert into audit_entry (space_id, seq, id, at, person_id, actor_name, for_person_id, for_name, role, event, subject_kind, subject_id, subject_name, changes, previous_hash, hash)
    select ${spaceId}::uuid, seq, id, at, person_id, actor_name, for_person_id, for_name, role, event, subject_kind, subject_id, nullif(subject_name, 'null'::jsonb), nullif(changes, 'null'::jsonb), previous_hash, hash
    from jsonb_to_recordset(${json}::jsonb) as entry (seq bigint, id uuid, at timestamptz, person_id uuid, actor_name text, for_person_id uuid, for_name text, role text, event text,
      subject_kind text, subject_id text, subject_name jsonb, changes jsonb, previous_hash text, hash text)`.execute(db);
  await sql`update audit_head set seq = ${head.seq}::bigint, hash = ${head.hash} where space_id = ${spaceId}`.execute(db);
}

function plain(changes: AuditNote['changes']): unknown {
  return changes === undefined ? null : (JSON.parse(JSON.stringify(changes)) as unknown);
}

export interface AuditVerdict {
  intact: boolean;
  entries: number;
  /** The first entry that does not fit, and what is wrong with it. */
  brokenAt: { seq: string; reason: 'changed' | 'missing' | 'headDiffers' } | null;
}

const verifyBatch = 5000;

/** Walks the whole chain of the current space and compares it with the head. */
export async function verifyAudit(db: SpaceDb, spaceId: string, onProgress: (done: number) => Promise<void> = async () => undefined): Promise<AuditVerdict> {
  let last: Head = { seq: '0', hash: chainStart };
  for (;;) {
    const { rows } = await sql<AuditRow>`
      select seq::text, id, at, person_id, actor_name, for_person_id, for_name, role, event, subject_kind, subject_id, subject_name, changes, previous_hash, hash
      from audit_entry where space_id = ${spaceId} and seq > ${last.seq}::bigint order by audit_entry.seq limit ${verifyBatch}`.execute(db);
    for (const row of rows) {
      const broken = (reason: 'changed' | 'missing'): AuditVerdict => ({ intact: false, entries: Number(last.seq), brokenAt: { seq: row.seq, reason } });
      if (BigInt(row.seq) !== BigInt(last.seq) + 1n) return broken('missing');
      const { hash, ...unsigned } = row;
      if (row.previous_hash !== last.hash || entryHash(unsigned) !== hash) return broken('changed');
      last = { seq: row.seq, hash };
    }
    await onProgress(Number(last.seq));
    if (rows.length < verifyBatch) break;
  }
  const head = await sql<Head>`select seq::text, hash from audit_head where space_id = ${spaceId}`.execute(db);
  const end = head.rows[0] ?? { seq: '0', hash: chainStart };
  const intact = end.seq === last.seq && end.hash === last.hash;
  return { intact, entries: Number(last.seq), brokenAt: intact ? null : { seq: end.seq, reason: 'headDiffers' } };
}
