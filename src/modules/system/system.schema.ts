import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { healthStates } from '#platform/health/health.rules.ts';
import { jobStates } from '#platform/jobs/job.rules.ts';
import { pageQuery } from '#platform/page/page.schema.ts';

const wordsSchema = z.object({ zh: z.string(), en: z.string() });

/** Work that somebody waits for. */
export const jobSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  kindLabel: wordsSchema,
  title: wordsSchema,
  state: z.enum(jobStates),
  done: z.number().int().min(0),
  /** Null while nobody knows how much there is. */
  total: z.number().int().min(0).nullable(),
  /** At the pace so far; null while that says nothing. */
  secondsLeft: z.number().int().min(0).nullable(),
  askedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  tries: z.number().int().min(0),
  cancelAsked: z.boolean(),
  /** Page with the result. */
  href: z.string().nullable(),
  outcome: wordsSchema.nullable(),
  failure: wordsSchema.nullable(),
  person: z.object({ id: z.uuid(), name: nameSchema.nullable() }).nullable(),
  mine: z.boolean(),
});
export type Job = z.output<typeof jobSchema>;

export const jobListQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(jobStates).optional(),
  kind: z.string().max(100).optional(),
  sort: z.enum(['askedAt', '-askedAt']).default('-askedAt'),
});
export const myJobsQuery = z.strictObject({ ...pageQuery, open: z.enum(['true']).optional(), sort: z.enum(['askedAt', '-askedAt']).default('-askedAt') });

/** One kind of work in the queue: how much of it waits, runs and failed within a fortnight. */
export const queueLineSchema = z.object({
  kind: z.string(),
  label: wordsSchema,
  waiting: z.number().int().min(0),
  later: z.number().int().min(0),
  running: z.number().int().min(0),
  failed: z.number().int().min(0),
  oldestWaitingAt: z.iso.datetime().nullable(),
});
export const scheduleLineSchema = z.object({
  kind: z.string(),
  label: wordsSchema,
  cron: z.string(),
  per: z.enum(['space', 'installation']),
  /** Null until it was due for the first time. */
  lastDue: z.iso.datetime().nullable(),
  lastFinished: z.iso.datetime().nullable(),
  lastState: z.enum(['done', 'failed']).nullable(),
  lastFailure: wordsSchema.nullable(),
});
export const queueSchema = z.object({ kinds: z.array(queueLineSchema), schedules: z.array(scheduleLineSchema), readAt: z.iso.datetime() });
export type QueueView = z.output<typeof queueSchema>;

export const healthSchema = z.object({
  /** As healthy as the worst part. */
  state: z.enum(healthStates),
  checks: z.array(z.object({ key: z.string(), label: wordsSchema, state: z.enum(healthStates), detail: wordsSchema, advice: wordsSchema.nullable(), href: z.string().nullable() })),
  version: z.string(),
  runtime: z.string(),
  startedAt: z.iso.datetime().nullable(),
  /** Variables of the environment; secrets only say that they are set. Null: the default holds. */
  configuration: z.array(z.object({ name: z.string(), value: z.string().nullable(), secret: z.boolean() })),
  checkedAt: z.iso.datetime(),
});
export type Health = z.output<typeof healthSchema>;
