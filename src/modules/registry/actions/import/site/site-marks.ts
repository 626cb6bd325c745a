import { sql } from 'kysely';
import type { Context, ImportPass } from '#platform/module/module.ts';
import { fold } from '#platform/text/folding.ts';
import type { SiteInput } from '../../../store/organisation-site.store.ts';

export interface HeldSite {
  id: string;
  organisationId: string;
  externalCode: string | null;
  address: string | null;
  longitude: number | null;
  latitude: number | null;
}
type Marks = Pick<SiteInput, 'externalCode' | 'address' | 'longitude' | 'latitude'>;

/** Two sites of one organisation are one when the source's codes agree, or, where one has none, the address or the pin does. */
const pinMark = ({ longitude, latitude }: Marks): string | null => (longitude === null || latitude === null ? null : `pin ${longitude.toFixed(4)} ${latitude.toFixed(4)}`);
const addressMark = ({ address }: Marks): string | null => (address === null || fold(address) === '' ? null : `address ${fold(address)}`);
const placeMarks = (site: Marks): string[] => {
  const marks = [addressMark(site), pinMark(site)].filter((mark) => mark !== null);
  return marks.length > 0 ? marks : ['nowhere in particular'];
};

export function sameSite(held: readonly HeldSite[], site: SiteInput): HeldSite | undefined {
  const coded = site.externalCode ? held.find((one) => one.externalCode === site.externalCode) : undefined;
  const marks = placeMarks(site);
  return coded ?? held.find((one) => (!site.externalCode || one.externalCode === null) && placeMarks(one).some((mark) => marks.includes(mark)));
}

/** The earlier row of this file that means the same site of the same owner. */
export function firstOf(pass: ImportPass, owner: string, site: SiteInput, rowNumber: number): number | null {
  const marks = site.externalCode ? [`code ${site.externalCode}`] : placeMarks(site);
  const firsts = marks.map((mark) => pass.firstRow(`site ${owner} ${mark}`, rowNumber)).filter((row) => row !== null);
  return firsts.length === 0 ? null : Math.min(...firsts);
}

export async function sitesHeld(context: Context, organisationIds: readonly string[]): Promise<Map<string, HeldSite[]>> {
  const { rows } = await sql<HeldSite>`
    select id, organisation_id as "organisationId", external_code as "externalCode", address, longitude::float8 as longitude, latitude::float8 as latitude
    from organisation_site where organisation_id = any (${organisationIds}::uuid[]) order by position, id`.execute(context.db);
  const held = new Map<string, HeldSite[]>();
  for (const site of rows) held.set(site.organisationId, [...(held.get(site.organisationId) ?? []), site]);
  return held;
}
