import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '#platform/module/module.ts';

type Sealing = Pick<Context, 'installation' | 'spaceId'>;

/**
 * The secret of a link follows from the installation's key and the link's id, so that a letter can be printed again while
 * the database holds nothing but a hash: who reads the database alone opens nothing.
 */
export function secretOf({ installation, spaceId }: Sealing, linkId: string): string {
  return `${spaceId}.${Buffer.from(installation.secrets.mark(linkId, `reporter_link ${spaceId}`)).subarray(0, 24).toString('base64url')}`;
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Six digits alone would be guessed from any plain hash; the installation's key makes that need the key as well. */
export const codeHashOf = ({ installation, spaceId }: Sealing, linkId: string, code: string): string => Buffer.from(installation.secrets.mark(code, `reporter_code ${spaceId} ${linkId}`)).toString('hex');

/** Enters a space that an address names; false where there is none. */
export async function enterSpace(context: Context, spaceId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from space where id = ${spaceId}::uuid`.execute(context.db);
  if (rows.length !== 1) return false;
  await context.enterSpace(spaceId);
  return true;
}

/** Enters the space that a link names; false where there is none. */
export async function enterSpaceOf(context: Context, secret: string): Promise<boolean> {
  const spaceId = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{32}$/.exec(secret)?.[1];
  return spaceId !== undefined && (await enterSpace(context, spaceId));
}

export const addressOf = (publicUrl: string, secret: string): string => `${publicUrl}/r/${secret}`;
