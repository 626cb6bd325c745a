import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { can, covers, isEmptyScope, powers, roles, scopeKinds, scopeOf, visibilities, type MandateScope, type Permission, type ScopeFacts } from './permission.rules.ts';

const ids = fc.constantFrom('a', 'b', 'c');
const mandate: fc.Arbitrary<MandateScope> = fc
  .record({ role: fc.constantFrom(...roles), scopeKind: fc.constantFrom(...scopeKinds), scopeId: ids, powers: fc.option(fc.subarray([...powers])) })
  .map((given) => (given.scopeKind === 'space' ? { ...given, scopeId: null } : given));
const mandates = fc.array(mandate, { maxLength: 4 });
const someRoles = fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 4 });
const permission: fc.Arbitrary<Permission> = fc.record({ open: someRoles, within: someRoles, power: fc.constantFrom(...powers) }, { requiredKeys: ['open', 'within'] });
const list = fc.uniqueArray(ids, { maxLength: 3 });
const facts: fc.Arbitrary<ScopeFacts> = fc.record({ visibility: fc.constantFrom(...visibilities), territories: list, clusters: list, organisations: list, chains: list, programmes: list });

describe('one rule, two readings', () => {
  it('a row is allowed exactly when the scope covers it', () => {
    fc.assert(fc.property(mandates, permission, facts, (held, rule, row) => can(held, rule, row) === covers(scopeOf(held, rule), row)));
  });

  it('another mandate never takes a right away', () => {
    fc.assert(fc.property(mandates, mandate, permission, facts, (held, more, rule, row) => !can(held, rule, row) || can([...held, more], rule, row)));
  });

  it('a power narrows operators and nobody else, and only where the rule names one', () => {
    fc.assert(
      fc.property(mandates, permission, facts, (held, rule, row) => {
        const whole = held.map((each) => ({ ...each, powers: null }));
        const carrying = whole.filter((_, at) => rule.power === undefined || held[at]?.role !== 'operator' || !held[at].powers || held[at].powers.includes(rule.power));
        return can(held, rule, row) === can(carrying, { open: rule.open ?? [], within: rule.within ?? [] }, row);
      }),
    );
    const audit: MandateScope = { role: 'operator', scopeKind: 'space', scopeId: null, powers: ['audit'] };
    const open: ScopeFacts = { visibility: 'open', territories: [], clusters: [], organisations: [] };
    expect(powers.map((power) => can([audit], { within: ['operator'], power }, open))).toEqual([false, false, true]);
  });

  it('an empty scope covers nothing, and nobody has rights without a rule or a mandate', () => {
    fc.assert(
      fc.property(mandates, permission, facts, (held, rule, row) => {
        const scope = scopeOf(held, rule);
        return (!isEmptyScope(scope) || !covers(scope, row)) && !can(held, undefined, row) && !can([], rule, row);
      }),
    );
  });

  it('a role named nowhere in the rule gives nothing', () => {
    expect(can([{ role: 'expert', scopeKind: 'space', scopeId: null }], { within: ['operator'] }, { visibility: 'open', territories: [], clusters: [], organisations: [] })).toBe(false);
  });
});
