import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { collect } from '#platform/module/collect.ts';
import { actingAs, operatorMandate } from '#platform/testing/test-context.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { registryModule } from '../../registry.module.ts';
import { insertOrganisations } from '../../store/organisation-write.store.ts';
import { organisationInputSchema } from '../../words/organisation.schema.ts';

const database = await freshDatabase();

it('inserts 2,000 organisations with sites, in the order they were given', async () => {
  const as = actingAs(collect([registryModule]), database.app, await database.createSpace());
  const rows = Array.from({ length: 2_000 }, (_, at) => ({
    ...organisationInputSchema.parse({ name: { zh: `样例第${at}号精密仪器制造有限公司` }, type: 'enterprise', territoryId: at % 2 ? 'cn:440100' : 'cn:320500', sites: [{ longitude: 113.26, latitude: 23.13, datum: 'gcj02' }] }),
    sample: true,
  }));
  const started = performance.now();
  const ids = await as([operatorMandate], (context) => insertOrganisations(context, rows));
  const took = performance.now() - started;
  const stored = await as([operatorMandate], async (context) => (await sql<{ id: string; zh: string; drawn: boolean }>`select id, name->>'zh' as zh, longitude is not null as drawn from organisation order by id`.execute(context.db)).rows);
  const byId = new Map(stored.map((row) => [row.id, row]));
  expect(ids.map((id) => byId.get(id)?.zh)).toEqual(rows.map((row) => row.name.zh));
  expect(stored.filter((row) => row.drawn).length).toBe(1_000);
  console.log(`2,000 organisations inserted in ${Math.round(took)} ms (aim 2,000)`);
});
