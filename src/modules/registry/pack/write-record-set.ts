import { v5 as idFromName } from 'uuid';
import type { Context } from '#platform/module/module.ts';
import { insertAlias, refreshSearch } from '../store/alias.store.ts';
import { insertBody, insertClusterOrganisation, insertSeat } from '../store/cluster-organisation.store.ts';
import { insertCluster } from '../store/cluster.store.ts';
import { insertEntry, insertList } from '../store/list.store.ts';
import { insertMember } from '../store/membership.store.ts';
import { insertRelation } from '../store/organisation-relation.store.ts';
import { insertTitle } from '../store/organisation-title.store.ts';
import { insertOrganisations } from '../store/organisation-write.store.ts';
import { insertPlace } from '../store/place.store.ts';
import { insertProgramme } from '../store/programme.store.ts';
import { insertAttribute, insertSource } from '../store/source.store.ts';
import { industriesWithAncestors, territoriesWithAncestors } from '../store/territories.store.ts';
import { bodyInputSchema, clusterInputSchema, clusterOrganisationInputSchema, membershipInputSchema, seatInputSchema } from '../words/cluster.schema.ts';
import { listEntryInputSchema, listInputSchema, programmeInputSchema, titleInputSchema } from '../words/list.schema.ts';
import { organisationInputSchema, relationInputSchema } from '../words/organisation.schema.ts';
import { placeInputSchema } from '../words/place.schema.ts';
import { aliasInputSchema, attributeInputSchema, compositionInputSchema, sourceInputSchema, statementInputSchema } from '../words/statement.schema.ts';
import type { Key, RecordSet, Subject } from './pack-types.ts';
import { idsPresent, insertCompositionRows, insertStatementRows, sourcesByTitle } from './statement-rows.store.ts';

/** Records written, by kind; all zero when everything was there. */
export type Written = Record<'sources' | 'attributes' | 'organisations' | 'clusters' | 'places' | 'programmes' | 'lists' | 'statements' | 'compositions', number>;

/** The id that a key has in a space, the same on every machine: UUID v5 in the namespace of the space. */
export const idOfKey = (spaceId: string, kind: string, key: Key): string => idFromName(`${kind}/${key}`, spaceId);

/**
 * Writes a record set into the current space, in the current transaction. Records that are there already, edited or
 * archived since, stay as they are; running it twice changes nothing. The rows must point only at each other, at
 * territories and industries that exist, and at attributes that are here or in the set.
 */
