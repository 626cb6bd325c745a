import { fold } from '#platform/text/folding.ts';
import type { Context, ImportPass, ImportRow, ImportTarget, SpaceDb } from '#platform/module/module.ts';
import { ownPages } from '../../../store/imported-pages.store.ts';
import { insertClusters, type ClusterRow } from '../../../store/cluster-write.store.ts';
import { removeImported } from '../../../store/imported-records.store.ts';
import { changesOfNew } from '../../../words/changes.rules.ts';
import type { ClusterInput, ClusterScope } from '../../../words/cluster.schema.ts';
import { findIndustries } from '../find-industries.ts';
import { findClusters } from '../row/find-clusters.ts';
import { byJudging, conclude, type Judgement } from '../row/judgement.ts';
import { locateRows, type Located } from '../row/locate.ts';
import { isNamed, RowReader, shownName } from '../row/row-reader.ts';
import { clusterImportFields, clusterImportGroups, clusterImportReasons, clusterLevelWords, clusterStateWords } from './cluster-fields.ts';

/** Clusters by name, with where they stand, radiate and extend to. */
export const clusterTarget: ImportTarget = {
  id: 'cluster',
  label: { zh: '集群', en: 'Clusters' },
  note: { zh: '集群名单：名称、级别、领域与所在地；成员另行导入。', en: 'A list of clusters with level, field and places; members come separately.' },
  permission: 'cluster.create',
  fields: clusterImportFields,
  groups: clusterImportGroups,
  reasons: clusterImportReasons,
  pages: ownPages('clusters'),
  ...byJudging({ judge, write }),
  undo: (context, batchId) => removeImported(context.db, 'cluster', batchId),
};

const parts = (cell: string): string[] => cell.split(/[、，,;；/|\n]+/u).map((part) => part.trim()).filter((part) => part !== '');

async function judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judgement<ClusterRow>[]> {
  const read = rows.map((row) => ({ reader: new RowReader(row), codes: parts(row.values.industryCodes ?? '') })).map((one) => ({ ...one, name: one.reader.name('name', 'nameEn') }));
  const places = await placesOf(context.db, rows);
  const industries = await findIndustries(context.db, read.flatMap(({ codes }) => codes));
  const held = await findClusters(context, read.flatMap(({ name }) => [name.zh, name.en].filter((text) => text !== undefined)));

  return read.map(({ reader, codes, name }) => {
    const own = places.get(reader.rowNumber) ?? [];
    for (const { at } of own) reader.remarks.push(...at.reasons);
    if (!isNamed(name)) reader.refuse('nameMissing', 'name');
    for (const code of codes) {
      const found = industries.get(code);
      if (!found || found.widened) reader.remarks.push({ reason: (found ? 'industryCodeWidened' : 'industryCodeUnknown') satisfies keyof typeof clusterImportReasons, field: 'industryCodes', params: { value: code, code: found?.id.replace(/^\w+:/u, '') ?? '' } });
    }
    const known = codes.flatMap((code) => industries.get(code) ?? []);
    const territories = [...new Map(own.flatMap(({ scope, at }) => (at.territoryId ? [[`${scope} ${at.territoryId}`, { territoryId: at.territoryId, scope }] as const] : []))).values()].slice(0, 60);
    const input: ClusterInput = {
      name, level: reader.choice('level', clusterLevelWords), state: reader.choice('state', clusterStateWords) ?? 'active', field: reader.text('field', 200), startedYear: reader.year('startedYear'),
      description: reader.text('description', 4000), territories, industryIds: [...new Set(known.map(({ id }) => id))].slice(0, 20), visibility: 'open',
    };
    const base = own.filter(({ scope }) => scope === 'base').flatMap(({ at }) => at.territories);
    const allowed = context.allows('cluster.create', { visibility: 'open', territories: base, clusters: [], organisations: [] });
    const alike = [...new Set([name.zh, name.en].flatMap((text) => (text === undefined ? [] : (held.get(text) ?? []))).map(({ id }) => id))];
    if (alike.length > 1) reader.refuse('clusterUnsure', 'name', { name: shownName(name), count: alike.length });
    const matchId = alike.length === 1 ? (alike[0] ?? null) : null;
    const writable = allowed && reader.refusals.length === 0 && matchId === null;
    const sameAs = writable ? pass.firstRow(`cluster ${fold(shownName(name))}`, reader.rowNumber) : null;
    if (matchId !== null) reader.remark('alreadyThere', 'name');
    if (sameAs !== null) reader.remark('repeatedInFile', 'name', { row: sameAs });
    const plan: ClusterRow = { input, territories: [...new Set(own.flatMap(({ at }) => at.territories))], industries: [...new Set(known.flatMap(({ ancestors }) => ancestors))], formedFrom: null, sample: false, batchId: pass.batchId };
    return conclude({ reader, group: 'newCluster', plan, allowed, matchId, sameAs, place: own.find(({ at }) => at.question !== null)?.at ?? null });
  });
}

/** A cluster may stand in several places, so every named place is looked up for itself. */
async function placesOf(db: SpaceDb, rows: readonly ImportRow[]): Promise<Map<number, { scope: ClusterScope; at: Located }[]>> {
  const named = rows.flatMap((row) => {
    const { country = '', province = '', city = '', territoryCode = '', radiates = '', extends: reaches = '' } = row.values;
    const base: Record<string, string>[] = territoryCode.trim() !== '' ? parts(territoryCode).map((code) => ({ territoryCode: code })) : city.trim() !== '' ? parts(city).map((one) => ({ country, province, city: one })) : parts(province).map((one) => ({ country, province: one }));
    const own: Record<string, string>[] = base.length > 0 || country.trim() === '' ? base : [{ country }];
    const wider = (cell: string, scope: ClusterScope) => parts(cell).map((one) => ({ scope, values: { [/^\d+$/u.test(one) ? 'territoryCode' : 'city']: one } as Record<string, string> }));
    return [...own.map((values) => ({ scope: 'base' as ClusterScope, values })), ...wider(radiates, 'radiates'), ...wider(reaches, 'extends')].map((place) => ({ row, ...place }));
  });
  const located = await locateRows(db, named.map(({ row, values }, index) => ({ rowNumber: index, values, ...(row.decision && { decision: row.decision }) })));
  const places = new Map<number, { scope: ClusterScope; at: Located }[]>();
  named.forEach(({ row, scope }, index) => {
    const at = located.get(index);
    if (at) places.set(row.rowNumber, [...(places.get(row.rowNumber) ?? []), { scope, at }]);
  });
  return places;
}

async function write(context: Context, planned: readonly { rowNumber: number; plan: ClusterRow }[]): Promise<{ rowNumber: number; recordId: string }[]> {
  const ids = await insertClusters(context, planned.map(({ plan }) => plan));
  return planned.map(({ rowNumber, plan }, index) => {
    const id = ids[index] ?? '';
    context.audit({ event: 'cluster.created', subject: { kind: 'cluster', id }, name: plan.input.name, changes: changesOfNew(plan.input) });
    return { rowNumber, recordId: id };
  });
}
