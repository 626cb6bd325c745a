import { checkUscc } from '#kernel/text/uscc.ts';
import type { ImportRow, RowReason } from '#platform/module/module.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import { fundWordIn } from '../../words/fund-name.ts';
import type { datums, organisationStates, OrganisationType, sizeClasses } from '../../words/organisation.schema.ts';
import { readWebsite, readYear } from './cells.ts';
import type { OrganisationImportReason } from './organisation-fields.ts';

/** What a row says about an organisation, place and industry still in the source's words. */
export interface ReadOrganisation {
  rowNumber: number;
  name: Name;
  type: OrganisationType;
  uscc: string | null;
  externalCode: string | null;
  industryLabel: string | null;
  website: string | null;
  sizeClass: (typeof sizeClasses)[number] | null;
  foundedYear: number | null;
  description: string | null;
  address: string | null;
  pin: { longitude: number; latitude: number; datum: (typeof datums)[number] } | null;
  state: (typeof organisationStates)[number];
  /** Reasons against writing the row at all. */
  refusals: RowReason[];
  remarks: RowReason[];
  fundWord: string | null;
}

const types: Record<OrganisationType, readonly string[]> = {
  government: ['government', '政府', '政府部门', '机关'],
  enterprise: ['enterprise', 'company', 'firm', '企业', '公司'],
  research: ['research', 'university', '高校', '高校院所', '科研院所', '科研机构', '研究机构', '大学'],
  association: ['association', '协会', '行业协会', '商会', '联盟', '社会团体'],
  service: ['service', '服务机构', '中介机构', '金融机构', '公共服务机构'],
};
const sizes = { large: ['large', '大型', '大'], medium: ['medium', '中型', '中'], small: ['small', '小型', '小'], micro: ['micro', '微型', '微'] } as const;
const states = { active: ['active', '存续', '在业', '在营', '开业', '正常'], closed: ['closed', '注销', '吊销', '歇业', '停业'] } as const;
const datumWords = { wgs84: ['wgs84', 'wgs-84', 'epsg:4326', 'cgcs2000'], gcj02: ['gcj02', 'gcj-02', '火星坐标', '高德', '腾讯'], bd09: ['bd09', 'bd-09', '百度'] } as const;
const yes = new Set(['true', 'yes', 'y', '1', '是', '已退市']);
const descriptionLimit = 4000;

function wordIn<Key extends string>(table: Readonly<Record<Key, readonly string[]>>, cell: string): Key | null {
  const folded = cell.normalize('NFKC').trim().toLowerCase();
  return (Object.keys(table) as Key[]).find((key) => table[key].includes(folded)) ?? null;
}

export function readOrganisation({ rowNumber, values }: ImportRow): ReadOrganisation {
  const refusals: RowReason[] = [];
  const remarks: RowReason[] = [];
  const cell = (key: string): string => (values[key] ?? '').trim();
  const say = (list: RowReason[], field: string, reason: OrganisationImportReason, params: Record<string, string | number> = {}): null => {
    list.push({ reason, field, params });
    return null;
  };
  const choose = <Key extends string>(field: string, table: Readonly<Record<Key, readonly string[]>>, unknown: OrganisationImportReason, list = remarks): Key | null =>
    cell(field) === '' ? null : (wordIn(table, cell(field)) ?? say(list, field, unknown, { value: cell(field) }));
  const cut = (field: string, limit: number): string | null => {
    if (cell(field).length > limit) say(remarks, field, 'textCut', { field });
    return cell(field) === '' ? null : cell(field).slice(0, limit).trim();
  };

  const name = nameOf(cell('name'), cell('nameEn'));
  if (!name.zh && !name.en) say(refusals, 'name', 'nameMissing');
  if (Math.max(name.zh?.length ?? 0, name.en?.length ?? 0) > 200) say(refusals, 'name', 'nameTooLong');
  const type = choose('type', types, 'typeUnknown', refusals) ?? 'enterprise';
  const delisted = yes.has(cell('delisted').toLowerCase());
  if (delisted) say(remarks, 'delisted', 'delisted');
  const description = cut('description', descriptionLimit - 40);
  return {
    rowNumber,
    name,
    type,
    uscc: readUscc(cell('uscc'), (reason, params) => say(refusals, 'uscc', reason, params)),
    externalCode: cut('externalCode', 60),
    industryLabel: cut('industryLabel', 120),
    website: cell('website') === '' ? null : (readWebsite(cell('website')) ?? say(remarks, 'website', 'websiteUnreadable', { value: cell('website').slice(0, 80) })),
    sizeClass: choose('sizeClass', sizes, 'sizeUnknown'),
    foundedYear: cell('foundedYear') === '' ? null : (readYear(cell('foundedYear')) ?? say(remarks, 'foundedYear', 'yearUnreadable', { value: cell('foundedYear') })),
    description: delisted ? [description, '来源标注：已退市。 Source: delisted.'].filter(Boolean).join('\n') : description,
    address: cut('address', 300),
    pin: readPin(cell('longitude'), cell('latitude'), wordIn(datumWords, cell('datum')), (value) => say(remarks, 'longitude', 'pinUnreadable', { value })),
    state: choose('state', states, 'stateUnknown') ?? 'active',
    refusals,
    remarks,
    fundWord: fundWordIn([name.zh, name.en].filter(Boolean).join(' '), cell('description')),
  };
}

function nameOf(given: string, english: string): Name {
  const tidy = (text: string): string | undefined => text.replace(/\s+/gu, ' ').trim() || undefined;
  if (/\p{Script=Han}/u.test(given)) return { zh: tidy(given), en: tidy(english) };
  return { en: tidy(given) ?? tidy(english) };
}

function readUscc(cell: string, refuse: (reason: OrganisationImportReason, params: Record<string, string | number>) => null): string | null {
  if (cell === '') return null;
  const { code, valid, issues, suggestion } = checkUscc(cell);
  if (valid) return code;
  if (issues.includes('length')) return refuse('usccLength', { length: code.length });
  return issues.includes('character') ? refuse('usccCharacter', { value: code }) : refuse('usccCheckDigit', { value: code, suggestion: suggestion ?? '' });
}

function readPin(longitude: string, latitude: string, datum: 'wgs84' | 'gcj02' | 'bd09' | null, refuse: (value: string) => null): ReadOrganisation['pin'] {
  if (longitude === '' && latitude === '') return null;
  const given = [longitude, latitude].map((text) => (/^[+-]?\d{1,3}(\.\d+)?$/.test(text.normalize('NFKC')) ? Number(text.normalize('NFKC')) : Number.NaN));
  const [x, y] = given as [number, number];
  const sound = Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return sound ? { longitude: x, latitude: y, datum: datum ?? 'unknown' } : refuse(`${longitude}, ${latitude}`);
}
