import { z } from 'zod';
import { organisationInputSchema } from '../../words/organisation.schema.ts';
import type { Organisation, OrganisationInput } from '../../words/organisation.schema.ts';

/** A sub-type belongs to one type; a website may be typed without its scheme. */
export const organisationForm = z.preprocess((given) => {
  const values = given as Record<string, unknown>;
  const website = typeof values['website'] === 'string' && values['website'] !== '' && !/^[a-z]+:\/\//i.test(values['website']) ? `https://${values['website']}` : values['website'];
  return { ...values, ...(website === undefined ? {} : { website }) };
}, organisationInputSchema);

/** The editable part of a record, in the shape that the API takes it. */
export function inputOf(organisation: Organisation): OrganisationInput {
  const { name, type, subtype, sector, sizeClass, ownership, origin, uscc, externalCode, industryLabel, foundedYear, website, description, visibility } = organisation;
  const sites = organisation.sites.map(({ kind, name: siteName, externalCode: siteCode, address, territoryId, placeId, longitude, latitude, datum }) => ({ kind, name: siteName, externalCode: siteCode, address, territoryId, placeId, longitude, latitude, datum }));
  return {
    name, type, subtype, sector, sizeClass, ownership, origin, uscc, externalCode, industryLabel, foundedYear, website, description, visibility, sites,
    territoryId: organisation.territory?.id ?? null,
    industryId: organisation.industry?.id ?? null,
  };
}

export type InputField = keyof OrganisationInput;
export const inputFields = Object.keys(organisationInputSchema.shape) as InputField[];

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Fields whose value differs; only these are sent, so that nothing else is written over. */
export function changedFields(before: OrganisationInput, after: OrganisationInput): InputField[] {
  return inputFields.filter((field) => !same(before[field], after[field]));
}

export function patchOf(before: OrganisationInput, after: OrganisationInput): Partial<OrganisationInput> {
  return Object.fromEntries(changedFields(before, after).map((field) => [field, after[field]]));
}

export interface Clash {
  field: InputField;
  opened: unknown;
  theirs: unknown;
  mine: unknown;
}

/** Every field that somebody changed since the form was opened, whoever it was. */
export function clashesOf(opened: OrganisationInput, theirs: OrganisationInput, mine: OrganisationInput): Clash[] {
  const touched = new Set([...changedFields(opened, theirs), ...changedFields(opened, mine)]);
  return inputFields.filter((field) => touched.has(field)).map((field) => ({ field, opened: opened[field], theirs: theirs[field], mine: mine[field] }));
}
