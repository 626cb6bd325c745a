import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { leveled } from '#platform/level/level.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { idSchema } from './form.schema.ts';
import { readMail, readPhone } from './reporter.rules.ts';

export const contactStates = ['new', 'invited', 'confirmed', 'wrongPerson', 'left'] as const;
export type ContactState = (typeof contactStates)[number];
export const codeWays = ['sms', 'mail'] as const;
export type CodeWay = (typeof codeWays)[number];

const phone = leveled('sensitive', z.string().trim().refine((text) => readPhone(text) !== null, { message: 'phoneWrong' }).transform((text) => readPhone(text) ?? text));
const mail = leveled('sensitive', z.string().trim().refine((text) => readMail(text) !== null, { message: 'mailWrong' }).transform((text) => readMail(text) ?? text));
export const reporterWho = { name: leveled('sensitive', z.string().trim().min(1).max(80)), phone: phone.nullable().default(null), mail: mail.nullable().default(null), duty: z.string().trim().max(80).nullable().default(null) };
export const isReachable = (contact: { phone: string | null; mail: string | null }): boolean => contact.phone !== null || contact.mail !== null;
export const unreachable = { message: 'phoneOrMail', path: ['phone'] };

export const contactInputSchema = z.strictObject({ organisationId: idSchema, ...reporterWho }).refine(isReachable, unreachable);
export const successorSchema = z.strictObject(reporterWho).refine(isReachable, unreachable);

export const contactSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  organisationId: idSchema,
  organisation: nameSchema,
  code: z.string().nullable(),
  name: leveled('sensitive', z.string()),
  phone: leveled('sensitive', z.string().nullable()),
  mail: leveled('sensitive', z.string().nullable()),
  duty: z.string().nullable(),
  state: z.enum(contactStates),
  note: z.string().nullable(),
  /** How long the newest link still lasts; null when none is open. */
  linkUntil: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  invitedAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
});
export type ReporterContact = z.output<typeof contactSchema>;

export const contactListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), state: z.enum(contactStates).optional(), organisationId: idSchema.optional(), campaignId: idSchema.optional(), sort: z.enum(['organisation', '-updatedAt']).default('organisation') });

export const contactTallySchema = z.object({ counts: z.record(z.enum(contactStates), z.number().int()), ways: z.array(z.enum(codeWays)) });

export const linkInputSchema = z.strictObject({
  contactIds: z.array(idSchema).max(5000).default([]),
  /** Or everyone whose firm has to report there: those that have no reporter yet, or all. */
  campaignId: idSchema.nullable().default(null),
  who: z.enum(['withoutReporter', 'all']).default('withoutReporter'),
  via: z.enum(['channels', 'letters']),
});
export const linkOutcomeSchema = z.object({
  sheetId: idSchema,
  made: z.number().int(),
  sent: z.number().int(),
  /** To be handed over on paper. */
  unsent: z.number().int(),
});

const token = leveled('sensitive', z.string().min(20).max(200));
export const visitInputSchema = z.strictObject({ token });
export const visitSchema = z.object({
  askedBy: nameSchema,
  organisation: nameSchema,
  personName: leveled('sensitive', z.string()),
  reports: z.array(z.object({ name: nameSchema, period: z.string(), dueAt: z.iso.datetime().nullable(), holder: nameSchema.nullable() })),
  ways: z.array(z.object({ way: z.enum(codeWays), hint: leveled('sensitive', z.string()) })),
});
export type ReporterVisit = z.output<typeof visitSchema>;
export const codeAskSchema = z.strictObject({ token, way: z.enum(codeWays) });
export const codeSentSchema = z.object({ until: z.iso.datetime(), again: z.iso.datetime() });
export const confirmSchema = z.strictObject({ token, code: leveled('sensitive', z.string().trim().regex(/^\d{6}$/)) });
export const declineSchema = z.strictObject({ token, why: z.enum(['notMe', 'notMyFirm']), note: z.string().trim().max(500).nullable().default(null) });
