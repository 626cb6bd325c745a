import { listDecisions, matchRecords, whoDecided } from '#modules/registry/index.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { batchesSeen, listMatches, tallyMatches, namesOfFiles } from '../../store/match.store.ts';
import type { listImportMatches, listMatchDecisions, tallyImportMatches } from '../../words/match.contract.ts';
import type { MatchReasonView } from '../../words/match.schema.ts';
import { targetOf } from '../batch-view.ts';

export const list: Action<typeof listImportMatches> = async (context, { query }) => {
  const page = await listMatches(context.db, context.scope('import.read'), query);
  if (!page) return fail('invalidCursor');
  const records = await matchRecords(context, page.items.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const decided = await whoDecided(context.db, page.items.map(({ fingerprint }) => fingerprint));
  return ok({
    ...page,
    items: page.items.map((line) => {
      const answer = decided.get(line.fingerprint);
      return {
        id: line.id,
        batch: { id: line.batchId, fileName: line.fileName, state: line.batchState, targetLabel: targetOf(context, line.target)?.label ?? { zh: line.target, en: line.target } },
        rowNumber: line.rowNumber, state: line.state, score: line.score, asked: line.asked, alike: line.alike,
        recordId: line.recordId !== null && records.has(line.recordId) ? line.recordId : null,
        candidates: line.candidates.map(({ id, score, reasons }) => {
          const { id: _, ...record } = records.get(id) ?? { id };
          const shown = 'name' in record ? record : null;
          // Why it is alike repeats its name and code; who may not see the record is not told either.
          return { id, score, reasons: shown ? (reasons as MatchReasonView[]) : [], record: shown };
        }),
        decidedByName: answer?.decidedByName ?? null, decidedAt: answer?.decidedAt ?? null,
        cells: (line.raw ?? []).flatMap((cell, at) => (cell.trim() === '' ? [] : [{ column: line.columns[at]?.name ?? String(at + 1), cell: cell.slice(0, 300) }])).slice(0, 40),
      };
    }),
  });
};

export const tally: Action<typeof tallyImportMatches> = async (context, { query }) => ok(await tallyMatches(context.db, context.scope('import.read'), query.batchId));

export const listDecided: Action<typeof listMatchDecisions> = async (context, { query }) => {
  const page = await listDecisions(context.db, batchesSeen(context.scope('import.read')), { ...query, standing: query.standing === undefined ? undefined : query.standing === 'true' });
  if (!page) return fail('invalidCursor');
  const records = await matchRecords(context, page.items.flatMap(({ organisationId, madeId }) => organisationId ?? madeId ?? []));
  const files = await namesOfFiles(context.db, page.items.flatMap(({ batchId }) => batchId ?? []));
  return ok({
    ...page,
    items: page.items.map(({ id, asked, organisationId, madeId, batchId, decidedByName, decidedAt, undoneByName, undoneAt }) => {
      const record = records.get(organisationId ?? madeId ?? '');
      const fileName = batchId === null ? undefined : files.get(batchId);
      return { id, asked, rejected: organisationId === null, organisation: record ? { id: record.id, name: record.name } : null, batch: batchId !== null && fileName !== undefined ? { id: batchId, fileName } : null, decidedByName, decidedAt, undoneByName, undoneAt };
    }),
  });
};
