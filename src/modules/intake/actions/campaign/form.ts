import { holderFacts } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { canTransition } from '#platform/lifecycle/lifecycle.rules.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findEdition, findFormRow, insertEdition, insertForm, listEditions, listFormRows, setEditionState, touchForm, updateEdition } from '../../store/form.store.ts';
import type * as routes from '../../words/form.contract.ts';
import { collectors, contentProblems, editionLifecycle, headerProblems } from '../../words/form.rules.ts';
import { editionInputSchema, type EditionInput, type Form, type FormInput } from '../../words/form.schema.ts';
import { today } from './today.ts';

const contentOf = (input: Omit<FormInput, 'territoryId' | 'clusterId'>): EditionInput => {
  const { name: _name, ...content } = input;
  return editionInputSchema.strip().parse(content);
};

export async function readForm(context: Context, id: string, edition?: number): Promise<Result<Form>> {
  const row = await findFormRow(context.db, id);
  const content = row && (await findEdition(context.db, id, edition ?? row.edition));
  if (!row || !content) return fail('notFound');
  const problems = content.state === 'draft' ? [...headerProblems(content, await today(context)), ...contentProblems(content)] : [];
  return ok({ ...row, content, editions: await listEditions(context.db, id), problems });
}

export const list: Action<typeof routes.listForms> = async (context, { query }) => {
  const page = await listFormRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getForm> = (context, { params, query }) => readForm(context, params.formId, query.edition);

export const create: Action<typeof routes.createForm> = async (context, { body }) => {
  const facts = await holderFacts(context.db, body);
  if (!facts) return fail('holderUnknown');
  const id = await insertForm(context, { ...body, ...facts, sample: false });
  await insertEdition(context, id, contentOf({ ...body }));
  context.audit({ event: 'form.created', subject: { kind: 'form', id }, name: body.name });
  return readForm(context, id);
};

export const update: Action<typeof routes.updateForm> = async (context, { params, body, ifMatch }) => {
  const form = await readForm(context, params.formId);
  if (!form.ok) return form;
  if (form.value.state !== editionLifecycle.initial) return fail('formNotDraft');
  if (!(await touchForm(context, params.formId, ifMatch, { name: body.name }))) return fail('changedMeanwhile');
  await updateEdition(context.db, params.formId, form.value.edition, contentOf(body));
  context.audit({ event: 'form.updated', subject: { kind: 'form', id: params.formId }, name: body.name });
  return readForm(context, params.formId);
};

export const revise: Action<typeof routes.reviseForm> = async (context, { params }) => {
  const form = await readForm(context, params.formId);
  if (!form.ok) return form;
  if (form.value.state === editionLifecycle.initial) return fail('draftThere');
  await insertEdition(context, params.formId, editionInputSchema.strip().parse(form.value.content));
  context.audit({ event: 'form.revised', subject: { kind: 'form', id: params.formId }, name: form.value.name });
  return readForm(context, params.formId);
};

async function step(context: Context, id: string, verb: 'publish' | 'retire', ifMatch: number | null): Promise<Result<Form>> {
  const form = await readForm(context, id);
  if (!form.ok) return form;
  const { problems, state, edition, name } = form.value;
  const fulfilled = new Set(problems.length === 0 ? ['soundContent', 'header'] : []);
  const verdict = canTransition(editionLifecycle, state, verb, collectors, fulfilled);
  if (!verdict.allowed) {
    if (verdict.reason !== 'requirementMissing') return fail(verb === 'publish' ? 'formNotDraft' : 'formNotPublished');
    const say = (words: { zh: string; en: string }): string => (context.language === 'en' ? words.en : words.zh);
    return fail('formUnsound', { sentence: say({ zh: `还有 ${problems.length} 处要先补齐，才能发布。`, en: `It can't be published yet: ${problems.length} to put right.` }) }, problems.map((problem) => ({ path: `body.${problem.field ?? 'fields'}`, reason: 'formUnsound', params: { sentence: say(problem.words) } })));
  }
  if (!(await touchForm(context, id, ifMatch, verdict.to === 'published' ? { visibility: 'open' } : {}))) return fail('changedMeanwhile');
  await setEditionState(context, id, edition, verdict.to);
  context.audit({ event: `form.${verb === 'publish' ? 'published' : 'retired'}`, subject: { kind: 'form', id }, name, changes: { state: [state, verdict.to] } });
  return readForm(context, id);
}

export const publish: Action<typeof routes.publishForm> = (context, { params, ifMatch }) => step(context, params.formId, 'publish', ifMatch);
export const retire: Action<typeof routes.retireForm> = (context, { params, ifMatch }) => step(context, params.formId, 'retire', ifMatch);
