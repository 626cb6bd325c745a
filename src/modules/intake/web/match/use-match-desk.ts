import { useEffect, useRef, useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { isTyping } from '#web/kit/table/use-row-keys.ts';
import { decideImportMatches } from '../../words/match.contract.ts';
import type { ImportMatch } from '../../words/match.schema.ts';

type Row = { batchId: string; rowNumber: number };
const rowOf = (match: ImportMatch): Row => ({ batchId: match.batch.id, rowNumber: match.rowNumber });

/** Which row is on the desk, the answers given to it, and the keys for both. */
export function useMatchDesk(items: readonly ImportMatch[], may: boolean) {
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState<Row[][]>([]);
  const decide = useWrite(decideImportMatches, { touches: ['importBatch', 'matchDecision', 'organisation', 'home'] });
  const index = Math.min(at, Math.max(0, items.length - 1));
  const current = items[index];
  const move = (step: number) => setAt(Math.max(0, Math.min(items.length - 1, index + step)));
  const send = (rows: Row[], candidateId: string | null | undefined) => {
    if (decide.isPending || !may || rows.length === 0) return;
    decide.mutate({ body: { rows, ...(candidateId === undefined ? {} : { candidateId }) } }, { onSuccess: () => setGiven((before) => (candidateId === undefined ? before.slice(0, -1) : [...before, rows])) });
  };
  const answer = (candidateId: string | null | undefined) => current && send([rowOf(current)], candidateId);
  const undo = () => send(given.at(-1) ?? [], undefined);

  const press = useRef<(key: string) => boolean>(() => false);
  press.current = (key) => {
    const candidate = /^[1-9]$/.test(key) ? current?.candidates[Number(key) - 1] : undefined;
    if (key === 'j' || key === 's') move(1);
    else if (key === 'k') move(-1);
    else if (key === 'n') answer(null);
    else if (key === 'u') undo();
    else if (candidate?.record) answer(candidate.id);
    else return false;
    return true;
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isTyping(event) && press.current(event.key.toLowerCase())) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return { index, current, setAt, move, answer, undo, canUndo: given.length > 0, decide, none: (rows: readonly ImportMatch[]) => send(rows.map(rowOf), null), takenBack: decide.variables?.body.candidateId === undefined };
}
