import { sql } from 'kysely';
import type { SpaceDb } from '#platform/module/module.ts';

export async function addInvitation(db: SpaceDb, spaceId: string, invitation: { id: string; tokenHash: string; personId: string; invitedBy: string | null; now: Date; expiresAt: Date }): Promise<void> {
  await sql`
    insert into invitation (space_id, id, token_hash, person_id, invited_by, created_at, expires_at)
    values (${spaceId}, ${invitation.id}, ${invitation.tokenHash}, ${invitation.personId}, ${invitation.invitedBy}, ${invitation.now}, ${invitation.expiresAt})`.execute(db);
}

export async function withdrawInvitations(db: SpaceDb, spaceId: string, personId: string, now: Date): Promise<void> {
  await sql`update invitation set withdrawn_at = ${now} where space_id = ${spaceId} and person_id = ${personId} and accepted_at is null and withdrawn_at is null`.execute(db);
}

interface InvitationRow {
  id: string;
  person_id: string;
  invited_by: string | null;
  expires_at: string;
  closed: boolean;
}

/** Locked, so that one link cannot be accepted twice at the same instant. */
export async function findInvitation(db: SpaceDb, spaceId: string, hash: string): Promise<InvitationRow | null> {
  const { rows } = await sql<InvitationRow>`
    select id, person_id, invited_by, expires_at, (accepted_at is not null or withdrawn_at is not null) as closed
    from invitation where space_id = ${spaceId} and token_hash = ${hash} for update`.execute(db);
  return rows[0] ?? null;
}

export async function closeInvitation(db: SpaceDb, spaceId: string, id: string, now: Date): Promise<void> {
  await sql`update invitation set accepted_at = ${now} where space_id = ${spaceId} and id = ${id}`.execute(db);
}
