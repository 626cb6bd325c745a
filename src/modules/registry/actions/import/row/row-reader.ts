import { checkUscc } from '#kernel/text/uscc.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { ImportField, ImportRow, RowReason } from '#platform/module/module.ts';
import { readDay, readYear } from '../cells.ts';
import { say, type SharedReason } from './shared-reasons.ts';

/** Value → its label in Chinese and in English, and further words that people write for it. */
export type ChoiceWords<Key extends string> = Readonly<Record<Key, readonly [zh: string, en: string, ...also: string[]]>>;

export const choicesOf = <Key extends string>(words: ChoiceWords<Key>): NonNullable<ImportField['choices']> =>
  (Object.keys(words) as Key[]).map((value) => ({ value, label: { zh: words[value][0], en: words[value][1] } }));

const wordKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/[\s_“”"‘’'（）()-]+/gu, '');

export function choiceIn<Key extends string>(words: ChoiceWords<Key>, cell: string): Key | null {
  const asked = wordKey(cell);
  return (Object.keys(words) as Key[]).find((key) => [key, ...words[key]].some((word) => wordKey(word) === asked)) ?? null;
}

const allowedOf = (words: ChoiceWords<string>) => ({ allowed: Object.values(words).map(([zh]) => zh).join('、'), allowedEn: Object.values(words).map(([, en]) => en).join(', ') });

/** A row under its field names: every cell read once, with what there is to say about it. */
export class RowReader {
  readonly rowNumber: number;
  readonly row: ImportRow;
  /** Reasons against writing the row at all. */
  readonly refusals: RowReason[] = [];
  readonly remarks: RowReason[] = [];

  constructor(row: ImportRow) {
    this.row = row;
    this.rowNumber = row.rowNumber;
  }

  refuse(reason: SharedReason, field: string, params: Record<string, string | number> = {}): null {
    this.refusals.push(say(reason, field, params));
    return null;
  }

  remark(reason: SharedReason, field: string, params: Record<string, string | number> = {}): null {
    this.remarks.push(say(reason, field, params));
    return null;
  }

  cell(field: string): string {
    return (this.row.values[field] ?? '').replace(/\s+/gu, ' ').trim();
  }

  text(field: string, limit: number): string | null {
    const cell = this.cell(field);
    if (cell.length > limit) this.remark('textCut', field, { limit });
    return cell === '' ? null : cell.slice(0, limit).trim();
  }

  /** A word that is not known is said and left empty; where the record cannot be without it the row is refused. */
  choice<Key extends string>(field: string, words: ChoiceWords<Key>, needed = false): Key | null {
    const cell = this.cell(field);
    if (cell === '') return needed ? this.refuse('choiceMissing', field, allowedOf(words)) : null;
    const found = choiceIn(words, cell);
    if (found !== null) return found;
    const params = { value: cell.slice(0, 80), ...allowedOf(words) };
    return needed ? this.refuse('choiceUnknown', field, params) : this.remark('choiceLeftEmpty', field, params);
  }

  /** A month or a year stands for its first or its last day, and the row says so. */
  day(field: string, edge: 'first' | 'last'): string | null {
    const cell = this.cell(field);
    if (cell === '') return null;
    const read = readDay(cell, edge);
    if (read === null) return this.refuse('dateUnreadable', field, { value: cell.slice(0, 40) });
    if (read.widened) this.remark('dateWidened', field, { value: cell, date: read.day });
    return read.day;
  }

  /** Both days of a period, refused when it ends before it begins. */
  period(from: string, until: string): { since: string | null; until: string | null } {
    const read = { since: this.day(from, 'first'), until: this.day(until, 'last') };
    if (read.since !== null && read.until !== null && read.until < read.since) this.refuse('periodReversed', until);
    return read;
  }

  year(field: string, least = 1800): number | null {
    const cell = this.cell(field);
    const year = cell === '' ? null : readYear(cell);
    if (cell !== '' && (year === null || year < least)) return this.remark('yearUnreadable', field, { value: cell.slice(0, 40) });
    return year;
  }

  /** Chinese characters decide in which language a name stands; empty when both cells are. */
  name(field: string, english: string): Name {
    const [given, other] = [this.cell(field), this.cell(english)];
    if (Math.max(given.length, other.length) > 200) this.refuse('nameTooLong', given.length > 200 ? field : english);
    if (/\p{Script=Han}/u.test(given)) return other === '' ? { zh: given } : { zh: given, en: other };
    if (/\p{Script=Han}/u.test(other)) return given === '' ? { zh: other } : { zh: other, en: given };
    return given === '' && other === '' ? {} : { en: given === '' ? other : given };
  }

  uscc(field: string): string | null {
    if (this.cell(field) === '') return null;
    const { code, valid, issues, suggestion } = checkUscc(this.cell(field));
    if (valid) return code;
    if (issues.includes('length')) return this.refuse('usccLength', field, { length: code.length });
    return issues.includes('character') ? this.refuse('usccCharacter', field, { value: code }) : this.refuse('usccCheckDigit', field, { value: code, suggestion: suggestion ?? '' });
  }
}

export const isNamed = (name: Name): boolean => Boolean(name.zh ?? name.en);
export const shownName = (name: Name): string => name.zh ?? name.en ?? '';
