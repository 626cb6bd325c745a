import { fold } from '#platform/text/folding.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, ImportPass, ImportRow, ImportTarget } from '#platform/module/module.ts';
import { pagesOfBodies } from '../../../store/imported-pages.store.ts';
import { bodiesHeld, insertBodies, insertSeats, officesOf, removeImportedBodies, seatsHeld, type BodyRow, type SeatRow } from '../../../store/imported-bodies.store.ts';
import { clusterSubject } from '../../../store/subjects.store.ts';
import { findClusters } from '../row/find-clusters.ts';
import { findOwners, questionOf } from '../row/find-owners.ts';
import { judgeCluster } from '../row/judge-subject.ts';
import { byJudging, conclude, sharedGroups, type Judgement } from '../row/judgement.ts';
import { isNamed, RowReader, shownName } from '../row/row-reader.ts';
import { bodyImportFields, bodyImportReasons, slotWords } from './body-fields.ts';
import { chooseOffice, readSeat } from './body-row.ts';

interface BodyPlan {
  body: BodyRow;
  /** Known already, or written by the same file before. */
  bodyId: string | null;
  mark: string;
  seat: Omit<SeatRow, 'bodyId'> | null;
  clusterId: string;
  clusterName: Name;
}

/** The bodies that decide, run and advise in a cluster organisation, and who sits in them. */
export const bodyTarget: ImportTarget = {
  id: 'body',
  label: { zh: '集群组织的机构与席位', en: 'Bodies and seats' },
  note: { zh: '理事会、秘书处、专家委员会及其席位；集群须已有集群促进组织。', en: 'Councils, secretariats and advisory boards with their seats; the cluster must have its cluster organisation.' },
  permission: 'cluster.update',
  fields: bodyImportFields,
  groups: [
    { key: 'newBody', label: { zh: '新的机构', en: 'New bodies' }, written: true },
    { key: 'newSeat', label: { zh: '新的席位', en: 'New seats' }, written: true },
    ...sharedGroups,
  ],
  reasons: bodyImportReasons,
  pages: pagesOfBodies,
  ...byJudging({ judge, write }),
  undo: (context, batchId) => removeImportedBodies(context.db, batchId),
};

const seatMark = ({ personName, organisationId, post, since }: Pick<SeatRow, 'personName' | 'organisationId' | 'post' | 'since'>): string => [fold(personName ?? ''), organisationId, fold(post ?? ''), since].join(' ');

async function judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judgement<BodyPlan>[]> {
  const read = rows.map((row) => new RowReader(row)).map((reader) => ({
    reader, cluster: reader.cell('cluster'), name: reader.name('body', 'bodyEn'),
    holder: { reader, name: reader.name('seatOrganisation', ''), uscc: null, externalCode: null, territoryId: null, field: 'seatOrganisation' },
  }));
  const clusters = await findClusters(context, read.map(({ cluster }) => cluster));
  const holders = await findOwners(context, read.map(({ holder }) => holder));
  const ids = [...new Set([...clusters.values()].flat().map(({ id }) => id))];
  const facts = await clusterSubject.byIds(context.db, ids);
  const offices = await officesOf(context, ids);
  const bodies = await bodiesHeld(context.db, [...offices.values()].flat().map(({ id }) => id));
  const seats = await seatsHeld(context.db, [...bodies.values()].map(({ id }) => id));
  const written = bodiesOf(pass);

  return read.map(({ reader, cluster, name, holder }) => {
    const clusterId = judgeCluster(reader, cluster, clusters.get(cluster) ?? []);
    const office = clusterId === null ? null : chooseOffice(reader, offices.get(clusterId) ?? []);
    const slot = reader.choice('slot', slotWords, true) ?? 'decide';
    if (!isNamed(name)) reader.refuse('nameMissing', 'body');
    const owner = holders.get(reader.rowNumber);
    const seat = readSeat(reader, owner?.organisationId ?? null);
    const open = isNamed(holder.name) ? questionOf(owner) : null;
    if (isNamed(holder.name) && owner?.missing) reader.refuse('organisationUnknown', 'seatOrganisation', { name: shownName(holder.name) });
    const mark = `${office ?? ''} ${slot} ${fold(shownName(name))}`;
    const bodyId = bodies.get(mark)?.id ?? written.get(mark) ?? null;
    const own = clusterId === null ? undefined : facts.get(clusterId);
    const allowed = own === undefined || context.allows('cluster.update', own);
    const held = bodyId !== null && seat ? seats.find((one) => one.bodyId === bodyId && seatMark(one) === seatMark(seat)) : undefined;
    const matchId = seat ? (held?.id ?? null) : bodyId;
    const writable = allowed && reader.refusals.length === 0 && open === null && matchId === null;
    const sameAs = writable ? pass.firstRow(seat ? `seat ${mark} ${seatMark(seat)}` : `body ${mark}`, reader.rowNumber) : null;
    if (matchId !== null) reader.remark('alreadyThere', 'body');
    if (sameAs !== null) reader.remark('repeatedInFile', 'body', { row: sameAs });
    const plan: BodyPlan = { body: { relationId: office ?? '', slot, name, note: null }, bodyId, mark, seat, clusterId: clusterId ?? '', clusterName: clusters.get(cluster)?.[0]?.name ?? {} };
    return conclude({ reader, group: seat ? 'newSeat' : 'newBody', plan, allowed, matchId, sameAs, open });
  });
}

/** Mark of a body → the body that this walk has written. */
function bodiesOf({ memory }: ImportPass): Map<string, string> {
  const known = memory.get('bodies');
  if (known instanceof Map) return known as Map<string, string>;
  const fresh = new Map<string, string>();
  memory.set('bodies', fresh);
  return fresh;
}

async function write(context: Context, planned: readonly { rowNumber: number; plan: BodyPlan }[], pass: ImportPass): Promise<{ rowNumber: number; recordId: string }[]> {
  const written = bodiesOf(pass);
  const fresh = new Map(planned.filter(({ plan }) => plan.bodyId === null && !written.has(plan.mark)).map(({ plan }) => [plan.mark, plan]));
  const ids = await insertBodies(context, [...fresh.values()].map(({ body }) => body), pass.batchId);
  [...fresh.keys()].forEach((mark, index) => written.set(mark, ids[index] ?? ''));
  const bodyOf = (plan: BodyPlan) => plan.bodyId ?? written.get(plan.mark) ?? '';
  const seated = planned.flatMap(({ rowNumber, plan }) => (plan.seat ? [{ rowNumber, row: { ...plan.seat, bodyId: bodyOf(plan) } }] : []));
  const seatIds = await insertSeats(context, seated.map(({ row }) => row), pass.batchId);
  const seatOf = new Map(seated.map(({ rowNumber }, index) => [rowNumber, seatIds[index] ?? '']));
  for (const { body, clusterId, clusterName } of fresh.values()) note(context, clusterId, clusterName, 'bodyAdded', { [`body.${body.slot}`]: [null, body.name] });
  for (const { plan: { seat, clusterId, clusterName } } of planned) if (seat) note(context, clusterId, clusterName, 'seatAdded', { seat: [null, seat.personName ?? seat.post] });
  return planned.map(({ rowNumber, plan }) => ({ rowNumber, recordId: seatOf.get(rowNumber) ?? bodyOf(plan) }));
}

function note(context: Context, id: string, name: Name, what: string, changes: Record<string, [unknown, unknown]>): void {
  context.audit({ event: `cluster.${what}`, subject: { kind: 'cluster', id }, name, changes });
}
