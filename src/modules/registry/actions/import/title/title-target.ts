import type { z } from 'zod';
import { fold } from '#platform/text/folding.ts';
import type { Context, ImportPass, ImportRow, ImportTarget } from '#platform/module/module.ts';
import { pagesOfOwners } from '../../../store/imported-pages.store.ts';
import { removeImported } from '../../../store/imported-records.store.ts';
import { insertTitles, titlesHeld, type TitleRow } from '../../../store/imported-titles.store.ts';
import { organisationSubject } from '../../../store/organisation.store.ts';
import type { titleInputSchema, titleKeys } from '../../../words/list.schema.ts';
import { findOwners, ownerFields, readOwner } from '../row/find-owners.ts';
import { judgeOrganisation } from '../row/judge-subject.ts';
import { byJudging, conclude, sharedGroups, type Judgement } from '../row/judgement.ts';
import { levelWords } from '../row/level-words.ts';
import { locateRows } from '../row/locate.ts';
import { placeFields } from '../row/place-fields.ts';
import { choicesOf, isNamed, RowReader, shownName, type ChoiceWords } from '../row/row-reader.ts';
import { sharedReasons } from '../row/shared-reasons.ts';

const titleWords: ChoiceWords<(typeof titleKeys)[number]> = {
  innovativeSme: ['创新型中小企业', 'Innovative SME', '创新型中小企业（省级）'],
  specialisedSme: ['专精特新中小企业', 'Specialised SME', '专精特新', '专精特新企业', '省级专精特新', 'specialised and sophisticated SME'],
  littleGiant: ['专精特新“小巨人”企业', 'Little giant', '小巨人', '小巨人企业', '专精特新小巨人', '国家级专精特新小巨人企业', 'little giants'],
  singleChampion: ['制造业单项冠军', 'Single champion', '单项冠军', '单项冠军企业', '制造业单项冠军企业', '制造业单项冠军示范企业', 'champion'],
  chainLead: ['链主企业', 'Lead firm', '链主', '产业链链主', '产业链链主企业', 'chain lead'],
  technologyCentre: ['企业技术中心', 'Technology centre', '技术中心', '国家企业技术中心', '省级企业技术中心', 'technology center'],
  highTechEnterprise: ['高新技术企业', 'High-tech enterprise', '高企', '国家高新技术企业', 'high tech enterprise'],
  award: ['奖项', 'Award', '奖励', '获奖', 'prize'],
  other: ['其他称号', 'Other title', '其他', '资质'],
};

/** What organisations hold: little giants, single champions, technology centres, awards. */
export const titleTarget: ImportTarget = {
  id: 'title',
  label: { zh: '机构称号', en: 'Titles' },
  note: { zh: '小巨人、单项冠军、高新技术企业等名单；机构须已在登记册中。', en: 'Lists of little giants, single champions, high-tech enterprises; the organisations must stand in the register.' },
  permission: 'organisation.update',
  fields: [
    ...ownerFields,
    { key: 'title', label: { zh: '称号类型', en: 'Kind of title' }, required: true, kind: 'choice', hints: ['title', 'kind of title', '称号', '称号类型', '认定类型', '资质', '荣誉', '企业资质', '类型'], choices: choicesOf(titleWords), example: '专精特新“小巨人”企业', perFile: true },
    { key: 'titleName', label: { zh: '称号名称', en: 'Name of the title' }, required: false, hints: ['title name', '称号名称', '奖项名称', '荣誉名称'], note: { zh: '类型不足以说明时填写，如奖项全称。', en: 'Where the kind does not say it all, such as the full name of an award.' } },
    { key: 'issuer', label: { zh: '认定单位', en: 'Issuer' }, required: false, hints: ['issuer', '认定单位', '认定机构', '发证机关', '授予单位', '颁发单位', '发布单位'], example: '工业和信息化部', perFile: true },
    { key: 'level', label: { zh: '称号级别', en: 'Level' }, required: false, kind: 'choice', hints: ['level', '级别', '称号级别', '等级', '认定级别'], choices: choicesOf(levelWords), example: '国家级', perFile: true },
    { key: 'batch', label: { zh: '批次', en: 'Batch' }, required: false, hints: ['batch', '批次', '认定批次', '第几批'], example: '第三批', perFile: true },
    { key: 'validFrom', label: { zh: '认定日期', en: 'Valid from' }, required: false, kind: 'date', hints: ['valid from', 'date', '认定日期', '认定时间', '发证日期', '生效日期', '有效期起', '认定年份', '年份'], example: '2022-08-09', perFile: true },
    { key: 'validUntil', label: { zh: '有效期至', en: 'Valid until' }, required: false, kind: 'date', hints: ['valid until', 'expires', '有效期至', '有效期止', '到期日期', '有效期'], note: { zh: '证书或名单写明的日期；没写就留空。', en: 'The date that certificate or list names; empty where there is none.' }, perFile: true },
    ...placeFields,
  ],
  groups: [{ key: 'newTitle', label: { zh: '新的称号', en: 'New titles' }, written: true }, ...sharedGroups],
  reasons: sharedReasons,
  pages: pagesOfOwners('title'),
  ...byJudging({ judge, write }),
  undo: (context, batchId) => removeImported(context.db, 'title', batchId),
};