export async function writeRecordSet(context: Context, set: RecordSet, sample: boolean): Promise<Written> {
  const idOf = (kind: string, key: Key) => idOfKey(context.spaceId, kind, key);
  const idOrNull = (kind: string, key: Key | undefined) => (key === undefined ? null : idOf(kind, key));
  const subjectOf = ({ kind, key }: Subject) => ({ subjectKind: kind, subjectId: kind === 'territory' ? key : idOf(kind, key) });
  /** The stores ask the context for a new id; here it is the one of the key. */
  const withId = (id: string): Context => ({ ...context, newId: () => id });
  const missing = async <Row>(table: string, rows: readonly Row[], name: (row: Row) => string): Promise<{ row: Row; id: string }[]> => {
    const named = rows.map((row) => ({ row, id: idOf(table, name(row)) }));
    const present = await idsPresent(context.db, table, named.map(({ id }) => id));
    return named.filter(({ id }) => !present.has(id));
  };

  const titles = await sourcesByTitle(context.db, set.sources.map((source) => source.title));
  const newSources = set.sources.filter((source) => !titles.has(source.title));
  for (const { key, ...source } of newSources) {
    await insertSource(withId(idOf('source', key)), sourceInputSchema.parse(source));
    titles.set(source.title, idOf('source', key));
  }
  const sourceIds = new Map(set.sources.map((source) => [source.key, titles.get(source.title) ?? '']));
  const sourceOf = (key: Key | undefined) => (key === undefined ? null : (sourceIds.get(key) ?? null));
  let attributes = 0;
  for (const attribute of set.attributes) if (await insertAttribute(context, attributeInputSchema.parse(attribute))) attributes += 1;

  const organisations = await missing('organisation', set.organisations, (row) => row.key);
  await insertOrganisations(context, organisations.map(({ row: { key: _, ...row }, id }) => ({ ...organisationInputSchema.parse(row), id, sample })));
  for (const { from, to, ...row } of set.relations) {
    const { otherId, ...relation } = relationInputSchema.parse({ ...row, otherId: idOf('organisation', to) });
    const id = idOf('relation', `${row.kind}/${from}/${to}`);
    await insertRelation(context.db, { ...relation, id, fromId: idOf('organisation', from), toId: otherId });
  }

  const clusters = await missing('cluster', set.clusters, (row) => row.key);
  for (const { row: { key: _, ...row }, id } of clusters) {
    const input = clusterInputSchema.parse(row);
    const territories = await territoriesWithAncestors(context.db, input.territories.map((each) => each.territoryId));
    const industries = await industriesWithAncestors(context.db, input.industryIds);
    if (!territories || !industries) throw new Error(`${row.name.zh ?? ''}: unknown territory or industry`);
    await insertCluster(withId(id), { input, territories, industries, formedFrom: null, sample });
  }
  for (const { row, id } of await missing('membership', set.memberships, (each) => `${each.cluster}/${each.organisation}`)) {
    const { cluster, organisation, ...member } = row;
    await insertMember(withId(id), idOf('cluster', cluster), membershipInputSchema.parse({ ...member, organisationId: idOf('organisation', organisation) }));
  }
  for (const { row, id } of await missing('cluster_organisation', set.clusterOrganisations, (each) => `${each.cluster}/${each.organisation}`)) {
    const { cluster, organisation, host, operator, alliance, bodies = [], ...relation } = row;
    const ids = { organisationId: idOf('organisation', organisation), hostId: idOrNull('organisation', host), operatorId: idOrNull('organisation', operator), allianceId: idOrNull('organisation', alliance) };
    const isNew = await insertClusterOrganisation(withId(id), idOf('cluster', cluster), clusterOrganisationInputSchema.parse({ ...relation, ...ids }));
    for (const [at, { seats = [], ...body }] of isNew ? bodies.entries() : []) {
      const bodyId = idOf('body', `${cluster}/${organisation}/${at}`);
      await insertBody(withId(bodyId), id, bodyInputSchema.parse(body));
      for (const { organisation: sender, ...seat } of seats) await insertSeat(context, bodyId, seatInputSchema.parse({ ...seat, organisationId: idOrNull('organisation', sender) }));
    }
  }

  const places = await missing('place', set.places, (row) => row.key);
  for (const { row, id } of places) {
    const { key: _, operator, parent, clusters: within = [], ...place } = row;
    const links = { operatorId: idOrNull('organisation', operator), parentId: idOrNull('place', parent), clusterIds: within.map((key) => idOf('cluster', key)) };
    const input = placeInputSchema.parse({ ...place, ...links });
    await insertPlace(withId(id), input, (await territoriesWithAncestors(context.db, input.territoryId ? [input.territoryId] : [])) ?? [], sample);
  }
  const programmes = await missing('programme', set.programmes, (row) => row.key);
  for (const { row: { key: _, ...row }, id } of programmes) await insertProgramme(withId(id), programmeInputSchema.parse(row), sample);
  const lists = await missing('list', set.lists, (row) => row.key);
  for (const { row: { key, source, entries, ...row }, id } of lists) {
    await insertList(withId(id), listInputSchema.parse({ ...row, sourceId: sourceOf(source) }), sample);
    for (const [at, { subject, ...entry }] of entries.entries()) {
      const subjectId = subject === undefined ? null : subjectOf({ kind: row.entryKind, key: subject }).subjectId;
      await insertEntry(withId(idOf('list_entry', `${key}/${at}`)), id, listEntryInputSchema.parse({ ...entry, subjectId }));
    }
  }
  for (const { row: { organisation, titleKey, source, ...row }, id } of await missing('title', set.titles, (each) => `${each.organisation}/${each.titleKey}`)) {
    const input = titleInputSchema.parse({ ...row, key: titleKey, sourceId: sourceOf(source) });
    await insertTitle(context.db, { ...input, id, organisationId: idOf('organisation', organisation), sample });
  }

  const statements = await missing('statement', set.statements, ({ subject, attributeKey, period, source, value, text }) => [subject.kind, subject.key, attributeKey, period, source, value, text].join('/'));
  await insertStatementRows(context, statements.map(({ row: { subject, source, ...row }, id }) => ({ ...statementInputSchema.parse({ ...row, ...subjectOf(subject), sourceId: sourceOf(source) }), id })), sample);
  const compositions = await missing('composition', set.compositions, ({ subject, title, period }) => [subject.kind, subject.key, title.zh, period].join('/'));
  await insertCompositionRows(context, compositions.map(({ row: { subject, source, ...row }, id }) => ({ ...compositionInputSchema.parse({ ...row, ...subjectOf(subject), sourceId: sourceOf(source) }), id })), sample);
  for (const { subject, ...row } of set.aliases) {
    const alias = aliasInputSchema.parse({ ...row, ...subjectOf(subject) });
    const isNew = await insertAlias(context.db, { ...alias, id: idOf('alias', `${alias.subjectId}/${alias.name}`) });
    if (isNew) await refreshSearch(context.db, alias.subjectKind, alias.subjectId);
  }
  return {
    sources: newSources.length, attributes, organisations: organisations.length, clusters: clusters.length, places: places.length,
    programmes: programmes.length, lists: lists.length, statements: statements.length, compositions: compositions.length,
  };
}
