import { expect, it } from 'vitest';
import { testProduct } from '../test-product.ts';

it('a connection that served a request keeps nothing of its space', async () => {
  const house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
  const cookie = await house.signIn('op');
  const calls = Array.from({ length: 40 }, (_, at) =>
    at % 4 === 0
      ? house.request(cookie, { method: 'POST', url: '/api/v1/people', payload: { name: { en: `Person ${at}` } } })
      : house.request(cookie, { method: 'GET', url: at % 4 === 1 ? '/api/v1/people' : at % 4 === 2 ? '/api/v1/people/0190aaaa-0000-7000-8000-000000000001' : '/api/v1/people?limit=0' }),
  );
  expect(new Set((await Promise.all(calls)).map((response) => response.statusCode))).toEqual(new Set([200, 201, 400, 404]));
  const pool = house.product.database.appPool;
  expect(pool.totalCount).toBeGreaterThan(1);
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()));
  try {
    for (const client of clients) {
      const { rows } = await client.query(`select current_setting('app.space_id', true) as space, (select count(*) from person) as people, current_user as role`);
      expect(rows).toEqual([{ space: expect.toSatisfy((space: unknown) => space === '' || space === null), people: '0', role: 'clusterloom_app' }]);
    }
  } finally {
    for (const client of clients) client.release();
  }
});
