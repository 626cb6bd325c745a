import { territoriesWithAncestors } from '#modules/registry/index.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure, type Result } from '#platform/result/result.rules.ts';
import { insertEdition } from '../../store/scoreboard-edition.store.ts';
import { scoreboardFacts } from '../../store/scoreboard-scope.ts';
import { clusterExists, findScoreboard, insertScoreboard, listScoreboardRows, updateScoreboardRow } from '../../store/scoreboard.store.ts';
import type * as routes from '../../words/scoreboard.contract.ts';
import { contentSchema, type Scoreboard, type ScoreboardEdit } from '../../words/scoreboard.schema.ts';
import { checkContent } from './check-content.ts';
import { openRefusal } from './release.ts';

export const list: Action<typeof routes.listScoreboards> = async (context, { query }) => {
  const page = await listScoreboardRows(context, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getScoreboard> = (context, { params }) => readScoreboard(context, params.scoreboardId);

async function readScoreboard(context: Context, id: string): Promise<Result<Scoreboard>> {
  const found = await findScoreboard(context, id);
  const facts = (await scoreboardFacts(context.db, [id])).get(id);
  return found && facts ? ok({ ...found, mayManage: context.allows('scoreboard.manage', facts) }) : fail('notFound');
}

async function ownerOf(context: Context, edit: ScoreboardEdit): Promise<{ territories: string[] } | { refusal: Failure }> {
  const territories = edit.territoryId === null ? [] : await territoriesWithAncestors(context.db, [edit.territoryId]);
  if (!territories) return { refusal: fail('scoreboardTerritoryUnknown') };
  if (!(await clusterExists(context, edit.clusterId))) return { refusal: fail('scoreboardClusterUnknown') };
  return { territories };
}

export const create: Action<typeof routes.createScoreboard> = async (context, { body }) => {
  const { content = contentSchema.parse({}), ...edit } = body;
  const owner = await ownerOf(context, edit);
  if ('refusal' in owner) return owner.refusal;
  const known = await checkContent(context, edit.subjectKind, content);
  if (!known.ok) return known;
  const id = await insertScoreboard(context, { ...edit, sample: false }, owner.territories);
  await insertEdition(context, id, null, known.value.content);
  context.audit({ event: 'scoreboard.created', subject: { kind: 'scoreboard', id }, name: edit.name, changes: { subjectKind: [null, edit.subjectKind], visibility: [null, edit.visibility] } });
  return readScoreboard(context, id);
};

const audited = ['name', 'purpose', 'visibility'] as const;

export const update: Action<typeof routes.updateScoreboard> = async (context, { params, body, ifMatch }) => {
  const found = await readScoreboard(context, params.scoreboardId);
  if (!found.ok) return found;
  const old = found.value;
  if (ifMatch !== null && ifMatch !== old.version) return fail('changedMeanwhile');
  const owner = await ownerOf(context, body);
  if ('refusal' in owner) return owner.refusal;
  const moved = { visibility: 'internal' as const, territories: owner.territories, clusters: body.clusterId ? [body.clusterId] : [], organisations: [] };
  if (!context.allows('scoreboard.manage', moved)) return fail('notAllowed');
  const refusal = old.visibility === 'internal' && body.visibility === 'open' ? await openRefusal(context, old.id) : null;
  if (refusal) return refusal;
  if (!(await updateScoreboardRow(context, old.id, ifMatch, body, owner.territories))) return fail('changedMeanwhile');
  const changes = Object.fromEntries(audited.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(body[key])).map((key) => [key, [old[key], body[key]] as [unknown, unknown]]));
  const owners = { territoryId: [old.territory?.id ?? null, body.territoryId], clusterId: [old.cluster?.id ?? null, body.clusterId] } as const;
  context.audit({ event: 'scoreboard.updated', subject: { kind: 'scoreboard', id: old.id }, name: body.name, changes: { ...changes, ...Object.fromEntries(Object.entries(owners).filter(([, [from, to]]) => from !== to).map(([key, [from, to]]) => [key, [from, to] as [unknown, unknown]])) } });
  return readScoreboard(context, old.id);
};
