import { expect, it } from 'vitest';
import { testProduct } from '../test-product.ts';

it('a mandate over a city group or macro-region reaches its members and nothing beside them', async () => {
  const house = await testProduct();
  const spaceId = await house.newSpace();
  await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
  const operator = await house.signIn('op');
  const add = async (zh: string, territoryId: string): Promise<void> => {
    const made = await house.request(operator, { method: 'POST', url: '/api/v1/organisations', payload: { name: { zh }, type: 'enterprise', territoryId, visibility: 'internal' } });
    expect(made.statusCode, made.body).toBe(201);
  };
  await add('深圳企业', 'cn:440300');
  await add('长沙企业', 'cn:430100');
  for (const [login, scopeId, seen] of [['bay', 'cn-group:greater-bay-area', '深圳企业'], ['central', 'cn-region:central', '长沙企业']] as const) {
    await house.addUser(spaceId, login, { role: 'territorialOfficer', scopeKind: 'territory', scopeId });
    const cookie = await house.signIn(login);
    const { items, total } = (await house.request(cookie, { method: 'GET', url: '/api/v1/organisations' })).json();
    expect([items.map((item: { name: { zh: string } }) => item.name.zh), total]).toEqual([[seen], 1]);
    const { mandates } = (await house.request(cookie, { method: 'GET', url: '/api/v1/session' })).json();
    expect(mandates).toMatchObject([{ scopeId, scopeName: { zh: expect.stringMatching(/粤港澳大湾区|中部地区/) } }]);
  }
});
