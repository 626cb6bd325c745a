import { promotionFunctions } from './cluster.schema.ts';
import type { ClusterOrganisation } from './cluster.schema.ts';
import { sectors } from './organisation.schema.ts';
import type { Ref } from './record.schema.ts';
import type { ClusterStructure, Ring } from './structure.schema.ts';

/** One or two industrial alliances go with one cluster; none, or more, is worth a word and never refused. */
const mostAlliances = 2;

type Answers = ClusterStructure['posts']['fullTime'];
const answersOf = (values: readonly (boolean | null)[]): Answers => ({
  yes: values.filter((value) => value === true).length,
  no: values.filter((value) => value === false).length,
  notStated: values.filter((value) => value === null).length,
});

function countBy<Key extends string | null>(keys: readonly Key[]): { key: Key; count: number }[] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count })).toSorted((a, b) => b.count - a.count || String(a.key).localeCompare(String(b.key)));
}

const unique = (refs: readonly Ref[]): Ref[] => [...new Map(refs.map((ref) => [ref.id, ref])).values()];
const inForce = (term: { since: string | null; until: string | null }, on: string) => (term.since === null || term.since <= on) && (term.until === null || term.until >= on);

/** Who answers for which field, directly or through a sub-organisation; a field is the same whatever its spaces and case. */
function fieldsOf(relations: readonly ClusterOrganisation[]): ClusterStructure['fields'] {
  const found = new Map<string, ClusterStructure['fields'][number]>();
  const put = (field: string | null, by: Ref, sub: boolean) => {
    if (field === null) return;
    const key = field.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase();
    const entry = found.get(key) ?? { field, by: [], subOrganisations: 0 };
    found.set(key, { ...entry, by: unique([...entry.by, by]), subOrganisations: entry.subOrganisations + (sub ? 1 : 0) });
  };
  for (const relation of relations) {
    put(relation.field, relation.organisation, false);
    for (const sub of relation.subOrganisations) put(sub.field, relation.organisation, true);
  }
  return [...found.values()];
}

/**
 * What the organisations of a cluster that are in office on a day make together. Unknown stays unknown: a post that does
 * not say whether it is full-time counts as "not stated", and a country is foreign to nobody until it is known.
 */
export function structureOf(all: readonly ClusterOrganisation[], memberAlliances: readonly Ref[], rings: readonly Ring[], on: string): ClusterStructure {
  const relations = all.filter((relation) => inForce(relation, on));
  const bodies = relations.flatMap((relation) => relation.bodies);
  const seats = bodies.flatMap((body) => body.seats).filter((seat) => inForce(seat, on));
  const posts = bodies.filter((body) => body.slot === 'run').flatMap((body) => body.seats).filter((seat) => inForce(seat, on));
  const subs = relations.flatMap((relation) => relation.subOrganisations);
  const alliances = unique([...relations.flatMap((relation) => (relation.alliance ? [relation.alliance] : [])), ...memberAlliances]);
  return {
    organisations: relations.length,
    functions: promotionFunctions.map((key) => ({ function: key, by: relations.filter((relation) => relation.functions.includes(key)).map((relation) => relation.organisation) })),
    fields: fieldsOf(relations),
    undivided: relations.filter((relation) => relation.functions.length === 0 && relation.function === null && relation.field === null).map((relation) => relation.organisation),
    subOrganisations: { total: subs.length, named: subs.filter((sub) => sub.organisation).length, withoutField: subs.filter((sub) => sub.field === null).length },
    emptySlots: relations.filter((relation) => relation.emptySlots.length > 0).map((relation) => ({ organisation: relation.organisation, slots: relation.emptySlots })),
    seats: {
      total: seats.length,
      bySector: countBy(seats.map((seat) => sectors.find((sector) => sector === seat.sector) ?? null)).map(({ key, count }) => ({ sector: key, count })),
      missingSectors: seats.length === 0 ? [] : sectors.filter((sector) => seats.every((seat) => seat.sector !== sector)),
      byCountry: countBy(seats.map((seat) => seat.country)).map(({ key, count }) => ({ country: key, count })),
    },
    posts: {
      total: posts.length,
      fullTime: answersOf(posts.map((seat) => seat.fullTime)),
      hiredFromMarket: answersOf(posts.map((seat) => seat.hiredFromMarket)),
      certified: posts.filter((seat) => seat.certificate !== null).length,
    },
    alliances: { items: alliances, verdict: alliances.length === 0 ? 'none' : alliances.length > mostAlliances ? 'tooMany' : 'inRange' },
    rings: [...rings],
  };
}
