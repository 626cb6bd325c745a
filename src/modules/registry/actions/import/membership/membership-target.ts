import type { Context, ImportPass, ImportRow, ImportTarget } from '#platform/module/module.ts';
import { pagesOfOwners } from '../../../store/imported-pages.store.ts';
import { removeImported } from '../../../store/imported-records.store.ts';
import { insertMemberships, membersHeld, type MembershipRow } from '../../../store/imported-members.store.ts';
import { representativesOfMany } from '../../../store/people.store.ts';
import { clusterSubject } from '../../../store/subjects.store.ts';
import type { membershipClasses } from '../../../words/cluster.schema.ts';
import { clusterField, findClusters } from '../row/find-clusters.ts';
import { findOwners, ownerFields, readOwner } from '../row/find-owners.ts';
import { byJudging, conclude, sharedGroups, type Judgement } from '../row/judgement.ts';
import { locateRows } from '../row/locate.ts';
import { placeFields } from '../row/place-fields.ts';
import { judgeSubject } from '../row/judge-subject.ts';
import { choicesOf, RowReader, type ChoiceWords } from '../row/row-reader.ts';
import { sharedReasons } from '../row/shared-reasons.ts';

const classWords: ChoiceWords<(typeof membershipClasses)[number]> = {
  core: ['核心成员', 'Core', '核心', '核心企业', '骨干企业', '龙头企业', '理事单位', 'core member'],
  partner: ['合作伙伴', 'Partner', '伙伴', '合作单位', '协作单位', 'partner member'],
  regional: ['区域成员', 'Regional', '区域', '本地成员', 'regional member'],
  other: ['其他成员', 'Other', '其他', '成员', '会员', '普通成员', '会员单位', 'member'],
};

/** Who is a member of which cluster, of what class and since when. */
export const membershipTarget: ImportTarget = {
  id: 'membership',
  label: { zh: '集群成员', en: 'Memberships' },
  note: { zh: '机构与集群的成员关系；机构和集群须已在登记册中。', en: 'Which organisation belongs to which cluster; both must stand in the register.' },
  permission: 'cluster.update',
  fields: [
    { ...clusterField, perFile: true },
    ...ownerFields,
    { key: 'membershipClass', label: { zh: '成员类别', en: 'Class' }, required: false, kind: 'choice', hints: ['class', 'membership class', '成员类别', '成员类型', '类别', '会员类别', 'member type'], choices: choicesOf(classWords), example: '核心成员', perFile: true, note: { zh: '留空按其他成员处理。', en: 'Taken as other when empty.' } },
    { key: 'specialty', label: { zh: '分工', en: 'Specialty' }, required: false, hints: ['specialty', '分工', '环节', '产业链环节', '专长', 'role'] },
    { key: 'since', label: { zh: '加入日期', en: 'Since' }, required: false, kind: 'date', hints: ['since', 'joined', '加入日期', '加入时间', '入会日期', '入会时间', 'start date'], example: '2023-06-01' },
    { key: 'until', label: { zh: '退出日期', en: 'Until' }, required: false, kind: 'date', hints: ['until', 'left', '退出日期', '退出时间', 'end date'] },
    ...placeFields,
  ],
  groups: [{ key: 'newMember', label: { zh: '新的成员', en: 'New members' }, written: true }, ...sharedGroups],
  reasons: sharedReasons,
  pages: pagesOfOwners('membership'),
  ...byJudging({ judge, write }),
  undo: (context, batchId) => removeImported(context.db, 'membership', batchId),
};

async function judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judgement<MembershipRow>[]> {
  const located = await locateRows(context.db, rows);
  const read = rows.map((row) => new RowReader(row)).map((reader) => ({ reader, cluster: reader.cell('cluster'), asked: readOwner(reader), territoryId: located.get(reader.rowNumber)?.territoryId ?? null }));
  const clusters = await findClusters(context, read.map(({ cluster }) => cluster));
  const owners = await findOwners(context, read.map(({ asked, territoryId }) => ({ ...asked, territoryId })));
  const facts = await clusterSubject.byIds(context.db, [...new Set([...clusters.values()].flat().map(({ id }) => id))]);
  const subjects = new Map(read.map(({ reader, cluster, asked }) => [reader.rowNumber, judgeSubject(reader, { cluster, clusters: clusters.get(cluster) ?? [], name: asked.name, owner: owners.get(reader.rowNumber) })]));
  const held = await membersHeld(context.db, [...subjects.values()]);

  return read.map(({ reader }) => {
    const { clusterId, organisationId, open } = subjects.get(reader.rowNumber) ?? { clusterId: null, organisationId: null, open: null };
    const { since, until } = reader.period('since', 'until');
    const plan: MembershipRow = { clusterId: clusterId ?? '', organisationId: organisationId ?? '', membershipClass: reader.choice('membershipClass', classWords) ?? 'other', specialty: reader.text('specialty', 200), since, until };
    const own = clusterId === null ? undefined : facts.get(clusterId);
    const allowed = own === undefined || context.allows('cluster.update', own);
    const key = `${plan.clusterId} ${plan.organisationId}`;
    const match = held.get(key);
    const writable = allowed && reader.refusals.length === 0 && open === null && match === undefined;
    const sameAs = writable ? pass.firstRow(`member ${key}`, reader.rowNumber) : null;
    if (match) remarkHeld(reader, plan, match);
    if (sameAs !== null) reader.remark('repeatedInFile', 'organisationName', { row: sameAs });
    return conclude({ reader, group: 'newMember', plan, allowed, matchId: match?.id ?? null, sameAs, open });
  });
}

function remarkHeld(reader: RowReader, row: MembershipRow, held: MembershipRow): void {
  const fields = ([['membershipClass', '成员类别', 'class'], ['since', '加入日期', 'since'], ['until', '退出日期', 'until']] as const).filter(([field]) => reader.cell(field) !== '' && row[field] !== held[field]);
  if (fields.length === 0) reader.remark('alreadyThere', 'organisationName');
  else reader.remark('differsFromRegister', 'organisationName', { fields: fields.map(([, zh]) => zh).join('、'), fieldsEn: fields.map(([, , en]) => en).join(', ') });
}

/** Each member stands in its cluster's history, and whoever stands for the organisation hears of it. */
async function write(context: Context, planned: readonly { rowNumber: number; plan: MembershipRow }[], pass: ImportPass): Promise<{ rowNumber: number; recordId: string }[]> {
  const written = await insertMemberships(context, planned.map(({ plan }) => plan), pass.batchId);
  const people = await representativesOfMany(context, written.map(({ organisationId }) => organisationId));
  for (const { clusterId, clusterName, membershipClass, organisationId, openName } of written) {
    context.audit({ event: 'cluster.memberAdded', subject: { kind: 'cluster', id: clusterId }, name: clusterName, changes: { [`member.${membershipClass}`]: [null, openName] } });
    const others = (people.get(organisationId) ?? []).filter((personId) => personId !== context.actor.personId);
    if (others.length > 0) context.notify({ kind: 'registry.memberAdded', subject: { kind: 'cluster', id: clusterId }, href: `/clusters/${clusterId}`, to: { people: others }, name: clusterName });
  }
  return planned.map(({ rowNumber }, index) => ({ rowNumber, recordId: written[index]?.id ?? '' }));
}
