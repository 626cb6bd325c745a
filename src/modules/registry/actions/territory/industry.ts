import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { buildCodeSystem } from '../../reference/code-systems/build-code-system.ts';
import { readCodeSystem } from '../../reference/code-systems/read-code-system.ts';
import { isBuiltIn, readOutsideParents, writeCodeSystem } from '../../reference/code-systems/write-code-system.ts';
import { findIndustry, listCodeSystemRows, listIndustryRows } from '../../store/territory.store.ts';
import { changesOfNew } from '../../words/changes.rules.ts';
import type * as routes from '../../words/territory.contract.ts';

export const listIndustries: Action<typeof routes.listIndustries> = async (context, { query }) => {
  const page = await listIndustryRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const getIndustry: Action<typeof routes.getIndustry> = async (context, { params }) => {
  const industry = await findIndustry(context, params.industryId);
  return industry ? ok(industry) : fail('notFound');
};

export const listCodeSystems: Action<typeof routes.listCodeSystems> = async (context) => ok({ items: await listCodeSystemRows(context) });

/** A code system of the user's own, from CSV or JSON; all of it or nothing is written. */
export const importCodeSystem: Action<typeof routes.importReference> = async (context, { body }) => {
  const read = readCodeSystem(body.text);
  if (!read.ok) return read;
  const draft = read.value;
  if (await isBuiltIn(context.db, draft.system.id)) return fail('codeSystemBuiltIn', { id: draft.system.id });
  const built = buildCodeSystem(draft, await readOutsideParents(context.db, draft));
  if (!built.ok) return built;
  await writeCodeSystem(context.db, built.value);
  const system = (await listCodeSystemRows(context)).find((one) => one.id === draft.system.id);
  if (!system) return fail('unexpected');
  context.audit({ event: 'reference.imported', subject: { kind: 'codeSystem', id: system.id }, name: system.name, changes: changesOfNew({ edition: system.edition, source: system.source, entries: system.entryCount }) });
  return ok(system);
};
