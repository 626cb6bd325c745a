import { z } from 'zod';

/** A record of any kind, as the path of everything that hangs on it names it. */
export const subjectParams = { kind: z.string().regex(/^[a-z][A-Za-z]{1,40}$/), recordId: z.string().min(1).max(60) };
export const subjectRef = { kindParam: 'kind', param: 'recordId' } as const;
export const subjectPath = '/records/:kind/:recordId';
export const idSchema = z.uuid();
export const personRefSchema = z.object({ id: idSchema, name: z.object({ zh: z.string().optional(), en: z.string().optional() }) });
export type PersonRef = z.infer<typeof personRefSchema>;
/** Null once a person's row is gone, or when the installation itself wrote. */
export const writerSchema = personRefSchema.nullable();
