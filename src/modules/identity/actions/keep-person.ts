import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { createPerson, updatePerson } from '../identity.contract.ts';
import { addPerson, getPerson, updatePersonRow } from '../store/person-store.ts';

export const createPersonAction: Action<typeof createPerson> = async (context, { body }) => {
  const id = context.newId();
  await addPerson(context.db, context.spaceId, { id, ...body, accountId: null, now: context.now });
  context.audit({ event: 'person.created', subject: { kind: 'person', id }, name: body.name });
  const person = await getPerson(context.db, context.spaceId, id, context.now);
  return person ? ok(person) : fail('notFound');
};

export const updatePersonAction: Action<typeof updatePerson> = async (context, { params, body, ifMatch }) => {
  const before = await getPerson(context.db, context.spaceId, params.personId, context.now);
  if (!before) return fail('notFound');
  const next = { name: body.name ?? before.name, email: body.email === undefined ? before.email : body.email, language: body.language === undefined ? before.language : body.language };
  const kept = await updatePersonRow(context.db, context.spaceId, params.personId, ifMatch ?? 0, { ...next, now: context.now });
  if (!kept) return fail('changedMeanwhile');
  const fields = ['name', 'email', 'language'] as const;
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]));
  const changes = Object.fromEntries(changed.map((field) => [field, [before[field], next[field]] as [unknown, unknown]]));
  context.audit({ event: 'person.updated', subject: { kind: 'person', id: before.id }, name: next.name, changes });
  const person = await getPerson(context.db, context.spaceId, params.personId, context.now);
  return person ? ok(person) : fail('notFound');
};
