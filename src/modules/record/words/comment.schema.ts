import { z } from 'zod';
import { idSchema, personRefSchema, writerSchema } from './subject.schema.ts';

const body = z.string().trim().min(1).max(4000);
const mentions = z.array(idSchema).max(20).default([]);
export const commentInputSchema = z.strictObject({ body, mentions, replyTo: idSchema.nullable().default(null) });
export const commentPatchSchema = z.strictObject({ body, mentions });

export const commentSchema = z.object({
  id: idSchema,
  version: z.number().int().min(1),
  /** Null for what starts a thread; answers stand one level below it. */
  replyTo: idSchema.nullable(),
  /** Plain text with line breaks; null once removed. */
  body: z.string().nullable(),
  mentions: z.array(personRefSchema),
  author: writerSchema,
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  removedAt: z.iso.datetime().nullable(),
  /** What an operator gave as the reason; null when the author removed it. */
  removalReason: z.string().nullable(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: writerSchema,
  sample: z.boolean(),
  may: z.object({ edit: z.boolean(), remove: z.boolean(), resolve: z.boolean() }),
});
export type Comment = z.infer<typeof commentSchema>;
export const threadSchema = commentSchema.extend({ replies: z.array(commentSchema) });
export type Thread = z.infer<typeof threadSchema>;
