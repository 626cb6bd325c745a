import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { collect } from '#platform/module/collect.ts';
import type { Context } from '#platform/module/module.ts';
import { actingAs, operatorMandate } from '#platform/testing/test-context.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { registryModule } from '../../registry.module.ts';
import { insertRelation } from '../../store/organisation-relation.store.ts';
import { insertOrganisations, refreshOrganisationSearch } from '../../store/organisation-write.store.ts';
import { organisationInputSchema, relationKinds } from '../../words/organisation.schema.ts';
import { compareMerge } from './compare-merge.ts';
import { merge } from './merge-organisation.ts';
import { get, list } from './read-organisation.ts';
import { split } from './split-organisation.ts';

const database = await freshDatabase();
const house = collect([registryModule]);
const nothing = { params: undefined, query: undefined, body: undefined, ifMatch: null };
const newSpace = async () => {
  const as = actingAs(house, database.app, await database.createSpace());
  return <Value>(work: (context: Context) => Promise<Value>) => as([operatorMandate], work);
};
type Act = Awaited<ReturnType<typeof newSpace>>;

const organisations = (act: Act, names: string[], sites = false) =>
  act((context) =>
    insertOrganisations(
      context,
      names.map((zh, at) => organisationInputSchema.parse({ name: { zh }, type: 'enterprise', territoryId: 'cn:440100', sites: sites && at > 0 ? [{ longitude: 113.2 + at / 100, latitude: 23.1, datum: 'gcj02' }] : [] })),
    ),
  );
const mergeInto = (act: Act, organisationId: string, mergedId: string) => act((context) => merge(context, { ...nothing, params: { organisationId }, body: { mergedId } }));
const splitOff = (act: Act, organisationId: string) => act((context) => split(context, { ...nothing, params: { organisationId } }));

/** Every row of every table a merge may touch, apart from how often and when records were written. */
async function everything(context: Context): Promise<unknown> {
  const tables = ['organisation_site', 'organisation_relation', 'title', 'cluster', 'membership', 'cluster_organisation', 'body', 'seat', 'place', 'list_entry', 'statement', 'statement_choice', 'composition', 'alias'];
  const rows: Record<string, unknown> = {};
  for (const table of tables) rows[table] = (await sql`select to_jsonb(t) as row from ${sql.table(table)} t order by id`.execute(context.db)).rows;
  rows['organisation'] = (await sql`select to_jsonb(t) - 'version' - 'updated_at' as row from organisation t order by id`.execute(context.db)).rows;
  return rows;
}

/** Hangs one row of many kinds on organisations drawn from the list. */
async function hang(context: Context, ids: readonly string[], picks: readonly { what: number; who: number; other: number; spot: number }[]): Promise<void> {
  const { db } = context;
  const shelf = await shelves(context);
  for (const { what, who, other, spot } of picks) {
    const [own, next, id] = [ids[who % ids.length] ?? '', ids[other % ids.length] ?? '', context.newId()];
    const cluster = shelf.clusters[spot % shelf.clusters.length] ?? '';
    const kind = relationKinds[spot % relationKinds.length] ?? 'competitor';
    if (what === 0) await sql`insert into membership (space_id, id, cluster_id, organisation_id, class, created_at) values (current_space(), ${id}::uuid, ${cluster}::uuid, ${own}::uuid, 'core', now()) on conflict do nothing`.execute(db);
    if (what === 1) await sql`insert into cluster_organisation (space_id, id, cluster_id, organisation_id, role, legal_form, third_party, non_profit, host_id, created_at) values (current_space(), ${id}::uuid, ${cluster}::uuid, ${own}::uuid, 'other', 'notStated', 'notStated', 'notStated', ${next}::uuid, now()) on conflict do nothing`.execute(db);
    if (what === 2) await sql`insert into title (space_id, id, organisation_id, key) values (current_space(), ${id}::uuid, ${own}::uuid, 'littleGiant')`.execute(db);
    if (what === 3) await sql`insert into list_entry (space_id, id, list_id, subject_id, name_as_listed) values (current_space(), ${id}::uuid, ${shelf.list}::uuid, ${own}, 'x')`.execute(db);
    if (what === 4) await sql`insert into statement (space_id, id, visibility, subject_kind, subject_id, attribute_key, operator, value, source_id, entered_at) values (current_space(), ${id}::uuid, 'open', 'organisation', ${own}, 'staff', '=', ${spot}, ${shelf.source}::uuid, now())`.execute(db);
    if (what === 5) await sql`insert into alias (space_id, id, subject_kind, subject_id, name, language, kind) values (current_space(), ${id}::uuid, 'organisation', ${own}, ${`别名${spot}`}, 'zh-CN', 'short') on conflict do nothing`.execute(db);
    if (what === 6) await sql`insert into place (space_id, id, visibility, kind, name, sort_name, operator_id, created_at, updated_at) values (current_space(), ${id}::uuid, 'open', 'park', '{"zh":"园"}', 'y', ${own}::uuid, now(), now())`.execute(db);
    if (what === 7 && own !== next) await insertRelation(db, { id, fromId: own, toId: next, kind, since: null, until: null, note: null });
  }
  for (const id of ids) await refreshOrganisationSearch(db, id);
}

