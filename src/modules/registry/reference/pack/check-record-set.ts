import type { z } from 'zod';
import { bodyInputSchema, clusterInputSchema } from '../../words/cluster.schema.ts';
import { programmeInputSchema } from '../../words/list.schema.ts';
import { organisationInputSchema, organisationSubtypes } from '../../words/organisation.schema.ts';
import { placeInputSchema, placeSubtypes } from '../../words/place.schema.ts';
import { attributeInputSchema, sourceInputSchema } from '../../words/statement.schema.ts';
import type { RecordSet, Subject } from './pack-types.ts';

/** Rows that the registry's own input schemas refuse, and sub-types that belong to another type; empty when all is well. */
export function invalidRows(set: RecordSet): string[] {
  const issues = (schema: z.ZodType, rows: readonly object[]) =>
    rows.flatMap((row) => {
      const { key, operator, parent, clusters, ...input } = row as Record<string, unknown>;
      const answer = schema.safeParse(schema === attributeInputSchema ? row : input);
      return answer.success ? [] : [`${String(key)}: ${answer.error.message}`];
    });
  const strayTypes = [
    ...set.organisations.filter((row) => row.subtype && !(organisationSubtypes[row.type] as readonly string[]).includes(row.subtype)),
    ...set.places.filter((row) => row.subtype && !(placeSubtypes[row.kind] as readonly string[]).includes(row.subtype)),
  ].map((row) => `${row.key}: ${row.subtype}`);
  return [
    ...issues(sourceInputSchema, set.sources),
    ...issues(attributeInputSchema, set.attributes),
    ...issues(organisationInputSchema, set.organisations),
    ...issues(clusterInputSchema, set.clusters),
    ...issues(placeInputSchema, set.places),
    ...issues(programmeInputSchema, set.programmes),
    ...set.clusterOrganisations.flatMap((row) => issues(bodyInputSchema, (row.bodies ?? []).map(({ slot, name, note }) => ({ slot, name, note })))),
    ...strayTypes,
  ];
}

/** Keys that are used twice or that name nothing in the set. */
export function danglingKeys(set: RecordSet): string[] {
  const known = {
    organisation: new Set(set.organisations.map((row) => row.key)),
    cluster: new Set(set.clusters.map((row) => row.key)),
    place: new Set(set.places.map((row) => row.key)),
    programme: new Set(set.programmes.map((row) => row.key)),
    source: new Set(set.sources.map((row) => row.key)),
    attribute: new Set(set.attributes.map((row) => row.key)),
  };
  const lost: string[] = [];
  const need = (kind: keyof typeof known, key: string | undefined) => {
    if (key !== undefined && !known[kind].has(key)) lost.push(`${kind} ${key}`);
  };
  const subject = ({ kind, key }: Subject) => {
    if (kind !== 'territory') need(kind, key);
  };
  for (const rows of [set.organisations, set.clusters, set.places, set.programmes, set.sources, set.attributes, set.lists]) {
    const keys = rows.map((row) => row.key);
    lost.push(...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `twice ${key}`));
  }
  for (const { from, to } of set.relations) [from, to].forEach((key) => need('organisation', key));
  for (const row of set.memberships) {
    need('cluster', row.cluster);
    need('organisation', row.organisation);
  }
  for (const row of set.clusterOrganisations) {
    need('cluster', row.cluster);
    for (const key of [row.organisation, row.host, row.operator, row.alliance]) need('organisation', key);
    for (const seat of (row.bodies ?? []).flatMap((body) => body.seats ?? [])) need('organisation', seat.organisation);
  }
  for (const row of set.places) {
    need('organisation', row.operator);
    need('place', row.parent);
    for (const key of row.clusters ?? []) need('cluster', key);
  }
  for (const list of set.lists) {
    need('source', list.source);
    for (const entry of list.entries) if (entry.subject !== undefined) subject({ kind: list.entryKind, key: entry.subject });
  }
  for (const row of set.titles) {
    need('organisation', row.organisation);
    need('source', row.source);
  }
  for (const row of set.checklists) {
    need('source', row.source);
    for (const key of row.attributes) need('attribute', key);
  }
  for (const row of set.statements) {
    subject(row.subject);
    need('attribute', row.attributeKey);
    need('source', row.source);
  }
  for (const row of set.compositions) {
    subject(row.subject);
    need('source', row.source);
  }
  for (const row of set.aliases) subject(row.subject);
  return lost;
}
