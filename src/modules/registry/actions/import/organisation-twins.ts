import { sql } from 'kysely';
import type { ImportPass, RowReason, SpaceDb } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { fold } from '#platform/text/folding.ts';
import type { OrganisationImportReason } from './organisation-fields.ts';
import type { ReadOrganisation } from './organisation-values.ts';

export interface Twins {
  refusals: RowReason[];
  remarks: RowReason[];
  matchId: string | null;
}

interface Held {
  id: string;
  name: Name;
  uscc: string | null;
  externalCode: string | null;
}
const namesOf = (name: Name): string[] => [name.zh, name.en].filter((text) => text !== undefined);
const keysOf = (name: Name): string[] => namesOf(name).map((text) => fold(text));
const say = (reason: OrganisationImportReason, field: string, params: Record<string, string | number> = {}): RowReason => ({ reason, field, params });
const shownRows = 5;

/**
 * Finds who a row may be already: the same code in the register is the same organisation; the same name is only
 * perhaps the same one, and is said, never merged. Within the file a code may stand once.
 */
export async function findTwins(db: SpaceDb, rows: readonly ReadOrganisation[], pass: Pick<ImportPass, 'batchId' | 'firstRow'>): Promise<Map<number, Twins>> {
  const held = await heldAlike(db, rows, pass.batchId);
  const byCode = new Map(held.flatMap((record) => [record.uscc, record.externalCode].filter((code) => code !== null).map((code) => [code, record] as const)));
  const heldNames = new Set(held.flatMap((record) => keysOf(record.name)));
  const rowsByName = new Map<string, number[]>();
  for (const row of rows) for (const key of new Set(keysOf(row.name))) rowsByName.set(key, [...(rowsByName.get(key) ?? []), row.rowNumber]);

  const twinsOf = (row: ReadOrganisation): Twins => {
    const twins: Twins = { refusals: [], remarks: [], matchId: null };
    for (const [code, reason, field] of [[row.uscc, 'usccRepeated', 'uscc'], [row.externalCode, 'codeRepeated', 'externalCode']] as const) {
      if (code === null) continue;
      const first = pass.firstRow(`${field} ${code}`, row.rowNumber);
      if (first !== null) twins.refusals.push(say(reason, field, { row: first }));
    }
    const record = (row.uscc && byCode.get(row.uscc)) || (row.externalCode && byCode.get(row.externalCode)) || undefined;
    if (record) {
      const same = keysOf(record.name).some((key) => keysOf(row.name).includes(key));
      twins.matchId = record.id;
      twins.remarks.push(same ? say('alreadyInRegister', 'name') : say('codeWithOtherName', 'name', { name: namesOf(record.name).join(' / ') }));
      return twins;
    }
    // Of an earlier part of a long file only the first row of a name is known.
    const others = [...new Set(keysOf(row.name).flatMap((key) => [pass.firstRow(`name ${key}`, row.rowNumber) ?? row.rowNumber, ...(rowsByName.get(key) ?? [])]))].toSorted((a, b) => a - b).filter((number) => number !== row.rowNumber);
    if (others.length > 0) twins.remarks.push(say('sameNameInFile', 'name', { rows: others.slice(0, shownRows).join(', ') + (others.length > shownRows ? ' …' : '') }));
    if (keysOf(row.name).some((key) => heldNames.has(key))) twins.remarks.push(say('sameNameInRegister', 'name'));
    return twins;
  };
  return new Map(rows.map((row) => [row.rowNumber, twinsOf(row)]));
}

/** What the register held before the batch: what an earlier part of the same file wrote is no other organisation. */
async function heldAlike(db: SpaceDb, rows: readonly ReadOrganisation[], batchId: string): Promise<Held[]> {
  const usccs = rows.map((row) => row.uscc).filter((code) => code !== null);
  const codes = rows.map((row) => row.externalCode).filter((code) => code !== null);
  const names = rows.flatMap((row) => namesOf(row.name)).map((text) => text.toLowerCase());
  const { rows: held } = await sql<Held>`
    select id, name, uscc, external_code as "externalCode" from organisation
    where state <> 'merged' and archived_at is null and batch_id is distinct from ${batchId}::uuid and (uscc = any (${usccs}::text[]) or external_code = any (${codes}::text[])
      or lower(name ->> 'zh') = any (${names}::text[]) or lower(name ->> 'en') = any (${names}::text[]))`.execute(db);
  return held;
}