async function shelves({ db, newId }: Context) {
  const [source, list, ...clusters] = [newId(), newId(), newId(), newId(), newId()];
  await sql`insert into source (space_id, id, title, kind, created_at) values (current_space(), ${source}::uuid, 's', 'other', now())`.execute(db);
  await sql`insert into attribute (space_id, key, name, unit) values (current_space(), 'staff', '{"en":"Staff"}', 'person')`.execute(db);
  await sql`insert into list (space_id, id, visibility, name, sort_name, entry_kind, created_at, updated_at) values (current_space(), ${list}::uuid, 'open', '{"zh":"单"}', 'd', 'organisation', now(), now())`.execute(db);
  for (const id of clusters) await sql`insert into cluster (space_id, id, visibility, name, sort_name, state, created_at, updated_at) values (current_space(), ${id}::uuid, 'open', '{"zh":"群"}', 'q', 'active', now(), now())`.execute(db);
  return { source, list, clusters };
}

describe('merging', () => {
  it('followed by splitting changes nothing, whatever hangs on the records', async () => {
    const pick = fc.record({ what: fc.nat(7), who: fc.nat(3), other: fc.nat(3), spot: fc.nat(6) });
    await fc.assert(
      fc.asyncProperty(fc.array(pick, { maxLength: 30 }), fc.boolean(), async (picks, sites) => {
        const act = await newSpace();
        const ids = await organisations(act, ['样例甲', '样例乙', '样例丙', '样例丁'], sites);
        await act((context) => hang(context, ids, picks));
        const [a = '', b = '', c = ''] = ids;
        const before = await act(everything);
        expect(await mergeInto(act, a, b)).toMatchObject({ ok: true });
        const between = await act(everything);
        expect(await mergeInto(act, a, c)).toMatchObject({ ok: true });
        expect(await splitOff(act, b)).toMatchObject({ ok: false, reason: 'splitLaterFirst', params: { id: c } });
        expect(await splitOff(act, c)).toMatchObject({ ok: true });
        expect(await act(everything)).toEqual(between);
        expect(await splitOff(act, b)).toMatchObject({ ok: true });
        const after = await act(everything);
        expect(after).toEqual(before);
      }),
      { numRuns: 12, seed: 20261122 },
    );
  }, 120_000);

  it('moves what the preview says, keeps the id alive and the name findable', async () => {
    const act = await newSpace();
    const [kept = '', merged = ''] = await organisations(act, ['样例总厂', '样例分厂'], true);
    await act((context) => hang(context, [kept, merged], [{ what: 0, who: 0, other: 0, spot: 0 }, { what: 0, who: 1, other: 0, spot: 0 }, { what: 0, who: 1, other: 0, spot: 1 }, { what: 2, who: 1, other: 0, spot: 0 }, { what: 7, who: 1, other: 0, spot: 0 }]));
    const preview = await act((context) => compareMerge(context, { ...nothing, params: { organisationId: kept }, query: { mergedId: merged } }));
    expect(preview).toMatchObject({ ok: true, value: { aliases: ['样例分厂'], moves: expect.arrayContaining([{ kind: 'memberships', moved: 1, resting: 1 }, { kind: 'titles', moved: 1, resting: 0 }, { kind: 'relations', moved: 0, resting: 1 }, { kind: 'sites', moved: 1, resting: 0 }]) } });
    expect(await mergeInto(act, kept, merged)).toMatchObject({ ok: true, value: { sites: [{ pinVerdict: expect.any(String) }] } });
    expect(await act((context) => get(context, { ...nothing, params: { organisationId: merged } }))).toMatchObject({ ok: true, value: { state: 'merged', mergedInto: { id: kept } } });
    const found = await act((context) => list(context, { ...nothing, query: { q: '分厂', limit: 5, sort: 'name', archived: 'false' } }));
    expect(found.ok && found.value.items.map((item) => item.id)).toEqual([kept]);
    expect(await mergeInto(act, kept, merged)).toMatchObject({ reason: 'recordMerged' });
    expect(await mergeInto(act, kept, kept)).toMatchObject({ reason: 'mergeSelf' });
    expect(await splitOff(act, kept)).toMatchObject({ reason: 'notMerged' });
  });
});