type Level = z.output<typeof titleInputSchema>['level'];

async function judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judgement<TitleRow>[]> {
  const located = await locateRows(context.db, rows);
  const read = rows.map((row) => new RowReader(row)).map((reader) => ({ reader, asked: readOwner(reader) }));
  const owners = await findOwners(context, read.map(({ reader, asked }) => ({ ...asked, territoryId: located.get(reader.rowNumber)?.territoryId ?? null })));
  const ids = [...new Set([...owners.values()].flatMap(({ organisationId }) => organisationId ?? []))];
  const facts = await organisationSubject.byIds(context.db, ids);
  const held = await titlesHeld(context.db, ids);

  return read.map(({ reader, asked }) => {
    const { organisationId, open } = judgeOrganisation(reader, asked.name, owners.get(reader.rowNumber));
    const { since, until } = reader.period('validFrom', 'validUntil');
    const name = reader.name('titleName', '');
    const key = reader.choice('title', titleWords, true) ?? 'other';
    const level: Level = reader.choice('level', levelWords);
    const plan: TitleRow = { organisationId: organisationId ?? '', key, name: isNamed(name) ? name : null, issuer: reader.text('issuer', 200), level, batch: reader.text('batch', 60), validFrom: since, validUntil: until };
    const own = organisationId === null ? undefined : facts.get(organisationId);
    const allowed = own === undefined || context.allows('organisation.update', own);
    const matchId = held.find((title) => title.organisationId === organisationId && isSame(title, plan))?.id ?? null;
    const writable = allowed && reader.refusals.length === 0 && open === null && matchId === null;
    const sameAs = writable ? pass.firstRow(`title ${markOf(plan)}`, reader.rowNumber) : null;
    if (matchId !== null) reader.remark('alreadyThere', 'organisationName');
    if (sameAs !== null) reader.remark('repeatedInFile', 'organisationName', { row: sameAs });
    return conclude({ reader, group: 'newTitle', plan, allowed, matchId, sameAs, open });
  });
}

const markOf = ({ organisationId, key, name, level, batch, validFrom }: TitleRow): string => [organisationId, key, fold(shownName(name ?? {})), level, fold(batch ?? ''), validFrom].join(' ');
/** The same title of the same round; a list that says less than the register holds adds nothing. */
const isSame = (held: TitleRow, row: TitleRow): boolean =>
  held.key === row.key && fold(shownName(held.name ?? {})) === fold(shownName(row.name ?? {})) &&
  [[held.level, row.level], [held.batch && fold(held.batch), row.batch && fold(row.batch)], [held.validFrom, row.validFrom]].every(([a, b]) => b === null || a === b);

async function write(context: Context, planned: readonly { rowNumber: number; plan: TitleRow }[], pass: ImportPass): Promise<{ rowNumber: number; recordId: string }[]> {
  const written = await insertTitles(context, planned.map(({ plan }) => plan), pass.batchId);
  for (const { organisationId, organisationName, key, name, issuer } of written) {
    context.audit({ event: 'organisation.titleAdded', subject: { kind: 'organisation', id: organisationId }, name: organisationName, changes: { [`title.${key}`]: [null, name ?? issuer ?? key] } });
  }
  return planned.map(({ rowNumber }, index) => ({ rowNumber, recordId: written[index]?.id ?? '' }));
}
