import { describe, expect, test } from 'vitest';
import { mandateInputSchema } from '../identity.schema.ts';
import { grantFormSchema, scopeKindsOf } from './grant-form.ts';

describe('the form that grants a mandate', () => {
  test.each([
    ['operator', ['space']],
    ['chainLeaderOffice', ['territory', 'cluster']],
    ['expert', ['space']],
    ['nobody', []],
    [undefined, []],
  ])('%s can be given for %j', (role, kinds) => expect(scopeKindsOf(role)).toEqual(kinds));

  test('what it sends is what the contract takes', () => {
    const sent = grantFormSchema.parse({ role: 'clusterStaff', scopeKind: 'cluster', scopeId: 'c1', validUntil: '2999-12-31' });
    expect(sent).toMatchObject({ scopeId: 'c1', organisationId: null, validFrom: null });
    expect(new Date(sent.validUntil ?? '').getHours()).toBe(23);
    expect(mandateInputSchema.safeParse(sent).success).toBe(true);
  });

  test('a representative stands for the organisation itself; a whole space needs no id', () => {
    expect(grantFormSchema.parse({ role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: 'o1' })).toMatchObject({ organisationId: 'o1' });
    expect(grantFormSchema.parse({ role: 'reader', scopeKind: 'space', scopeId: 'left over' })).toMatchObject({ scopeId: null });
  });

  test('an operator carries all powers unless one was unchecked', () => {
    expect(grantFormSchema.parse({ role: 'operator', scopeKind: 'space' })).toMatchObject({ powers: null });
    expect(grantFormSchema.parse({ role: 'operator', scopeKind: 'space', powers: { system: false, security: true } })).toMatchObject({ powers: ['security', 'audit'] });
    expect(grantFormSchema.parse({ role: 'reader', scopeKind: 'space', powers: { system: false } })).toMatchObject({ powers: null });
  });

  test.each([
    [{ role: 'operator', scopeKind: 'space', powers: { system: false, security: false, audit: false } }, 'role'],
    [{ role: 'clusterStaff', scopeKind: 'cluster' }, 'scopeId'],
    [{ role: 'reader', scopeKind: 'space', validFrom: '2999-02-01', validUntil: '2999-01-01' }, 'validUntil'],
    [{ role: 'reader', scopeKind: 'space', validUntil: '2001-01-01' }, 'validUntil'],
    [{ role: 'public', scopeKind: 'space' }, 'role'],
  ])('%j is refused beside %s', (form, path) => {
    const checked = grantFormSchema.safeParse(form);
    expect(checked.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
