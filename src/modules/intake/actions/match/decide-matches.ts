import { findDecision, forgetDecisions, insertDecisions, matchRecords } from '#modules/registry/index.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findBatch } from '../../store/batch.store.ts';
import { isBatchSeen, matchesNamed } from '../../store/match.store.ts';
import type { decideImportMatches, undoMatchDecision } from '../../words/match.contract.ts';
import { settleQuestions } from './settle-questions.ts';

/** One answer for some rows and for every other row that asks the same, in this file, in others and in those to come. */
export const decide: Action<typeof decideImportMatches> = async (context, { body: { rows, candidateId } }) => {
  const named = await matchesNamed(context.db, context.scope('import.apply'), rows);
  if (named.length < rows.length) return fail('rowUnknown');
  for (const { batchId } of named) if ((await findBatch(context.db, batchId))?.jobId) return fail('wrongState', { state: 'running' });
  const questions = [...new Map(named.map((one) => [one.fingerprint, one])).values()];
  const fingerprints = questions.map(({ fingerprint }) => fingerprint);
  if (candidateId === undefined) {
    await forgetDecisions(context, fingerprints);
    for (const { batchId } of questions) audit(context, batchId, 1, null);
    return ok(await settleQuestions(context, fingerprints, ['checked']));
  }
  if (candidateId !== null) {
    const seen = (await matchRecords(context, [candidateId])).has(candidateId);
    if (!seen || questions.some(({ candidates }) => !candidates.some(({ id }) => id === candidateId))) return fail('candidateUnknown', { candidate: candidateId });
  }
  await insertDecisions(context, questions.map(({ fingerprint, asked, candidates, batchId }) => ({ fingerprint, asked, organisationId: candidateId, offered: candidates.map(({ id }) => id), batchId })));
  for (const { batchId } of questions) audit(context, batchId, 1, candidateId);
  return ok(await settleQuestions(context, fingerprints, ['checked', 'applied']));
};

/** The question may be asked again; records that the answer led to stay, and leave with their batch. */
export const undo: Action<typeof undoMatchDecision> = async (context, { params }) => {
  const decision = await findDecision(context.db, params.decisionId);
  if (!decision || decision.batchId === null || !(await isBatchSeen(context.db, context.scope('import.apply'), decision.batchId))) return fail('notFound');
  if (decision.undoneAt !== null) return fail('decisionUndone');
  await forgetDecisions(context, [decision.fingerprint]);
  audit(context, decision.batchId, 1, null);
  return ok(await settleQuestions(context, [decision.fingerprint], ['checked']));
};

type Noter = Parameters<Action<typeof undoMatchDecision>>[0];

function audit(context: Noter, batchId: string, rows: number, choice: string | null): void {
  context.audit({ event: 'importBatch.decided', subject: { kind: 'importBatch', id: batchId }, changes: { rows: [null, rows], choice: [null, choice] } });
}
