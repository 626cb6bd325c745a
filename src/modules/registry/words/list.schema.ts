import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { dateSchema, idSchema, noteSchema, recordShape, refSchema, subjectKinds } from './record.schema.ts';

/** An official list: who issued it, when, in which batch. Being on a list is a relation, never a flag. */
export const listInputSchema = z.strictObject({
  name: nameSchema,
  issuer: nameSchema.nullable().default(null),
  issuedOn: dateSchema.nullable().default(null),
  /** Year or month where the day is not known. */
  issuedPeriod: z.string().trim().max(20).nullable().default(null),
  batch: z.string().trim().max(60).nullable().default(null),
  /** How many entries the issuer announced; held beside the entries that are here. */
  announcedCount: z.number().int().min(0).max(1_000_000).nullable().default(null),
  entryKind: z.enum(subjectKinds),
  sourceId: idSchema.nullable().default(null),
  note: noteSchema.nullable().default(null),
});
export const listEntryInputSchema = z.strictObject({
  subjectId: z.string().min(1).max(60).nullable().default(null),
  nameAsListed: z.string().trim().min(1).max(300),
  position: z.number().int().min(1).max(1_000_000).nullable().default(null),
  batch: z.string().trim().max(60).nullable().default(null),
  note: noteSchema.nullable().default(null),
});
export const listSummarySchema = z.object({
  ...recordShape,
  name: nameSchema,
  issuer: nameSchema.nullable(),
  issuedOn: dateSchema.nullable(),
  issuedPeriod: z.string().nullable(),
  batch: z.string().nullable(),
  announcedCount: z.number().int().nullable(),
  entryCount: z.number().int(),
  entryKind: z.enum(subjectKinds),
  note: z.string().nullable(),
  sourceId: idSchema.nullable(),
  sourceTitle: z.string().nullable(),
});
export type ListSummary = z.infer<typeof listSummarySchema>;
export const listEntrySchema = z.object({ id: idSchema, subjectKind: z.enum(subjectKinds), subject: refSchema.nullable(), nameAsListed: z.string(), position: z.number().int().nullable(), batch: z.string().nullable(), note: z.string().nullable() });
export type ListEntry = z.infer<typeof listEntrySchema>;
export const listListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), entryKind: z.enum(subjectKinds).optional(), /** Lists that name this record, where the reader may see the record. */ subjectId: z.string().max(60).optional(), sort: z.enum(['name', '-name', 'updatedAt', '-updatedAt']).default('name') });
export const listEntryListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), subjectId: z.string().max(60).optional() });

/** A title an organisation holds: specialised SME, little giant, single champion, chain lead, technology centre, award. */
export const titleKeys = ['innovativeSme', 'specialisedSme', 'littleGiant', 'singleChampion', 'chainLead', 'technologyCentre', 'highTechEnterprise', 'award', 'other'] as const;
export const titleInputSchema = z.strictObject({
  key: z.enum(titleKeys),
  name: nameSchema.nullable().default(null),
  issuer: z.string().trim().max(200).nullable().default(null),
  level: z.enum(['national', 'provincial', 'city', 'county']).nullable().default(null),
  /** The round in which it was conferred: 第三批. */
  batch: z.string().trim().max(60).nullable().default(null),
  validFrom: dateSchema.nullable().default(null),
  validUntil: dateSchema.nullable().default(null),
  sourceId: idSchema.nullable().default(null),
});
export const titleSchema = titleInputSchema.extend({ id: idSchema, organisationId: idSchema, sourceTitle: z.string().nullable(), sample: z.boolean() });
export type Title = z.infer<typeof titleSchema>;

/** A cluster programme at home or abroad, as a reference record until its room takes it over. */
export const programmeInputSchema = z.strictObject({
  name: nameSchema,
  country: z.string().regex(/^world:[A-Z]{2}$/).nullable().default(null),
  /** Programmes of a union or a group of countries. */
  region: z.string().trim().max(60).nullable().default(null),
  startedYear: z.number().int().min(1900).max(2200).nullable().default(null),
  endedYear: z.number().int().min(1900).max(2200).nullable().default(null),
  leadDepartment: z.string().trim().max(300).nullable().default(null),
  description: noteSchema.nullable().default(null),
});
export const programmeSchema = programmeInputSchema.extend({ ...recordShape, countryRef: refSchema.nullable() });
export type Programme = z.infer<typeof programmeSchema>;
export const programmeListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), country: z.string().max(20).optional(), sort: z.enum(['name', '-name', 'startedYear', '-startedYear']).default('name') });
