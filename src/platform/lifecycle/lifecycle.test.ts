import { describe, expect, it } from 'vitest';
import { canTransition, defineLifecycle, nextSteps, type Lifecycle } from './lifecycle.rules.ts';

type State = 'draft' | 'sent' | 'closed';
const table: Lifecycle<State> = {
  initial: 'draft',
  states: ['draft', 'sent', 'closed'],
  transitions: [
    { verb: 'send', from: ['draft'], to: 'sent', roles: ['clusterStaff'], requires: ['figuresChecked'] },
    { verb: 'close', from: ['draft', 'sent'], to: 'closed', roles: ['operator'] },
  ],
};

describe('a lifecycle table', () => {
  it('answers yes with the state that follows', () => {
    expect(canTransition(table, 'draft', 'send', ['clusterStaff'], new Set(['figuresChecked']))).toEqual({ allowed: true, to: 'sent' });
  });

  it('answers no with a named reason', () => {
    const reasonOf = (state: State, verb: string, role: 'operator' | 'clusterStaff') => {
      const verdict = canTransition(table, state, verb, [role]);
      return verdict.allowed ? 'allowed' : verdict.reason;
    };
    expect(reasonOf('draft', 'fly', 'operator')).toBe('unknownStep');
    expect(reasonOf('sent', 'send', 'clusterStaff')).toBe('wrongState');
    expect(reasonOf('draft', 'send', 'operator')).toBe('wrongRole');
    expect(canTransition(table, 'draft', 'send', ['clusterStaff'])).toMatchObject({ reason: 'requirementMissing', missing: ['figuresChecked'] });
  });

  it('lists the steps a role can take next', () => {
    expect(nextSteps(table, 'draft', 'operator').map((step) => step.verb)).toEqual(['close']);
    expect(nextSteps(table, 'closed', 'operator')).toEqual([]);
  });

  it('refuses tables that cannot be meant', () => {
    const change = (transitions: Lifecycle<State>['transitions']) => () => defineLifecycle({ ...table, transitions });
    expect(defineLifecycle(table)).toBe(table);
    expect(change([{ verb: 'send', from: ['draft'], to: 'sent', roles: [] }])).toThrow('cannot reach: closed');
    expect(change([...table.transitions, { verb: 'close', from: ['draft'], to: 'sent', roles: [] }])).toThrow('two ways');
    expect(change([{ verb: 'send', from: ['draft'], to: 'lost' as State, roles: [] }])).toThrow('unknown state: lost');
  });
});
