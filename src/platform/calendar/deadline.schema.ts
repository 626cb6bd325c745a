import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).optional();
const count = z.number().int().min(1).max(2000);

/** How a deadline is meant. `at` is a time of day on the wall of the space; the end of the day when it is left out. */
export const deadlineRuleSchema = z.union([
  z.strictObject({ workingDays: count, at: time }),
  z.strictObject({ days: count, roll: z.enum(['nextWorkingDay', 'previousWorkingDay', 'none']).optional(), at: time }),
  z.strictObject({ monthly: z.number().int().min(1).max(31), roll: z.enum(['nextWorkingDay', 'previousWorkingDay', 'none']), at: time }),
  z.strictObject({ date: z.iso.date(), at: time }),
]);
export type DeadlineRule = z.output<typeof deadlineRuleSchema>;

export const stepSchema = z.object({ zh: z.string(), en: z.string() });
export type Step = z.output<typeof stepSchema>;

/** An instant with the way that led to it. */
export const computedDeadlineSchema = z.object({
  instant: z.iso.datetime(),
  /** The same on the wall of the space. */
  day: z.iso.date(),
  /** Counted in a year whose holidays are not announced yet. */
  provisional: z.boolean(),
  steps: z.array(stepSchema),
});
export type ComputedDeadline = z.output<typeof computedDeadlineSchema>;
