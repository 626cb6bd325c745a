import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure, type Result } from '#platform/result/result.rules.ts';
import { findProgramme, insertProgramme, listProgrammeRows, updateProgrammeRow } from '../../store/programme.store.ts';
import { territoriesWithAncestors } from '../../store/territories.store.ts';
import { changesBetween, changesOfNew } from '../../words/changes.rules.ts';
import type * as routes from '../../words/list.contract.ts';
import { programmeInputSchema, type Programme } from '../../words/list.schema.ts';
import { isStale } from '../cluster/cluster-content.ts';

export const list: Action<typeof routes.listProgrammes> = async (context, { query }) => {
  const page = await listProgrammeRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

async function read(context: Context, id: string): Promise<Result<Programme>> {
  const found = await findProgramme(context, id);
  return found ? ok(found) : fail('notFound');
}

export const get: Action<typeof routes.getProgramme> = (context, { params }) => read(context, params.programmeId);

export const create: Action<typeof routes.createProgramme> = async (context, { body }) => {
  const refusal = await refusalOf(context, body);
  if (refusal) return refusal;
  const id = await insertProgramme(context, body, false);
  context.audit({ event: 'programme.created', subject: { kind: 'programme', id }, name: body.name, changes: changesOfNew(body) });
  return read(context, id);
};

export const update: Action<typeof routes.updateProgramme> = async (context, { params, body, ifMatch }) => {
  const before = await read(context, params.programmeId);
  if (!before.ok) return before;
  const stale = isStale(before.value, ifMatch) ?? (await refusalOf(context, body));
  if (stale) return stale;
  const old = Object.fromEntries(Object.keys(programmeInputSchema.shape).map((field) => [field, before.value[field as keyof Programme]]));
  const changes = changesBetween(old, body);
  if (Object.keys(changes).length === 0) return before;
  if (!(await updateProgrammeRow(context, params.programmeId, ifMatch, body))) return fail('changedMeanwhile');
  context.audit({ event: 'programme.updated', subject: { kind: 'programme', id: params.programmeId }, name: body.name, changes });
  return read(context, params.programmeId);
};

async function refusalOf(context: Context, input: { country: string | null; startedYear: number | null; endedYear: number | null }): Promise<Failure | null> {
  if (input.startedYear !== null && input.endedYear !== null && input.endedYear < input.startedYear) return fail('periodReversed');
  return (await territoriesWithAncestors(context.db, input.country ? [input.country] : [])) ? null : fail('territoryUnknown');
}
