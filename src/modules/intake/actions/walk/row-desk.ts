import { isDeepStrictEqual } from 'node:util';
import type { Context, ImportChange, ImportPass, ImportRow, RowVerdict } from '#platform/module/module.ts';
import type { StoredBatch } from '../../store/batch.store.ts';
import { saveChanges, saveRecords } from '../../store/record.store.ts';
import type { StoredRow } from '../../store/row.store.ts';
import { saveMatches } from '../../store/match.store.ts';
import { saveVerdicts } from '../../store/verdict.store.ts';
import { ownVerdict, rowReader, type Standing } from '../stand.ts';
import { RowTally } from './row-tally.ts';
import { SeenKeys } from './seen-keys.ts';

/** What a target remembers while it walks over a file once. */
export function newPass(batch: Pick<StoredBatch, 'id' | 'sourceId'>, changed: ImportPass['changed'] = () => undefined): ImportPass {
  const seen = new SeenKeys();
  return { batchId: batch.id, sourceId: batch.sourceId, memory: new Map(), firstRow: (key, rowNumber) => seen.first(key, rowNumber), changed };
}

/** One walk over the rows of a batch: they come part by part, in order, are judged, and are written where that is asked. */
export class RowDesk {
  readonly tally = new RowTally();
  created = 0;
  changed = 0;
  readonly #context: Context;
  readonly #standing: Standing;
  readonly #pass: ImportPass;
  readonly #written: ReadonlySet<string>;
  readonly #read: (row: StoredRow) => ImportRow;
  #changes: ImportChange[] = [];

  constructor(context: Context, standing: Standing) {
    const { batch, target } = standing;
    this.#context = context;
    this.#standing = standing;
    this.#read = rowReader(batch, target);
    this.#written = new Set(target.groups.filter((group) => group.written).map((group) => group.key));
    this.#pass = newPass(batch, (change) => void this.#changes.push(change));
  }

  /** Says of each row of a part what becomes of it, and keeps what is new in that. */
  async judge(rows: readonly StoredRow[]): Promise<RowVerdict[]> {
    const { batch, target } = this.#standing;
    const own = rows.map((row) => ownVerdict(batch, row));
    const asked = rows.flatMap((row, index) => (own[index] === null ? [this.#read(row)] : []));
    const said = new Map((asked.length === 0 ? [] : await target.check(this.#context, asked, this.#pass)).map((verdict) => [verdict.rowNumber, verdict]));
    const verdicts = rows.map((row, index) => {
      const verdict = own[index] ?? said.get(row.rowNumber);
      if (!verdict) throw new Error(`${target.id} says nothing of row ${row.rowNumber}`);
      this.tally.add(verdict, row.decision !== null);
      return verdict;
    });
    await saveVerdicts(this.#context.db, batch.id, verdicts.filter((verdict, index) => !isSaid(rows[index], verdict)));
    await saveMatches(this.#context.db, batch.id, verdicts);
    return verdicts;
  }

  /** Writes those rows of a judged part that may be written. */
  async write(rows: readonly StoredRow[], verdicts: readonly RowVerdict[]): Promise<void> {
    const { batch, target } = this.#standing;
    const ready = rows.flatMap((row, index) => {
      const verdict = verdicts[index];
      return verdict && this.#written.has(verdict.group) ? [{ ...this.#read(row), verdict }] : [];
    });
    if (ready.length === 0) return;
    const { created, changed, records } = await target.apply(this.#context, ready, this.#pass);
    this.created += created;
    this.changed += changed;
    await saveRecords(this.#context.db, batch.id, records);
    await saveChanges(this.#context.db, batch.id, this.#changes.splice(0));
  }
}

function isSaid(row: StoredRow | undefined, verdict: RowVerdict): boolean {
  return row?.state === verdict.state && row.group === verdict.group && row.question === (verdict.question ?? null) && row.matchId === (verdict.matchId ?? null)
    && isDeepStrictEqual(row.reasons, verdict.reasons) && isDeepStrictEqual(row.candidates, verdict.candidates ?? []);
}
