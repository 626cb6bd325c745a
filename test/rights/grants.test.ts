import { expect, it } from 'vitest';
import { modules } from '#modules/index.ts';
import { roleScopes } from '#modules/identity/identity.rules.ts';
import { collect } from '#platform/module/collect.ts';

const { permissions } = collect(modules);

it('only operators grant, over the whole space, and only those of the power that the deed belongs to', () => {
  for (const name of ['mandate.grant', 'mandate.end', 'invitation.create', 'person.create', 'person.update']) expect([name, permissions[name]]).toEqual([name, { within: ['operator'], power: 'security' }]);
  // A second person only confirms what an operator asked for, and is not bound to the power that asked.
  expect(permissions['mandate.approve']).toEqual({ within: ['operator', 'nationalOfficer'], inPerson: ['operator'], strong: true });
  for (const name of ['space.create', 'space.remove']) expect([name, permissions[name]]).toEqual([name, { within: ['operator'], power: 'system' }]);
  expect(permissions['audit.read']).toEqual({ within: ['operator'], power: 'audit' });
  expect(roleScopes.operator).toEqual(['space']);
  const beyond = Object.entries(permissions).filter(([, permission]) => ![...(permission.within ?? []), ...(permission.open ?? [])].includes('operator'));
  expect(beyond.map(([name]) => name)).toEqual([]);
});

it('without a session nothing is allowed', () => {
  expect(Object.entries(permissions).filter(([, permission]) => [...(permission.within ?? []), ...(permission.open ?? [])].includes('public')).map(([name]) => name)).toEqual([]);
});
