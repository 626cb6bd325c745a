import { sql } from 'kysely';
import { Breath } from '#platform/jobs/breath.ts';
import type { Context, ImportPass, ImportRow, RowReason, RowVerdict, SpaceDb } from '#platform/module/module.ts';
import { findIndustries } from './find-industries.ts';
import { quietReasons, type OrganisationImportGroup, type OrganisationImportReason } from './organisation-fields.ts';
import { placeRows, type RowPlace } from './organisation-places.ts';
import { findTwins, type Twins } from './organisation-twins.ts';
import { readOrganisation, type ReadOrganisation } from './organisation-values.ts';

export interface Reference {
  ancestors: Map<string, string[]>;
  /** Industry code as written → id. */
  industries: Map<string, string>;
}
export interface JudgedRow {
  row: ImportRow;
  read: ReadOrganisation;
  place: RowPlace;
  verdict: RowVerdict;
  industryId: string | null;
}

/** Judges every row from the file and the register as they stand now; without a pass they are in the register already. */
export async function judgeOrganisations(context: Context, rows: readonly ImportRow[], pass: ImportPass | null): Promise<{ judged: JudgedRow[]; reference: Reference }> {
  const settling = pass === null;
  const read = await eachOf(rows, readOrganisation);
  const places = await placeRows(context.db, rows);
  const own = read.filter((row) => row.fundWord === null && row.refusals.length === 0);
  const twins = pass ? await findTwins(context.db, own, pass) : new Map<number, Twins>();
  const reference = await readReference(context.db, rows, [...places.values()]);
  const judged = await eachOf(rows, (row, index) => {
    const organisation = read[index];
    const place = places.get(row.rowNumber);
    if (!organisation || !place) throw new Error('every row is read and placed');
    const industryCode = (row.values.industryCode ?? '').trim();
    const industryId = reference.industries.get(industryCode) ?? null;
    if (industryCode !== '' && industryId === null) organisation.remarks.push({ reason: 'industryCodeUnknown', field: 'industryCode', params: { value: industryCode } });
    const allowed = settling || organisation.fundWord !== null || mayWrite(context, place, reference);
    return { row, read: organisation, place, industryId, verdict: verdictOf(organisation, place, twins.get(row.rowNumber), allowed) };
  });
  return { judged, reference };
}

/** The same as `map`, with a turn for others in between. */
async function eachOf<Item, Value>(items: readonly Item[], work: (item: Item, index: number) => Value): Promise<Value[]> {
  const breath = new Breath();
  const values: Value[] = [];
  for (const [index, item] of items.entries()) {
    if (breath.isDue) await breath.take();
    values.push(work(item, index));
  }
  return values;
}

function mayWrite(context: Context, place: RowPlace, { ancestors }: Reference): boolean {
  const territories = place.territoryId === null ? [] : (ancestors.get(place.territoryId) ?? []);
  return context.allows('organisation.create', { visibility: 'open', territories, clusters: [], organisations: [] });
}

function verdictOf(read: ReadOrganisation, place: RowPlace, twins: Twins | undefined, allowed: boolean): RowVerdict {
  const outside: RowReason[] = allowed ? [] : [{ reason: 'outsideMandate' satisfies OrganisationImportReason }];
  const refusals = [...read.refusals, ...(twins?.refusals ?? []), ...outside];
  const about = { rowNumber: read.rowNumber, ...(place.candidates.length > 0 && { candidates: place.candidates }), ...(place.question !== null && { question: place.question }) };
  const placed = [...place.reasons, ...read.remarks];
  const as = (state: RowVerdict['state'], group: OrganisationImportGroup, reasons: RowReason[]): RowVerdict => ({ ...about, state, group, reasons });

  if (read.fundWord !== null) return as('notTarget', 'notOrganisation', [{ reason: 'isFund', field: 'name', params: { word: read.fundWord } }, ...place.reasons]);
  if (refusals.length > 0) return as('rejected', 'rejected', [...refusals, ...placed]);
  const reasons = [...(twins?.remarks ?? []), ...placed];
  const state = place.group === 'placeToChoose' ? 'choose' : reasons.every(({ reason }) => quietReasons.has(reason)) ? 'ready' : 'warning';
  // A record that stays as it is asks for no choice.
  if (twins?.matchId) return { rowNumber: read.rowNumber, state: state === 'choose' ? 'warning' : state, group: 'known', reasons, matchId: twins.matchId };
  return as(state, place.group, reasons);
}

async function readReference(db: SpaceDb, rows: readonly ImportRow[], places: readonly RowPlace[]): Promise<Reference> {
  const territoryIds = [...new Set(places.map((place) => place.territoryId).filter((id) => id !== null))];
  const codes = [...new Set(rows.map((row) => (row.values.industryCode ?? '').trim()).filter((code) => code !== ''))];
  const territories = await sql<{ id: string; ancestors: string[] }>`select id, ancestors from territory where id = any (${territoryIds}::text[])`.execute(db);
  const industries = await findIndustries(db, codes);
  return { ancestors: new Map([...territories.rows, ...industries.values()].map((row) => [row.id, row.ancestors])), industries: new Map([...industries].map(([code, { id }]) => [code, id])) };
}
