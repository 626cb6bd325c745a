import { expect, it } from 'vitest';
import { modules } from '#modules/index.ts';
import { roleScopes } from '#modules/identity/identity.rules.ts';
import { collect } from '#platform/module/collect.ts';

const { permissions } = collect(modules);

it('nobody can grant more than they hold: only operators grant, and an operator holds everything, over the whole space', () => {
  for (const name of ['mandate.grant', 'mandate.end', 'invitation.create', 'person.create', 'space.create', 'space.remove']) expect([name, permissions[name]]).toEqual([name, { within: ['operator'] }]);
  expect(roleScopes.operator).toEqual(['space']);
  const beyond = Object.entries(permissions).filter(([, permission]) => ![...(permission.within ?? []), ...(permission.open ?? [])].includes('operator'));
  expect(beyond.map(([name]) => name)).toEqual([]);
});

it('without a session nothing is allowed', () => {
  expect(Object.entries(permissions).filter(([, permission]) => [...(permission.within ?? []), ...(permission.open ?? [])].includes('public')).map(([name]) => name)).toEqual([]);
});
