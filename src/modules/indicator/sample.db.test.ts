import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { registryModule } from '#modules/registry/index.ts';
import { inSpace } from '#platform/db/in-space.ts';
import { testProduct } from '../../../test/test-product.ts';
import { loadSample } from './sample/load-sample.ts';

it('puts generated figures on generated records only, and marks them', async () => {
  const house = await testProduct();
  const space = await house.newSpace(async (context) => {
    await registryModule.seed?.(context);
    await loadSample(context);
  });
  const count = async (where: string): Promise<number> => (await inSpace(house.product.database.app, space, (db) => sql<{ count: number }>`select count(*)::int as count from observation o where ${sql.raw(where)}`.execute(db))).rows[0]?.count ?? -1;
  expect(await count('o.sample')).toBeGreaterThan(200);
  expect(await count('not o.sample')).toBe(0);
  expect(await count(`o.subject_kind = 'cluster' and not exists (select 1 from cluster c where c.id = o.subject_id::uuid and c.sample)`)).toBe(0);
  expect(await count(`o.subject_kind = 'organisation' and not exists (select 1 from organisation c where c.id = o.subject_id::uuid and c.sample)`)).toBe(0);
  expect(await count(`o.subject_kind not in ('cluster', 'organisation')`)).toBe(0);
  expect(await count(`o.source_id is null or not exists (select 1 from source s where s.id = o.source_id and position('样例' in s.title) > 0)`)).toBe(0);
}, 120_000);
