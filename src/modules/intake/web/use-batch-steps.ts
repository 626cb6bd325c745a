import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { useWrite } from '#web/api/use-route.ts';
import type { Problem } from '#web/api/problem.ts';
import { saveFile } from '#web/api/download.ts';
import { applyImportBatch, checkImportBatch, discardImportBatch, exportImportRejects, mapImportBatch, undoImportBatch } from '../intake.contract.ts';
import type { Batch } from '../words/import.schema.ts';

const touched = { touches: ['organisation', 'cluster', 'territory', 'summary', 'search', 'home'] };

/** The steps a batch can take from its page, with the one problem and the one step under way. */
export function useBatchSteps(batch: Batch) {
  const [exporting, setExporting] = useState(false);
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
    busy: exporting || all.some((write) => write.isPending),
    mapAndCheck: (mapping: (string | null)[], constants: Record<string, string>, onDone: () => void) =>
      map.mutate({ params, body: { mapping, constants }, ifMatch: batch.version }, { onSuccess: () => check.mutate({ params }, { onSuccess: onDone }) }),
    apply: (onDone: () => void) => apply.mutate({ params, ifMatch: batch.version }, { onSettled: onDone }),
    discard: () => discard.mutate({ params }),
    undo: (onDone: () => void) => undo.mutate({ params, ifMatch: batch.version }, { onSettled: onDone }),
    saveRejects: async () => {
      setExporting(true);
      try {
        const { fileName, csv } = await call(exportImportRejects, { params });
        saveFile(fileName, new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      } finally {
        setExporting(false);
      }
    },
  };
}
export type BatchSteps = ReturnType<typeof useBatchSteps>;
