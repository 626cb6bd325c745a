import { insertBody, insertClusterOrganisation, insertSeat } from '../../store/cluster-organisation.store.ts';
import { insertCluster } from '../../store/cluster-write.store.ts';
import { insertEntry, insertList } from '../../store/list.store.ts';
import { insertRelation } from '../../store/organisation-relation.store.ts';
import { insertOrganisations } from '../../store/organisation-write.store.ts';
import { insertPlace } from '../../store/place-write.store.ts';
import { insertProgramme } from '../../store/programme.store.ts';
import { insertSubOrganisation } from '../../store/structure.store.ts';
import { industriesWithAncestors, territoriesWithAncestors } from '../../store/territories.store.ts';
import { bodyInputSchema, clusterInputSchema, clusterOrganisationInputSchema, membershipInputSchema, seatInputSchema, subOrganisationInputSchema } from '../../words/cluster.schema.ts';
import { listEntryInputSchema, listInputSchema, programmeInputSchema, titleInputSchema } from '../../words/list.schema.ts';
import { organisationInputSchema, relationInputSchema } from '../../words/organisation.schema.ts';
import { placeInputSchema } from '../../words/place.schema.ts';
import type { KeyedWriter } from './keyed-writer.ts';
import { insertMemberRows, insertTitleRows } from './many-rows.store.ts';
import type { ClusterOrganisationRow, RecordSet } from './pack-types.ts';

export async function writeOrganisations(writer: KeyedWriter, set: RecordSet): Promise<number> {
  const { context, idOf, sample } = writer;
  const organisations = await writer.missing('organisation', set.organisations, (row) => row.key);
  await insertOrganisations(context, organisations.map(({ row: { key: _, ...row }, id }) => ({ ...organisationInputSchema.parse(row), id, sample })));
  for (const { from, to, ...row } of set.relations) {
    const { otherId, ...relation } = relationInputSchema.parse({ ...row, otherId: idOf('organisation', to) });
    await insertRelation(context.db, { ...relation, id: idOf('relation', `${row.kind}/${from}/${to}`), fromId: idOf('organisation', from), toId: otherId });
  }
  const titles = await writer.missing('title', set.titles, (row) => `${row.organisation}/${row.titleKey}`);
  const inputs = titles.map(({ row: { organisation, titleKey, source, ...row }, id }) => {
    const input = titleInputSchema.parse({ ...row, key: titleKey, sourceId: writer.sourceOf(source) });
    return { ...input, id, organisationId: idOf('organisation', organisation) };
  });
  await insertTitleRows(context, inputs, sample);
  return organisations.length;
}

export async function writeClusters(writer: KeyedWriter, set: RecordSet): Promise<number> {
  const { context, idOf, withId, sample } = writer;
  const clusters = await writer.missing('cluster', set.clusters, (row) => row.key);
  for (const { row: { key, ...row }, id } of clusters) {
    const input = clusterInputSchema.parse(row);
    const territories = await territoriesWithAncestors(context.db, input.territories.map((each) => each.territoryId));
    const industries = await industriesWithAncestors(context.db, input.industryIds);
    if (!territories || !industries) throw new Error(`${key} names an unknown territory or industry`);
    await insertCluster(withId(id), { input, territories, industries, formedFrom: null, sample });
  }
  const members = await writer.missing('membership', set.memberships, (row) => `${row.cluster}/${row.organisation}`);
  const inputs = members.map(({ row: { cluster, organisation, ...row }, id }) => {
    const input = membershipInputSchema.parse({ ...row, organisationId: idOf('organisation', organisation) });
    return { ...input, id, clusterId: idOf('cluster', cluster) };
  });
  await insertMemberRows(context, inputs);
  const relations = await writer.missing('cluster_organisation', set.clusterOrganisations, (row) => `${row.cluster}/${row.organisation}`);
  for (const { row, id } of relations) await writeClusterOrganisation(writer, row, id);
  return clusters.length;
}

async function writeClusterOrganisation({ context, idOf, idOrNull, withId }: KeyedWriter, row: ClusterOrganisationRow, id: string): Promise<void> {
  const { cluster, organisation, host, operator, alliance, bodies = [], subOrganisations = [], ...relation } = row;
  const others = { hostId: idOrNull('organisation', host), operatorId: idOrNull('organisation', operator), allianceId: idOrNull('organisation', alliance) };
  const input = clusterOrganisationInputSchema.parse({ ...relation, ...others, organisationId: idOf('organisation', organisation) });
  if (!(await insertClusterOrganisation(withId(id), idOf('cluster', cluster), input))) return;
  for (const [at, sub] of subOrganisations.entries()) {
    const input = subOrganisationInputSchema.parse(sub);
    await insertSubOrganisation(withId(idOf('sub_organisation', `${cluster}/${organisation}/${at}`)), id, input);
  }
  for (const [at, { seats = [], ...body }] of bodies.entries()) {
    const bodyId = idOf('body', `${cluster}/${organisation}/${at}`);
    await insertBody(withId(bodyId), id, bodyInputSchema.parse(body));
    for (const { organisation: sender, ...seat } of seats) await insertSeat(context, bodyId, seatInputSchema.parse({ ...seat, organisationId: idOrNull('organisation', sender) }));
  }
}

export async function writePlaces({ context, idOf, idOrNull, withId, missing, sample }: KeyedWriter, set: RecordSet): Promise<number> {
  const places = await missing('place', set.places, (row) => row.key);
  for (const { row: { key: _, operator, parent, clusters = [], ...row }, id } of places) {
    const links = { operatorId: idOrNull('organisation', operator), parentId: idOrNull('place', parent), clusterIds: clusters.map((key) => idOf('cluster', key)) };
    const input = placeInputSchema.parse({ ...row, ...links });
    const territories = await territoriesWithAncestors(context.db, input.territoryId ? [input.territoryId] : []);
    await insertPlace(withId(id), input, territories ?? [], sample);
  }
  return places.length;
}

export async function writeProgrammes({ withId, missing, sample }: KeyedWriter, set: RecordSet): Promise<number> {
  const programmes = await missing('programme', set.programmes, (row) => row.key);
  for (const { row: { key: _, ...row }, id } of programmes) await insertProgramme(withId(id), programmeInputSchema.parse(row), sample);
  return programmes.length;
}

/** Entries come with a new list only: a list that is there may have been corrected since. */
export async function writeLists({ idOf, withId, missing, sourceOf, subjectOf, sample }: KeyedWriter, set: RecordSet): Promise<number> {
  const lists = await missing('list', set.lists, (row) => row.key);
  for (const { row: { key, source, entries, ...row }, id } of lists) {
    await insertList(withId(id), listInputSchema.parse({ ...row, sourceId: sourceOf(source) }), sample);
    for (const [at, { subject, ...entry }] of entries.entries()) {
      const subjectId = subject === undefined ? null : subjectOf({ kind: row.entryKind, key: subject }).subjectId;
      await insertEntry(withId(idOf('list_entry', `${key}/${at}`)), id, listEntryInputSchema.parse({ ...entry, subjectId }));
    }
  }
  return lists.length;
}
