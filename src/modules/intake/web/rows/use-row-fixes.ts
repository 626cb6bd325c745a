import { useWrite } from '#web/api/use-route.ts';
import type { Problem } from '#web/api/problem.ts';
import { fixImportRows, skipImportRows } from '../../words/fix.contract.ts';

/** Writing over cells and skipping rows, with the one problem there may be and how many rows the last one changed. */
export function useRowFixes(batchId: string) {
  const params = { batchId };
  const fix = useWrite(fixImportRows);
  const skip = useWrite(skipImportRows);
  const problem: Problem | null = fix.error ?? skip.error;
  return {
    problem,
    busy: fix.isPending || skip.isPending,
    /** Rows that the last correction of many changed. */
    changed: fix.data && fix.variables?.body.kind !== 'cells' ? fix.data.rows : null,
    cell: (rowNumber: number, column: number, value: string | null, done: () => void) => fix.mutate({ params, body: { kind: 'cells', cells: [{ rowNumber, column, value }] } }, { onSuccess: done }),
    replace: (column: number, from: string, to: string, done: () => void) => fix.mutate({ params, body: { kind: 'replace', column, from, to } }, { onSuccess: done }),
    everyRowOf: (reason: string, column: number, value: string) => fix.mutate({ params, body: { kind: 'reason', reason, column, value } }),
    skip: (rowNumbers: number[], skipped: boolean) => skip.mutate({ params, body: { rowNumbers, skipped } }),
    skipReason: (reason: string) => skip.mutate({ params, body: { reason, skipped: true } }),
  };
}
export type RowFixes = ReturnType<typeof useRowFixes>;
