import { sql } from 'kysely';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, ImportField, ImportPass, RowCandidate, RowMatch } from '#platform/module/module.ts';
import { organisationsIn } from '../../../store/scope-columns.ts';
import { matchOrganisations, type OrganisationAsked } from '../../match/match-organisations.ts';
import { rowMatchOf } from '../../match/row-match.ts';
import { isNamed, shownName, type RowReader } from './row-reader.ts';

/** The organisation that a row is about, as its columns name it. */
export interface OwnerAsked {
  reader: RowReader;
  name: Name;
  uscc: string | null;
  externalCode: string | null;
  territoryId: string | null;
  /** The column that names it, where it is not the row's own organisation. */
  field?: string;
}
export interface Owner {
  organisationId: string | null;
  /** Nobody in the register; what a target does about that is its own matter. */
  missing: boolean;
  candidates: RowCandidate[];
  question: string | null;
  /** The question as the desk keeps it, so that its answer serves later files too. */
  match: RowMatch | null;
}

export interface OwnerQuestion {
  candidates: RowCandidate[];
  question: string;
  match?: RowMatch;
}

/** What a person has to say before the row knows its organisation; null where nothing is in doubt. */
export function questionOf(owner: Owner | undefined): OwnerQuestion | null {
  if (!owner || owner.organisationId !== null || owner.missing || owner.question === null) return null;
  return { candidates: owner.candidates, question: owner.question, ...(owner.match && { match: owner.match }) };
}

/** The columns by which a row names its organisation. */
export const ownerFields: readonly ImportField[] = [
  {
    key: 'organisationName', label: { zh: '机构名称', en: 'Organisation' }, required: true, hints: ['organisation', 'organization', '机构名称', '企业名称', '单位名称', '公司名称', '企业', '单位', '成员单位', 'company name', 'company', 'name', 'member', '名称'],
    note: { zh: '登记册中的全称；有统一社会信用代码时以代码为准。', en: 'The full name in the register; a unified social credit code goes before it.' }, example: '样例精密机械有限公司',
  },
  { key: 'organisationNameEn', label: { zh: '机构英文名称', en: 'Organisation, in English' }, required: false, hints: ['organisation en', 'company name en', '企业英文名称', '英文名称', 'name en'] },
  { key: 'uscc', label: { zh: '统一社会信用代码', en: 'Unified social credit code' }, required: false, kind: 'code', hints: ['uscc', '统一社会信用代码', '社会信用代码', '信用代码', 'unified social credit code', 'credit code'], note: { zh: '18 位，末位校验。', en: '18 characters, the last one checks the others.' } },
  { key: 'externalCode', label: { zh: '机构来源编号', en: 'Code of the organisation in the source' }, required: false, kind: 'code', hints: ['organisation code', '企业编号', '机构编号', '证券代码', '股票代码', 'company id', 'external code', 'ticker'] },
];

export const readOwner = (reader: RowReader): Omit<OwnerAsked, 'territoryId'> => ({
  reader, name: reader.name('organisationName', 'organisationNameEn'), uscc: reader.uscc('uscc'), externalCode: reader.text('externalCode', 60),
});

/**
 * Finds the organisations of many rows at once among those that the importer may see; a person's choice counts among the
 * candidates. With a pass, what its own batch wrote is nobody here: a target that adds organisations knows them itself.
 */
export async function findOwners(context: Context, rows: readonly OwnerAsked[], pass?: ImportPass): Promise<Map<number, Owner>> {
  const named = rows.filter(({ name, uscc, externalCode }) => isNamed(name) || uscc !== null || externalCode !== null);
  const asked = new Map<string, OrganisationAsked>();
  for (const one of named) asked.set(keyOf(one), { key: keyOf(one), name: one.name, uscc: one.uscc, externalCode: one.externalCode, territoryId: one.territoryId, industryId: null });
  const matches = await matchOrganisations(context.db, [...asked.values()], pass);
  const visible = await visibleIds(context, [...matches.values()].flatMap(({ organisationId, candidates }) => [...(organisationId ? [organisationId] : []), ...candidates.map(({ id }) => id)]));
  const nobody: Owner = { organisationId: null, missing: true, candidates: [], question: null, match: null };
  return new Map(rows.map((row) => {
    const match = matches.get(keyOf(row));
    if (!match) return [row.reader.rowNumber, nobody];
    if (match.organisationId !== null) {
      if (visible.has(match.organisationId)) {
        const remembered = match.decided === null ? undefined : match.candidates.find(({ id }) => id === match.organisationId);
        if (remembered) row.reader.remark('organisationChosen', row.field ?? 'organisationName', { name: shownName(remembered.label) });
        return [row.reader.rowNumber, { ...nobody, organisationId: match.organisationId, missing: false }];
      }
      // A hidden record of the same name does not exist for this importer; one of the same code keeps its code.
      if (match.reasons.some(({ reason }) => reason === 'sameCode' || reason === 'sameExternalCode')) row.reader.refuse('codeHeld', row.uscc === null ? 'externalCode' : 'uscc');
      return [row.reader.rowNumber, nobody];
    }
    const candidates = match.candidates.filter(({ id }) => visible.has(id));
    return [row.reader.rowNumber, candidates.length === 0 ? nobody : decided(row, { ...nobody, missing: match.state === 'none', candidates, question: match.state === 'none' ? null : shownName(row.name), match: match.state === 'unsure' ? rowMatchOf(match, { name: row.name, uscc: row.uscc, externalCode: row.externalCode, place: null }) : null })];
  }));
}

function decided({ reader, name, field = 'organisationName' }: OwnerAsked, owner: Owner): Owner {
  const decision = reader.row.decision;
  const chosen = owner.candidates.find(({ id }) => id === decision?.candidateId);
  if (chosen) {
    reader.remark('organisationChosen', field, { name: shownName(chosen.label) });
    return { ...owner, organisationId: chosen.id, missing: false };
  }
  if (decision?.candidateId === null && owner.question !== null) {
    reader.remark('organisationDeclined', field);
    return { ...owner, missing: true };
  }
  if (owner.question !== null) reader.remark('organisationUnsure', field, { name: shownName(name), count: owner.candidates.length });
  return owner;
}

const keyOf = ({ name, uscc, externalCode, territoryId }: OwnerAsked): string => JSON.stringify([name.zh, name.en, uscc, externalCode, territoryId]);

export async function visibleIds(context: Context, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from organisation where id = any (${[...new Set(ids)]}::uuid[]) and ${organisationsIn(context.scope('organisation.read'))}`.execute(context.db);
  return new Set(rows.map(({ id }) => id));
}
