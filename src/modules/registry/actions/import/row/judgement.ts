import type { Context, ImportPass, ImportRow, ImportTarget, RowCandidate, RowVerdict } from '#platform/module/module.ts';
import type { OwnerQuestion } from './find-owners.ts';
import type { RowReader } from './row-reader.ts';
import { isQuiet, type SharedReason } from './shared-reasons.ts';

/** What a target thinks of one row. */
export interface Judgement<Plan> {
  verdict: RowVerdict;
  /** What to write; null when nothing is. */
  plan: Plan | null;
  /** The earlier row of this file that wrote the same record. */
  sameAs: number | null;
}

export interface Judge<Plan> {
  judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judgement<Plan>[]>;
  /** Writes in bulk; answers the record of each row. */
  write(context: Context, planned: readonly { rowNumber: number; plan: Plan }[], pass: ImportPass): Promise<{ rowNumber: number; recordId: string }[]>;
}

/**
 * `check` and `apply` of a target that judges each row anew before it writes: what became known meanwhile, or was
 * written by an earlier part of the same file, is left as it is and the row points at it.
 */
export function byJudging<Plan>({ judge, write }: Judge<Plan>): Pick<ImportTarget, 'check' | 'apply'> {
  return {
    check: async (context, rows, pass) => (await judge(context, rows, pass)).map(({ verdict }) => verdict),
    async apply(context, rows, pass) {
      const judged = await judge(context, rows, pass);
      const created = await write(context, judged.flatMap(({ plan, verdict }) => (plan === null ? [] : [{ rowNumber: verdict.rowNumber, plan }])), pass);
      const recordOf = recordsOf(pass);
      for (const { rowNumber, recordId } of created) recordOf.set(rowNumber, recordId);
      const linked = judged.flatMap(({ plan, verdict, sameAs }) => {
        const recordId = plan !== null ? undefined : (verdict.matchId ?? (sameAs === null ? undefined : recordOf.get(sameAs)));
        return recordId === undefined ? [] : [{ rowNumber: verdict.rowNumber, recordId }];
      });
      return { created: created.length, changed: 0, left: rows.length - created.length, records: [...created, ...linked] };
    },
  };
}

/** Row → record, over the parts of one file. */
function recordsOf({ memory }: ImportPass): Map<number, string> {
  const known = memory.get('records');
  if (known instanceof Map) return known as Map<number, string>;
  const fresh = new Map<number, string>();
  memory.set('records', fresh);
  return fresh;
}

/** Groups that every target of this kind has; the first of them is its own. */
export const sharedGroups = [
  { key: 'repeated', label: { zh: '与文件中前面的行相同，指向同一条记录', en: 'The same as an earlier row, pointing at its record' }, written: true },
  { key: 'known', label: { zh: '登记册中已有，保持不变', en: 'Already in the register, left as it is' }, written: false },
  { key: 'toChoose', label: { zh: '机构需要选定，选定后写入', en: 'Organisation to be chosen, written once it is' }, written: false },
  { key: 'rejected', label: { zh: '不能写入，原因见各行', en: 'Cannot be written, see each row' }, written: false },
] as const satisfies ImportTarget['groups'];

interface Standing<Plan> {
  reader: RowReader;
  /** Where the row goes when nothing speaks against it. */
  group: string;
  plan: Plan;
  allowed: boolean;
  matchId?: string | null;
  sameAs?: number | null;
  /** An organisation to be chosen first. */
  open?: OwnerQuestion | null;
  /** A place that may be chosen; the row is written all the same. */
  place?: { candidates: RowCandidate[]; question: string | null } | null;
}

export function conclude<Plan>({ reader, group, plan, allowed, matchId = null, sameAs = null, open = null, place = null }: Standing<Plan>): Judgement<Plan> {
  const { rowNumber } = reader;
  const refusals = allowed ? reader.refusals : [...reader.refusals, { reason: 'outsideMandate' satisfies SharedReason }];
  if (refusals.length > 0) return { verdict: { rowNumber, state: 'rejected', group: 'rejected', reasons: [...refusals, ...reader.remarks] }, plan: null, sameAs: null };
  const state = isQuiet(reader.remarks) ? 'ready' : 'warning';
  const reasons = [...reader.remarks];
  if (open) return { verdict: { rowNumber, state: 'choose', group: 'toChoose', reasons, ...open }, plan: null, sameAs: null };
  if (matchId !== null) return { verdict: { rowNumber, state, group: 'known', reasons, matchId }, plan: null, sameAs: null };
  if (sameAs !== null) return { verdict: { rowNumber, state, group: 'repeated', reasons }, plan: null, sameAs };
  const asked = place && place.question !== null && place.candidates.length > 0 ? { candidates: place.candidates, question: place.question } : {};
  return { verdict: { rowNumber, state, group, reasons, ...asked }, plan, sameAs: null };
}
