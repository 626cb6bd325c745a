import { z } from 'zod';
import { isTimeZone } from '#platform/calendar/zoned-time.rules.ts';
import { computedDeadlineSchema, deadlineRuleSchema } from '#platform/calendar/deadline.schema.ts';
import { nameSchema } from '#platform/i18n/name.schema.ts';

export const dayKinds = ['holiday', 'workday'] as const;
const source = z.string().trim().min(1).max(200);
export const yearNumber = z.coerce.number().int().min(1990).max(2100);

export const calendarDaySchema = z.object({ day: z.iso.date(), kind: z.enum(dayKinds), name: nameSchema, source });
export type CalendarDay = z.output<typeof calendarDaySchema>;

export const yearSchema = z.object({
  year: z.number().int().min(1990).max(2100),
  /** Whether the holidays of this year are decided; until then only weekdays count. */
  announced: z.boolean(),
  source,
  days: z.array(calendarDaySchema),
  /** 0 while nothing of this year was edited in this space. */
  version: z.number().int().min(0),
});
export type CalendarYear = z.output<typeof yearSchema>;

export const overviewSchema = z.object({
  timeZone: z.string(),
  /** On the wall of the space. */
  today: z.iso.date(),
  years: z.array(yearSchema.pick({ year: true, announced: true, source: true }).extend({ days: z.number().int().min(0) })),
});

export const dayInputSchema = z.strictObject({ kind: z.enum(dayKinds), name: nameSchema });
const importedDaySchema = z.strictObject({ day: z.iso.date(), kind: z.enum(dayKinds), name: nameSchema });
export type ImportedDay = z.output<typeof importedDaySchema>;

export const yearInputSchema = z.strictObject({
  announced: z.boolean(),
  source: source.optional(),
  /** Takes the place of all days of the year; left out, the days stay. */
  days: z.array(importedDaySchema).max(366).optional(),
});

export const timeZoneInputSchema = z.strictObject({ timeZone: z.string().max(60).refine(isTimeZone, { message: 'timeZoneUnknown' }) });
export const trialInputSchema = z.strictObject({ rule: deadlineRuleSchema, start: z.iso.datetime({ offset: true }).optional() });

export const deadlineSchema = computedDeadlineSchema.extend({
  id: z.uuid(),
  subjectKind: z.string(),
  subjectId: z.string(),
  /** Tells deadlines of one record apart: `answer`, `payment`. */
  key: z.string(),
  rule: deadlineRuleSchema,
  startAt: z.iso.datetime(),
  computedAt: z.iso.datetime(),
});
export type Deadline = z.output<typeof deadlineSchema>;
