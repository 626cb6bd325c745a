import { fold } from '#platform/text/folding.ts';
import type { Context, ImportPass, ImportRow } from '#platform/module/module.ts';
import { organisationSubject } from '../../../store/organisation.store.ts';
import type { SiteInput } from '../../../store/organisation-site.store.ts';
import type { NewOrganisation } from '../../../store/organisation-write.store.ts';
import { nameKey } from '../../../store/name-key.ts';
import { findOwners, questionOf, readOwner } from '../row/find-owners.ts';
import { conclude, type Judgement } from '../row/judgement.ts';
import { locateRows, type Located } from '../row/locate.ts';
import { readPin, remarkPins, type GivenPin } from '../row/pin-cells.ts';
import { isNamed, RowReader, shownName } from '../row/row-reader.ts';
import { firstOf, sameSite, sitesHeld } from './site-marks.ts';
import { siteKindWords, type siteImportReasons } from './site-fields.ts';

export interface SitePlan {
  /** Null for an organisation that the file adds; rows of one `owner` add it once. */
  organisationId: string | null;
  owner: string;
  organisation: NewOrganisation;
  site: SiteInput;
}

interface Read {
  reader: RowReader;
  asked: ReturnType<typeof readOwner>;
  at: Located;
  pin: GivenPin | null;
  site: SiteInput;
}

/** Rows that name no organisation fall back to the name of the site; several sites of one firm in one country are its own. */
export async function judgeSiteRows(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judgement<SitePlan>[]> {
  const located = await locateRows(context.db, rows);
  const read = rows.map((row) => readSite(row, located.get(row.rowNumber), pass.batchId));
  const owners = await findOwners(context, read.map(({ asked, at }) => ({ ...asked, territoryId: at.countryId })), pass);
  await remarkPins(context.db, read.map(({ reader, pin, at }) => ({ reader, pin, territoryId: at.territoryId, name: at.name })));
  const added = addedIn(pass);
  const idOf = (one: Read) => owners.get(one.reader.rowNumber)?.organisationId ?? added.get(ownerKey(one)) ?? null;
  const facts = await organisationSubject.byIds(context.db, [...new Set(read.flatMap((one) => idOf(one) ?? []))]);
  const held = await sitesHeld(context, [...facts.keys()]);

  return read.map((one) => {
    const { reader, asked, at, site } = one;
    const owner = owners.get(reader.rowNumber);
    const organisationId = idOf(one);
    const key = organisationId ?? ownerKey(one);
    if (!isNamed(asked.name) && organisationId === null) reader.refuse('organisationMissing', 'organisationName');
    const own = organisationId === null ? undefined : facts.get(organisationId);
    const allowed = own ? context.allows('organisation.update', own) : context.allows('organisation.create', { visibility: 'open', territories: at.territories, clusters: [], organisations: [] });
    const open = questionOf(owner);
    const writable = allowed && reader.refusals.length === 0 && open === null;
    const matchId = organisationId === null ? null : (sameSite(held.get(organisationId) ?? [], site)?.id ?? null);
    const sameAs = writable && matchId === null ? firstOf(pass, key, site, reader.rowNumber) : null;
    const isFirst = organisationId === null && writable && pass.firstRow(`organisation ${key}`, reader.rowNumber) === null;
    if (matchId !== null) reader.remark('alreadyThere', 'organisationName');
    if (sameAs !== null) reader.remark('repeatedInFile', 'organisationName', { row: sameAs });
    const organisation = newOrganisation(one, pass.batchId);
    return conclude({ reader, group: isFirst ? 'newOrganisation' : 'newSite', plan: { organisationId, owner: ownerKey(one), organisation, site }, allowed, matchId, sameAs, open, place: at });
  });
}

/** Owner key → organisation that this walk has added already. */
export function addedIn({ memory }: ImportPass): Map<string, string> {
  const known = memory.get('organisations');
  if (known instanceof Map) return known as Map<string, string>;
  const fresh = new Map<string, string>();
  memory.set('organisations', fresh);
  return fresh;
}

function readSite(row: ImportRow, located: Located | undefined, batchId: string): Read {
  const reader = new RowReader(row);
  const at = located ?? { territoryId: null, name: null, countryId: null, territories: [], reasons: [], candidates: [], question: null };
  reader.remarks.push(...at.reasons);
  const asked = readOwner(reader);
  const name = reader.text('siteName', 200);
  if (!isNamed(asked.name) && asked.uscc === null && asked.externalCode === null && name !== null) {
    asked.name = reader.name('siteName', 'organisationNameEn');
    reader.remarks.push({ reason: 'organisationNamedAfterSite' satisfies keyof typeof siteImportReasons, field: 'organisationName', params: { name } });
  }
  const pin = readPin(reader);
  if (pin && at.territoryId === null) reader.remarks.push({ reason: 'placeUnknownForSite' satisfies keyof typeof siteImportReasons, field: 'country' });
  // A foreign city is in no code system here, so it is kept with the street.
  const town = at.territoryId?.startsWith('world:') && at.territoryId !== 'world:CN' ? [reader.cell('postcode'), reader.cell('city')].filter(Boolean).join(' ') : '';
  const street = reader.cell('address');
  const address = [street, fold(street).includes(fold(town)) ? '' : town].filter(Boolean).join(', ');
  if (address.length > 300) reader.remark('textCut', 'address', { limit: 300 });
  const site: SiteInput = {
    kind: reader.choice('kind', siteKindWords) ?? 'plant', name, externalCode: reader.text('siteCode', 60), batchId,
    address: address === '' ? null : address.slice(0, 300).trim(), territoryId: at.territoryId, placeId: null,
    longitude: pin?.longitude ?? null, latitude: pin?.latitude ?? null, datum: pin?.datum ?? 'unknown',
  };
  return { reader, asked, at, pin, site };
}

const ownerKey = ({ asked: { name, uscc, externalCode }, at }: Read): string => uscc ?? externalCode ?? `${nameKey(shownName(name))} ${at.countryId ?? ''}`;

function newOrganisation({ asked: { name, uscc, externalCode }, at, reader }: Read, batchId: string): NewOrganisation {
  return {
    name, type: 'enterprise', uscc, externalCode, territoryId: at.territoryId, industryLabel: reader.cell('industryLabel').slice(0, 120) || null, batchId, sites: [], visibility: 'open',
    industryId: null, sizeClass: null, foundedYear: null, website: null, description: null, subtype: null, sector: null, ownership: null, origin: null,
  };
}
