import { describe, expect, it } from 'vitest';
import { deedKindOf } from '#platform/auth/deed-kind.rules.ts';
import { areTwoPeople, approvalStateAt, canDecide, mandateDeeds, type Side } from './approval.rules.ts';
import { canNameDeputy, mandatesForDeputy } from './deputy.rules.ts';

const self = (personId: string): Side => ({ personId, forPersonId: null });
const acting = (personId: string, forPersonId: string): Side => ({ personId, forPersonId });

type Rule = typeof areTwoPeople;
/** Asker, decider, whom it is about, and whether that makes two people. */
const cases: readonly [Side, Side, string[], ReturnType<Rule>][] = [
  [self('a'), self('b'), [], 'yes'],
  [self('a'), self('a'), [], 'samePerson'],
  [self('a'), acting('b', 'a'), [], 'samePerson'],
  [self('a'), acting('a', 'b'), [], 'samePerson'],
  [acting('a', 'b'), self('b'), [], 'samePerson'],
  [acting('a', 'b'), self('a'), [], 'samePerson'],
  [acting('a', 'b'), acting('c', 'b'), [], 'samePerson'],
  [acting('a', 'b'), acting('b', 'c'), [], 'samePerson'],
  [acting('a', 'b'), acting('c', 'd'), [], 'yes'],
  [self('a'), self('b'), ['b'], 'concerned'],
  [self('a'), acting('c', 'b'), ['b'], 'concerned'],
  [self('a'), acting('b', 'c'), ['b'], 'concerned'],
  [self('a'), self('b'), ['a'], 'yes'],
];
const answers = (rule: Rule): string[] => cases.map(([asker, decider, concerned]) => rule(asker, decider, concerned));

/** Ways to get the rule wrong; each has to be noticed by the cases above. */
const mutants: Readonly<Record<string, Rule>> = {
  'only those who act': (a, b, concerned = []) => areTwoPeople(self(a.personId), self(b.personId), concerned),
  'only those acted for': (a, b, concerned = []) => areTwoPeople(self(a.forPersonId ?? a.personId), self(b.forPersonId ?? b.personId), concerned),
  'forgets whom the asker acts for': (a, b, concerned = []) => areTwoPeople(self(a.personId), b, concerned),
  'forgets whom the decider acts for': (a, b, concerned = []) => areTwoPeople(a, self(b.personId), concerned),
  'forgets whom it is about': (a, b) => areTwoPeople(a, b, []),
  'asks only the acting human whom it is about': (a, b, concerned = []) => (areTwoPeople(a, b) === 'yes' && concerned.includes(b.personId) ? 'concerned' : areTwoPeople(a, b)),
  'anybody will do': () => 'yes',
  'swaps the refusals': (a, b, concerned = []) => ({ yes: 'yes', samePerson: 'concerned', concerned: 'samePerson' } as const)[areTwoPeople(a, b, concerned)],
};

describe('two people', () => {
  it('are nobody on both sides, in person or through a deputy', () => {
    expect(answers(areTwoPeople)).toEqual(cases.map((each) => each[3]));
  });

  it.each(Object.keys(mutants))('a wrong rule is noticed: %s', (name) => {
    expect(answers(mutants[name] as Rule)).not.toEqual(cases.map((each) => each[3]));
  });
});

describe('an approval', () => {
  it('moves only along its table', () => {
    expect(canDecide('requested', 'approve', new Set(['secondPerson', 'unchanged']))).toEqual({ allowed: true, to: 'approved' });
    expect(canDecide('requested', 'approve', new Set(['secondPerson']))).toMatchObject({ allowed: false, reason: 'requirementMissing' });
    for (const state of ['approved', 'rejected', 'withdrawn', 'expired'] as const) expect(canDecide(state, 'approve', new Set(['secondPerson', 'unchanged']))).toMatchObject({ allowed: false, reason: 'wrongState' });
  });

  it('lapses at its instant', () => {
    expect([approvalStateAt({ state: 'requested', dueAt: '2' }, '1'), approvalStateAt({ state: 'requested', dueAt: '2' }, '2'), approvalStateAt({ state: 'approved', dueAt: '2' }, '3')]).toEqual(['requested', 'expired', 'approved']);
  });

  it('is needed for rights over the whole space and for pushing an operator out, not for giving up one’s own', () => {
    expect(mandateDeeds.grant({ role: 'operator', scopeKind: 'space' })).toBe(true);
    expect(mandateDeeds.grant({ role: 'reader', scopeKind: 'space' })).toBe(false);
    expect(mandateDeeds.end({ role: 'operator', personId: 'a' }, self('b'))).toBe(true);
    expect(mandateDeeds.end({ role: 'operator', personId: 'a' }, self('a'))).toBe(false);
  });
});

describe('a deputy', () => {
  const operator = { id: 'o', role: 'operator' as const, scopeKind: 'space' as const, scopeId: null, powers: null };
  const officer = { id: 't', role: 'territorialOfficer' as const, scopeKind: 'territory' as const, scopeId: 'cn:440000' };

  it('gets what is held, without the security power', () => {
    expect(mandatesForDeputy([operator, officer], null)).toEqual([{ ...operator, powers: ['system', 'audit'] }, officer]);
    expect(mandatesForDeputy([{ ...operator, powers: ['security' as const] }], null)).toEqual([]);
    expect(mandatesForDeputy([operator, officer], 't')).toEqual([officer]);
    expect(mandatesForDeputy([officer], 'gone')).toEqual([]);
  });

  it('does kinds of deed that follow from the permission’s verb; an unknown verb decides', () => {
    expect(['person.read', 'organisation.update', 'mandate.approve', 'thing.unheardof'].map(deedKindOf)).toEqual(['read', 'work', 'decide', 'decide']);
  });

  it('is somebody else, who can sign in, for a time that lies ahead', () => {
    const input = { holderId: null, deputyPersonId: 'b', kinds: ['read' as const], mandateId: null, validFrom: null, validUntil: '2026-12-01T00:00:00.000Z', reason: null };
    const facts = { deputySignsIn: true, heldMandates: ['t'] };
    const now = '2026-11-22T00:00:00.000Z';
    expect(canNameDeputy(input, 'a', now, facts)).toEqual({ allowed: true });
    expect(canNameDeputy(input, 'b', now, facts)).toMatchObject({ reason: 'ownDeputy' });
    expect(canNameDeputy({ ...input, validUntil: now }, 'a', now, facts)).toMatchObject({ reason: 'periodOver' });
    expect(canNameDeputy({ ...input, mandateId: 'x' }, 'a', now, facts)).toMatchObject({ reason: 'mandateNotHeld' });
  });
});
