import { z } from 'zod';
import { checkUscc, normaliseUscc } from '#kernel/text/uscc.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { leveled } from '#platform/level/level.schema.ts';
import { pageQuery } from '#platform/page/page.schema.ts';
import { idSchema } from './form.schema.ts';
import { isReachable, reporterWho, unreachable } from './reporter.schema.ts';

export const claimStates = ['waiting', 'approved', 'rejected'] as const;
export type ClaimState = (typeof claimStates)[number];
/** Claims on one firm that may wait at a time: enough for two clerks and a mistake. */
export const claimsMost = 5;
export const licenceBytesMost = 8 * 1024 * 1024;

export const claimInputSchema = z
  .strictObject({
    spaceId: idSchema,
    code: z.string().max(40).refine((text) => checkUscc(text).valid, { message: 'usccWrong' }).transform(normaliseUscc),
    ...reporterWho,
    /** The licence as a picture or PDF, in base64. */
    licence: z.strictObject({ name: z.string().trim().min(1).max(200), bytes: z.base64().min(1).max(Math.ceil(licenceBytesMost / 3) * 4) }),
  })
  .refine(isReachable, unreachable);

export const claimSchema = z.object({
  id: idSchema,
  version: z.number().int(),
  code: z.string(),
  /** The firm that the register has under this code; null where it has none. */
  organisation: z.object({ id: idSchema, name: nameSchema, place: nameSchema.nullable() }).nullable(),
  name: leveled('sensitive', z.string()),
  phone: leveled('sensitive', z.string().nullable()),
  mail: leveled('sensitive', z.string().nullable()),
  duty: z.string().nullable(),
  state: z.enum(claimStates),
  note: z.string().nullable(),
  /** Who reports for the firm already. */
  reporters: z.number().int(),
  createdAt: z.iso.datetime(),
  decidedAt: z.iso.datetime().nullable(),
});
export type Claim = z.output<typeof claimSchema>;

export const claimListQuery = z.strictObject({ ...pageQuery, q: z.string().trim().max(100).optional(), state: z.enum(claimStates).optional(), sort: z.enum(['createdAt', '-createdAt']).default('-createdAt') });
export const claimDecisionSchema = z.strictObject({ decision: z.enum(['approve', 'reject']), note: z.string().trim().max(500).nullable().default(null) }).refine(({ decision, note }) => decision === 'approve' || note, { message: 'claimWhy', path: ['note'] });
