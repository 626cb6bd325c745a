import type { Context, ImportPass, RowReason } from '#platform/module/module.ts';
import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import { completable, heldForCompletion, type Completion, type HeldRecord } from '../../store/organisation-completion.store.ts';
import { organisationSubject } from '../../store/organisation.store.ts';
import type { OrganisationImportReason } from './organisation-fields.ts';
import type { ReadOrganisation } from './organisation-values.ts';

export interface KnownRow {
  read: ReadOrganisation;
  organisationId: string;
  territoryId: string | null;
  industryId: string | null;
}
export interface Completing {
  completion: Completion | null;
  remarks: RowReason[];
}

/** What each field is called in a remark. */
const labels: Record<(typeof completable)[number], { zh: string; en: string }> = {
  nameZh: { zh: '中文名称', en: 'Chinese name' }, nameEn: { zh: '英文名称', en: 'English name' }, uscc: { zh: '统一社会信用代码', en: 'credit code' }, externalCode: { zh: '来源编号', en: 'code in the source' },
  territoryId: { zh: '所在地', en: 'place' }, industryId: { zh: '行业代码', en: 'industry code' }, industryLabel: { zh: '行业', en: 'industry' }, sizeClass: { zh: '规模', en: 'size' },
  foundedYear: { zh: '成立年份', en: 'year founded' }, website: { zh: '网址', en: 'website' }, description: { zh: '简介', en: 'description' },
};

/**
 * What rows can add to records that stand already: empty fields are filled, what differs stays and is said. A field that
 * an earlier row of the file fills is filled once. Records outside of the mandate stay as they are.
 */
export async function completeKnown(context: Context, rows: readonly KnownRow[], pass: ImportPass): Promise<Map<number, Completing>> {
  const ids = [...new Set(rows.map(({ organisationId }) => organisationId))];
  if (ids.length === 0) return new Map();
  const held = await heldForCompletion(context.db, ids);
  const facts = await organisationSubject.byIds(context.db, ids);
  return new Map(rows.map((row) => [row.read.rowNumber, completing(context, row, held.get(row.organisationId), facts.get(row.organisationId), pass)]));
}

function completing(context: Context, row: KnownRow, held: HeldRecord | undefined, facts: ScopeFacts | undefined, pass: ImportPass): Completing {
  if (!held || !facts) return { completion: null, remarks: [] };
  const said = valuesOf(row);
  const given = completable.filter((field) => said[field] !== null);
  const differing = given.filter((field) => held[field] !== null && held[field] !== said[field] && !isNear(field, held, said));
  const empty = given.filter((field) => held[field] === null && pass.firstRow(`fills ${row.organisationId} ${field}`, row.read.rowNumber) === null);
  const may = empty.length > 0 && context.allows('organisation.update', facts);
  const say = (reason: OrganisationImportReason, fields: readonly (typeof completable)[number][]): RowReason[] =>
    fields.length === 0 ? [] : [{ reason, params: { fields: fields.map((field) => labels[field].zh).join('、'), fieldsEn: fields.map((field) => labels[field].en).join(', ') } }];
  return {
    completion: may ? { organisationId: row.organisationId, version: held.version, values: Object.fromEntries(empty.map((field) => [field, said[field]])) } : null,
    remarks: [...say(may ? 'fieldsFilled' : 'fieldsNotFilled', empty), ...say('differsFromRegister', differing)],
  };
}

type Values = Record<(typeof completable)[number], string | number | null>;

function valuesOf({ read, territoryId, industryId }: KnownRow): Values {
  const { name, uscc, externalCode, industryLabel, sizeClass, foundedYear, website, description } = read;
  return { nameZh: name.zh ?? null, nameEn: name.en ?? null, uscc, externalCode, territoryId, industryId, industryLabel, sizeClass, foundedYear, website, description };
}

/** Names were compared by the matcher, and a place or industry that the other one lies in says the same, less closely. */
function isNear(field: (typeof completable)[number], held: HeldRecord, said: Values): boolean {
  if (field === 'nameZh' || field === 'nameEn') return true;
  if (field === 'territoryId') return held.territories.includes(String(said.territoryId));
  return field === 'industryId' && held.industries.includes(String(said.industryId));
}
