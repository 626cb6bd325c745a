import { sql } from 'kysely';
import { Breath } from '#platform/jobs/breath.ts';
import type { Context, ImportPass, ImportRow, RowReason, RowVerdict, SpaceDb } from '#platform/module/module.ts';
import { findIndustries } from './find-industries.ts';
import { quietReasons, type OrganisationImportGroup, type OrganisationImportReason } from './organisation-fields.ts';
import { completeKnown, type Completing } from './organisation-completion.ts';
import { placeRows, type RowPlace } from './organisation-places.ts';
import { findTwins, type TwinAsked, type Twins } from './organisation-twins.ts';
import type { Completion } from '../../store/organisation-completion.store.ts';
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
  completion: Completion | null;
}

/** Judges every row from the file and the register as they stand now; without a pass they are in the register already. */
export async function judgeOrganisations(context: Context, rows: readonly ImportRow[], pass: ImportPass | null): Promise<{ judged: JudgedRow[]; reference: Reference }> {
  const settling = pass === null;
  const read = await eachOf(rows, readOrganisation);
  const places = await placeRows(context.db, rows);
  const reference = await readReference(context.db, rows, [...places.values()]);
  const industryOf = (row: ImportRow): string | null => reference.industries.get((row.values.industryCode ?? '').trim()) ?? null;
  const asked = rows.flatMap((row, index): TwinAsked[] => {
    const [organisation, place] = [read[index], places.get(row.rowNumber)];
    if (!organisation || !place || organisation.fundWord !== null || organisation.refusals.length > 0) return [];
    // What a person chose among several places is no part of what the file asks.
    return [{ read: organisation, industryId: industryOf(row), territoryId: place.territoryId, placeText: place.question, placeShown: ['province', 'city', 'territoryCode'].map((key) => (row.values[key] ?? '').trim()).filter(Boolean).join(' ') || null }];
  });
  const twins = pass ? await findTwins(context, asked, pass) : new Map<number, Twins>();
  const known = asked.flatMap(({ read: of, industryId, territoryId }) => {
    const found = twins.get(of.rowNumber);
    return found?.matchId && found.refusals.length === 0 ? [{ read: of, organisationId: found.matchId, industryId, territoryId }] : [];
  });
  const completions = pass ? await completeKnown(context, known, pass) : new Map<number, Completing>();
  const judged = await eachOf(rows, (row, index) => {
    const organisation = read[index];
    const place = places.get(row.rowNumber);
    if (!organisation || !place) throw new Error('every row is read and placed');
    const industryCode = (row.values.industryCode ?? '').trim();
    const industryId = industryOf(row);
    if (industryCode !== '' && industryId === null) organisation.remarks.push({ reason: 'industryCodeUnknown', field: 'industryCode', params: { value: industryCode } });
    const found = { twins: twins.get(row.rowNumber), completing: completions.get(row.rowNumber) };
    // What is in the register already is not created: there the mandate over the record counts.
    const allowed = settling || organisation.fundWord !== null || found.completing !== undefined || mayWrite(context, place, reference);
    const verdict = verdictOf(organisation, place, found, allowed);
    return { row, read: organisation, place, industryId, completion: found.completing?.completion ?? null, verdict };
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

function verdictOf(read: ReadOrganisation, place: RowPlace, { twins, completing }: { twins: Twins | undefined; completing: Completing | undefined }, allowed: boolean): RowVerdict {
  const outside: RowReason[] = allowed ? [] : [{ reason: 'outsideMandate' satisfies OrganisationImportReason }];
  const refusals = [...read.refusals, ...(twins?.refusals ?? []), ...outside];
  const about = { rowNumber: read.rowNumber, ...(place.candidates.length > 0 && { candidates: place.candidates }), ...(place.question !== null && { question: place.question }) };
  const placed = [...place.reasons, ...read.remarks];
  const as = (state: RowVerdict['state'], group: OrganisationImportGroup, reasons: RowReason[]): RowVerdict => ({ ...about, state, group, reasons });

  if (read.fundWord !== null) return as('notTarget', 'notOrganisation', [{ reason: 'isFund', field: 'name', params: { word: read.fundWord } }, ...place.reasons]);
  if (refusals.length > 0) return as('rejected', 'rejected', [...refusals, ...placed]);
  const reasons = [...(twins?.remarks ?? []), ...(completing?.remarks ?? []), ...placed];
  const quiet = reasons.every(({ reason }) => quietReasons.has(reason));
  const match = twins?.match ? { match: twins.match } : {};
  // A record that stands already asks for no place.
  if (twins?.matchId) return { rowNumber: read.rowNumber, state: quiet ? 'ready' : 'warning', group: completing?.completion ? 'completed' : 'known', reasons, matchId: twins.matchId, ...match };
  // Who it is comes before where it is.
  if (twins?.unsure) return { rowNumber: read.rowNumber, state: 'choose', group: 'matchToChoose', reasons, ...match };
  return { ...as(place.group === 'placeToChoose' ? 'choose' : quiet ? 'ready' : 'warning', place.group, reasons), ...match };
}

async function readReference(db: SpaceDb, rows: readonly ImportRow[], places: readonly RowPlace[]): Promise<Reference> {
  const territoryIds = [...new Set(places.map((place) => place.territoryId).filter((id) => id !== null))];
  const codes = [...new Set(rows.map((row) => (row.values.industryCode ?? '').trim()).filter((code) => code !== ''))];
  const territories = await sql<{ id: string; ancestors: string[] }>`select id, ancestors from territory where id = any (${territoryIds}::text[])`.execute(db);
  const industries = await findIndustries(db, codes);
  return { ancestors: new Map([...territories.rows, ...industries.values()].map((row) => [row.id, row.ancestors])), industries: new Map([...industries].map(([code, { id }]) => [code, id])) };
}
