import { parseQuantity } from '#kernel/quantity/parse.ts';
import { fold } from '#platform/text/folding.ts';
import type { Context, ImportPass, ImportRow, ImportTarget } from '#platform/module/module.ts';
import { ownPages } from '../../../store/imported-pages.store.ts';
import { removeImported } from '../../../store/imported-records.store.ts';
import { placesAlike } from '../../../store/imported-places.store.ts';
import { insertPlaces, type PlaceRow } from '../../../store/place-write.store.ts';
import { changesOfNew } from '../../../words/changes.rules.ts';
import { placeSubtypes, type PlaceInput, type PlaceKind } from '../../../words/place.schema.ts';
import { findClusters } from '../row/find-clusters.ts';
import { findOwners, questionOf } from '../row/find-owners.ts';
import { byJudging, conclude, type Judgement } from '../row/judgement.ts';
import { levelWords } from '../row/level-words.ts';
import { locateRows } from '../row/locate.ts';
import { readPin, remarkPins } from '../row/pin-cells.ts';
import { choiceIn, isNamed, RowReader, shownName } from '../row/row-reader.ts';
import { placeFunctionWords, placeImportFields, placeImportGroups, placeImportReasons, placeKindWords, placeSubtypeWords } from './place-import-fields.ts';

type Reason = keyof typeof placeImportReasons;

/** Bases, parks and facilities, each with its territory, pin and operator. */
export const placeTarget: ImportTarget = {
  id: 'place',
  label: { zh: '基地、园区与设施', en: 'Bases, parks and facilities' },
  note: { zh: '开发区、产业园、创新平台、孵化器等名录及坐标。', en: 'Zones, parks, innovation centres and incubators with their coordinates.' },
  permission: 'place.create',
  fields: placeImportFields,
  groups: placeImportGroups,
  reasons: placeImportReasons,
  pages: ownPages('places'),
  ...byJudging({ judge, write }),
  undo: (context, batchId) => removeImported(context.db, 'place', batchId),
};

async function judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judgement<PlaceRow>[]> {
  const located = await locateRows(context.db, rows);
  const read = rows.map((row) => new RowReader(row)).map((reader) => {
    const at = located.get(reader.rowNumber);
    reader.remarks.push(...(at?.reasons ?? []));
    const operator = reader.name('operator', '');
    return { reader, at, name: reader.name('name', 'nameEn'), pin: readPin(reader), cluster: reader.cell('cluster'), owner: { reader, name: operator, uscc: null, externalCode: null, territoryId: null, field: 'operator' } };
  });
  await remarkPins(context.db, read.map(({ reader, pin, at }) => ({ reader, pin, territoryId: at?.territoryId ?? null, name: at?.name ?? null })));
  const operators = await findOwners(context, read.map(({ owner }) => owner));
  const clusters = await findClusters(context, read.map(({ cluster }) => cluster));
  const held = await placesAlike(context, read.flatMap(({ name }) => [name.zh, name.en].filter((text) => text !== undefined)));

  return read.map(({ reader, at, name, pin, cluster, owner }) => {
    if (!isNamed(name)) reader.refuse('nameMissing', 'name');
    const { kind, subtype } = readKind(reader);
    const operator = operators.get(reader.rowNumber);
    const open = questionOf(operator);
    if (isNamed(owner.name) && operator?.missing) say(reader, 'operatorUnknown', 'operator', { name: shownName(owner.name) });
    const found = clusters.get(cluster) ?? [];
    if (cluster !== '' && found.length !== 1) say(reader, 'clusterLeftEmpty', 'cluster', { name: cluster.slice(0, 80) });
    const clusterIds = cluster !== '' && found.length === 1 && found[0] ? [found[0].id] : [];
    const input: PlaceInput = {
      kind, subtype, name, level: reader.choice('level', levelWords), territoryId: at?.territoryId ?? null, address: reader.text('address', 300),
      longitude: pin?.longitude ?? null, latitude: pin?.latitude ?? null, datum: pin?.datum ?? 'unknown', areaKm2: readArea(reader), functions: readFunctions(reader), formats: null, initiative: null, graduatedOn: null,
      operatorId: operator?.organisationId ?? null, parentId: null, clusterIds, startedYear: reader.year('startedYear'), description: reader.text('description', 4000), visibility: 'open',
    };
    const allowed = context.allows('place.create', { visibility: 'open', territories: at?.territories ?? [], clusters: clusterIds, organisations: input.operatorId ? [input.operatorId] : [] });
    const alike = held.filter((one) => one.kind === kind && one.keys.includes(fold(shownName(name))) && (one.territoryId === null || input.territoryId === null || one.territories.includes(input.territoryId) || (at?.territories ?? []).includes(one.territoryId)));
    const matchId = alike[0]?.id ?? null;
    const writable = allowed && reader.refusals.length === 0 && open === null && matchId === null;
    const sameAs = writable ? pass.firstRow(`place ${kind} ${fold(shownName(name))} ${input.territoryId ?? ''}`, reader.rowNumber) : null;
    if (matchId !== null) reader.remark('alreadyThere', 'name');
    if (sameAs !== null) reader.remark('repeatedInFile', 'name', { row: sameAs });
    return conclude({ reader, group: 'newPlace', plan: { input, territories: at?.territories ?? [], sample: false, batchId: pass.batchId }, allowed, matchId, sameAs, open, place: at ?? null });
  });
}

