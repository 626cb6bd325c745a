import { z } from 'zod';
import { nameSchema } from '#platform/i18n/name.schema.ts';
import { defineRoute } from '#platform/http/route.contract.ts';
import { subjectKinds, subjectShape } from './record.schema.ts';
import { attributeSchema, sourceSchema, statementSchema } from './statement.schema.ts';

export const checklistSchema = z.object({
  key: z.string(),
  subjectKind: z.enum(subjectKinds),
  name: nameSchema,
  /** Null for a list of our own. */
  source: sourceSchema.nullable(),
  items: z.array(z.object({ attribute: attributeSchema, /** The statement shown; null while nothing is stated. */ statement: statementSchema.nullable(), statements: z.number().int() })),
  covered: z.number().int(),
});
export type Checklist = z.infer<typeof checklistSchema>;

export const listChecklists = defineRoute({
  id: 'checklist.list',
  method: 'GET',
  path: '/checklists',
  query: z.strictObject(subjectShape),
  out: z.object({ items: z.array(checklistSchema) }),
  permission: 'signedIn',
  reasons: [],
  summary: { zh: '一个对象的核对清单与依据', en: 'Checklists of a record with what is stated on each item' },
});

export const checklistRoutes = [listChecklists] as const;
