import { useWrite } from '#web/api/use-route.ts';
import type { Problem } from '#web/api/problem.ts';
import { applyImportBatch, checkImportBatch, discardImportBatch, mapImportBatch, undoImportBatch } from '../intake.contract.ts';
import type { Batch } from '../words/import.schema.ts';

const touched = { touches: ['sourceQuality', 'organisation', 'cluster', 'territory', 'summary', 'search', 'home'] };

/** The steps a batch can take from its page, with the one problem and the one step under way. */
export function useBatchSteps(batch: Batch) {
  const params = { batchId: batch.id };
  const map = useWrite(mapImportBatch);
  const check = useWrite(checkImportBatch);
  const apply = useWrite(applyImportBatch, touched);
  const discard = useWrite(discardImportBatch);
  const undo = useWrite(undoImportBatch, touched);
  const all = [map, check, apply, discard, undo];
  const problem: Problem | null = all.find((write) => write.error)?.error ?? null;
  return {
    problem,
    busy: all.some((write) => write.isPending),
    mapAndCheck: (mapping: (string | null)[], constants: Record<string, string>, onDone: () => void) =>
      map.mutate({ params, body: { mapping, constants }, ifMatch: batch.version }, { onSuccess: () => check.mutate({ params }, { onSuccess: onDone }) }),
    apply: (onDone: () => void) => apply.mutate({ params, ifMatch: batch.version }, { onSettled: onDone }),
    discard: () => discard.mutate({ params }),
    undo: (onDone: () => void) => undo.mutate({ params, ifMatch: batch.version }, { onSettled: onDone }),
  };
}
export type BatchSteps = ReturnType<typeof useBatchSteps>;
