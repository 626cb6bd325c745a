import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure, type Result } from '#platform/result/result.rules.ts';
import { changeEdition, findEdition, insertEdition, listEditionRows, moveEdition, type StoredEdition } from '../../store/scoreboard-edition.store.ts';
import { findRun } from '../../store/scoreboard-run.store.ts';
import { findScoreboard, touchScoreboard } from '../../store/scoreboard.store.ts';
import type * as routes from '../../words/scoreboard.contract.ts';
import { canStepEdition, isOpenEdition } from '../../words/scoreboard.rules.ts';
import { contentSchema, type Edition, type EditionVerb, type ScoreboardContent } from '../../words/scoreboard.schema.ts';
import { checkContent } from './check-content.ts';
import { inputOf, isReleased, readRefusal } from './release.ts';

export const list: Action<typeof routes.listEditions> = async (context, { params, query }) => {
  const page = await listEditionRows(context, params.scoreboardId, query);
  return page ? ok(page) : fail('invalidCursor');
};

/** Contents come back as they were given, with what has been added to the form since at its default. */
const viewOf = ({ subjectKind: _, scoreboardVisibility: _v, name: _n, sample: _s, ...edition }: StoredEdition): Edition => ({ ...edition, content: contentSchema.parse(edition.content) });

export const get: Action<typeof routes.getEdition> = (context, { params }) => readEdition(context, params.editionId);

async function readEdition(context: Context, id: string): Promise<Result<Edition>> {
  const found = await findEdition(context, id);
  return found ? ok(viewOf(found)) : fail('notFound');
}

async function startingContent(context: Context, scoreboardId: string, body: { fromId?: string | undefined; content?: ScoreboardContent | undefined }): Promise<Result<ScoreboardContent>> {
  if (body.content) return ok(body.content);
  if (body.fromId === undefined) return ok(contentSchema.parse({}));
  const from = await findEdition(context, body.fromId);
  return from?.scoreboardId === scoreboardId ? ok(contentSchema.parse(from.content)) : fail('editionUnknown');
}

export const create: Action<typeof routes.createEdition> = async (context, { params, body }) => {
  const board = await findScoreboard(context, params.scoreboardId);
  if (!board) return fail('notFound');
  const content = await startingContent(context, board.id, body);
  if (!content.ok) return content;
  const known = await checkContent(context, board.subjectKind, content.value);
  if (!known.ok) return known;
  const id = await insertEdition(context, board.id, body.note, known.value.content);
  await touchScoreboard(context, board.id);
  context.audit({ event: 'scoreboardEdition.created', subject: { kind: 'scoreboardEdition', id }, name: board.name, changes: { note: [null, body.note] } });
  return readEdition(context, id);
};

export const update: Action<typeof routes.updateEdition> = async (context, { params, body, ifMatch }) => {
  const found = await findEdition(context, params.editionId, true);
  if (!found) return fail('notFound');
  if (ifMatch !== null && ifMatch !== found.version) return fail('changedMeanwhile');
  if (!isOpenEdition(found.state)) return fail('editionNotOpen');
  const known = await checkContent(context, found.subjectKind, body.content);
  if (!known.ok) return known;
  if (!(await changeEdition(context, found.id, ifMatch, body.note, known.value.content))) return fail('changedMeanwhile');
  await touchScoreboard(context, found.scoreboardId);
  const counts = (content: ScoreboardContent) => ({ nodes: content.nodes.length, subjects: content.subjects.length });
  context.audit({ event: 'scoreboardEdition.updated', subject: { kind: 'scoreboardEdition', id: found.id }, name: found.name, changes: { content: [counts(found.content), counts(known.value.content)], ...(found.note === body.note ? {} : { note: [found.note, body.note] }) } });
  return readEdition(context, found.id);
};

async function publishRefusal(context: Context, edition: StoredEdition): Promise<{ fulfilled: ReadonlySet<string> } | Failure> {
  const run = edition.runId ? await findRun(context, edition.runId) : null;
  if (!run) return fail('editionStepNotNow', { state: edition.state });
  const input = inputOf(run);
  const refusal = await readRefusal(context, run, input);
  if (refusal) return refusal;
  return { fulfilled: new Set(edition.scoreboardVisibility === 'internal' || (await isReleased(context, run, input)) ? ['inputsReleased'] : []) };
}

const missingReasons: Readonly<Record<string, string>> = { inputsReleased: 'inputsNotReleased', reason: 'withdrawReasonMissing' };
const events = { reopen: 'scoreboardEdition.reopened', publish: 'scoreboardEdition.published', withdraw: 'scoreboardEdition.withdrawn' } as const satisfies Record<EditionVerb, string>;

export const step: Action<typeof routes.stepEdition> = async (context, { params, body, ifMatch }) => {
  const found = await findEdition(context, params.editionId, true);
  if (!found) return fail('notFound');
  if (ifMatch !== null && ifMatch !== found.version) return fail('changedMeanwhile');
  const met = body.verb === 'publish' && canStepEdition(found.state, 'publish', new Set(['inputsReleased'])).allowed ? await publishRefusal(context, found) : { fulfilled: new Set(body.reason ? ['reason'] : []) };
  if ('reason' in met) return met;
  const verdict = canStepEdition(found.state, body.verb, met.fulfilled);
  if (!verdict.allowed) return fail(missingReasons[verdict.reason === 'requirementMissing' ? (verdict.missing?.[0] ?? '') : ''] ?? 'editionStepNotNow', { state: found.state });
  if (!(await moveEdition(context, found.id, ifMatch, verdict.to, { reason: body.reason }))) return fail('changedMeanwhile');
  await touchScoreboard(context, found.scoreboardId);
  context.audit({ event: events[body.verb], subject: { kind: 'scoreboardEdition', id: found.id }, name: found.name, changes: { state: [found.state, verdict.to], ...(body.reason ? { reason: [null, body.reason] } : {}) } });
  return readEdition(context, found.id);
};