const say = (reader: RowReader, reason: Reason, field: string, params: Record<string, string> = {}): void => void reader.remarks.push({ reason, field, params });

/** The sub-type tells the kind; where both are given they must fit. */
function readKind(reader: RowReader): Pick<PlaceInput, 'kind' | 'subtype'> {
  const subtype = reader.choice('subtype', placeSubtypeWords);
  const given = reader.choice('kind', placeKindWords);
  const own = (Object.keys(placeSubtypes) as PlaceKind[]).find((kind) => (placeSubtypes[kind] as readonly (string | null)[]).includes(subtype));
  const kind = given ?? own;
  if (!kind) reader.refusals.push({ reason: 'kindMissing' satisfies Reason, field: 'kind' });
  else if (own && own !== kind) reader.refusals.push({ reason: 'subtypeOfOtherKind' satisfies Reason, field: 'subtype', params: { subtype: reader.cell('subtype') } });
  return { kind: kind ?? 'park', subtype };
}

const readFunctions = (reader: RowReader): PlaceInput['functions'] =>
  [...new Set(reader.cell('functions').split(/[、，,;；/]+/u).flatMap((part) => choiceIn(placeFunctionWords, part) ?? []))];

const perKm2: Readonly<Record<string, number>> = { km2: 1, ha: 0.01, mu: 1 / 1500, m2: 1e-6 };

/** Square kilometres; another unit of area counts only when the cell names it. */
function readArea(reader: RowReader): string | null {
  const cell = reader.cell('areaKm2');
  if (cell === '') return null;
  const read = parseQuantity(cell, { unit: 'km2' });
  const { value = null, unit = '' } = read.ok ? read.value.quantity : {};
  const area = Number(value ?? Number.NaN) * (perKm2[unit ?? ''] ?? Number.NaN);
  const kept = Number.isFinite(area) && area >= 0 && area < 1e9 ? String(Math.round(area * 1e6) / 1e6) : null;
  return kept !== null && /^\d{1,9}(\.\d{1,6})?$/.test(kept) ? kept : reader.remark('numberUnreadable', 'areaKm2', { value: cell.slice(0, 40) });
}

async function write(context: Context, planned: readonly { rowNumber: number; plan: PlaceRow }[]): Promise<{ rowNumber: number; recordId: string }[]> {
  const ids = await insertPlaces(context, planned.map(({ plan }) => plan));
  return planned.map(({ rowNumber, plan }, index) => {
    const id = ids[index] ?? '';
    context.audit({ event: 'place.created', subject: { kind: 'place', id }, name: plan.input.name, changes: changesOfNew(plan.input) });
    return { rowNumber, recordId: id };
  });
}
