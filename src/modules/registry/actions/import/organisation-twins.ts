import type { Context, ImportPass, RowMatch, RowReason } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { fold } from '#platform/text/folding.ts';
import { matchOrganisations, type OrganisationMatch } from '../match/match-organisations.ts';
import { visibleIds } from './row/find-owners.ts';
import { shareOf, rowMatchOf } from '../match/row-match.ts';
import type { OrganisationImportReason } from './organisation-fields.ts';
import type { ReadOrganisation } from './organisation-values.ts';

export interface Twins {
  refusals: RowReason[];
  remarks: RowReason[];
  /** The record of the register that the row is. */
  matchId: string | null;
  /** It may be one, and a person says which. */
  unsure: boolean;
  match: RowMatch | null;
}

/** A row as the matcher asks about it. */
export interface TwinAsked {
  read: ReadOrganisation;
  industryId: string | null;
  /** The place that the file itself says; a person's choice among places is no part of the question. */
  territoryId: string | null;
  placeText: string | null;
  /** The place in the words of the file. */
  placeShown: string | null;
}

const namesOf = (name: Name): string[] => [name.zh, name.en].filter((text) => text !== undefined);
const keysOf = (name: Name): string[] => namesOf(name).map((text) => fold(text));
const say = (reason: OrganisationImportReason, field: string, params: Record<string, string | number> = {}): RowReason => ({ reason, field, params });
const shownRows = 5;

/**
 * Finds who a row may be already: what a person said before, then the code, then name, place and industry. Rows of one
 * file that are alike are said and never merged; within the file a code may stand once.
 */
export async function findTwins(context: Context, asked: readonly TwinAsked[], pass: ImportPass): Promise<Map<number, Twins>> {
  const matches = await matchOrganisations(context.db, asked.map(({ read: { rowNumber, name, uscc, externalCode }, territoryId, industryId, placeText }) => ({ key: String(rowNumber), name, uscc, externalCode, territoryId, industryId, placeText })), pass);
  const visible = await visibleIds(context, [...matches.values()].flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const rows = asked.map(({ read }) => read);
  const rowsByName = new Map<string, number[]>();
  for (const row of rows) for (const key of new Set(keysOf(row.name))) rowsByName.set(key, [...(rowsByName.get(key) ?? []), row.rowNumber]);
  return new Map(asked.map((one): [number, Twins] => {
    const { read: row } = one;
    const match = matches.get(String(row.rowNumber));
    if (!match) throw new Error('an answer for each question');
    const twins: Twins = { refusals: [], remarks: [], matchId: null, unsure: false, match: rowMatchOf(match, { name: row.name, uscc: row.uscc, externalCode: row.externalCode, place: one.placeShown }) };
    for (const [code, reason, field] of [[row.uscc, 'usccRepeated', 'uscc'], [row.externalCode, 'codeRepeated', 'externalCode']] as const) {
      const first = code === null ? null : pass.firstRow(`${field} ${code}`, row.rowNumber);
      if (first !== null) twins.refusals.push(say(reason, field, { row: first }));
    }
    // Of an earlier part of a long file only the first row of a name is known.
    const others = [...new Set(keysOf(row.name).flatMap((key) => [pass.firstRow(`name ${key}`, row.rowNumber) ?? row.rowNumber, ...(rowsByName.get(key) ?? [])]))].toSorted((a, b) => a - b).filter((number) => number !== row.rowNumber);
    remarkMatch(twins, match, visible);
    if (twins.matchId === null && others.length > 0) twins.remarks.push(say('sameNameInFile', 'name', { rows: others.slice(0, shownRows).join(', ') + (others.length > shownRows ? ' …' : '') }));
    return [row.rowNumber, twins];
  }));
}

/** A record that the importer may not see keeps its name to itself. */
function remarkMatch(twins: Twins, match: OrganisationMatch, visible: ReadonlySet<string>): void {
  const held = match.candidates.find(({ id }) => id === (match.organisationId ?? match.candidates[0]?.id));
  const about = { name: (held && visible.has(held.id) && namesOf(held.label).join(' / ')) || '—', score: shareOf(match.score) };
  if (match.state === 'unsure') {
    twins.unsure = true;
    twins.remarks.push(say('matchUnsure', 'name', { ...about, count: match.candidates.length }));
  } else if (match.state === 'automatic') {
    twins.matchId = match.organisationId;
    const has = (...reasons: string[]): boolean => match.reasons.some(({ reason }) => reasons.includes(reason));
    const byCode = has('sameCode', 'sameExternalCode');
    if (match.decided) twins.remarks.push(say('matchConfirmed', 'name', about));
    else if (byCode && !has('sameName')) twins.remarks.push(say('codeWithOtherName', 'name', about));
    else twins.remarks.push(byCode ? say('alreadyInRegister', 'name') : say('matchedByName', 'name', about));
  } else if (match.decided === 'rejected') twins.remarks.push(say('matchRejected', 'name'));
}
