/**
 * A lifecycle is one data table: for each target state, where it may come from, who may make the step and what
 * it requires. The API and the screens read the same table; no status is checked by an `if` anywhere else.
 */
import type { Role } from '../auth/permission.rules.ts';

export interface Transition<State extends string> {
  /** The verb, also the name of the permission's last part: `archive`. */
  verb: string;
  from: readonly State[];
  to: State;
  roles: readonly Role[];
  /** Names of requirements that the room checks; each has a message `<room>.requires.<name>`. */
  requires?: readonly string[];
}

export interface Lifecycle<State extends string> {
  initial: State;
  states: readonly State[];
  transitions: readonly Transition<State>[];
}

export type TransitionVerdict<State extends string> =
  | { allowed: true; to: State }
  | { allowed: false; reason: 'unknownStep' | 'wrongState' | 'wrongRole' | 'requirementMissing'; missing?: string[] };

/** Refuses tables with unreachable states, unknown states or two ways to read the same step. */
export function defineLifecycle<State extends string>(lifecycle: Lifecycle<State>): Lifecycle<State> {
  const known = new Set<string>(lifecycle.states);
  const reached = new Set<string>([lifecycle.initial]);
  const steps = new Set<string>();
  for (const transition of lifecycle.transitions) {
    for (const state of [...transition.from, transition.to]) {
      if (!known.has(state)) throw new Error(`lifecycle names an unknown state: ${state}`);
    }
    for (const from of transition.from) {
      const step = `${from} ${transition.verb}`;
      if (steps.has(step)) throw new Error(`lifecycle has two ways to read: ${step}`);
      steps.add(step);
    }
  }
  for (let grew = true; grew; ) {
    const before = reached.size;
    for (const { from, to } of lifecycle.transitions) if (from.some((state) => reached.has(state))) reached.add(to);
    grew = reached.size > before;
  }
  const unreachable = lifecycle.states.filter((state) => !reached.has(state));
  if (unreachable.length > 0) throw new Error(`lifecycle cannot reach: ${unreachable.join(', ')}`);
  return lifecycle;
}

export function nextSteps<State extends string>(lifecycle: Lifecycle<State>, state: State, role: Role): Transition<State>[] {
  return lifecycle.transitions.filter((step) => step.from.includes(state) && step.roles.includes(role));
}

export function canTransition<State extends string>(
  lifecycle: Lifecycle<State>,
  state: State,
  verb: string,
  heldRoles: readonly Role[],
  fulfilled: ReadonlySet<string> = new Set(),
): TransitionVerdict<State> {
  const byVerb = lifecycle.transitions.filter((step) => step.verb === verb);
  if (byVerb.length === 0) return { allowed: false, reason: 'unknownStep' };
  const step = byVerb.find((candidate) => candidate.from.includes(state));
  if (!step) return { allowed: false, reason: 'wrongState' };
  if (!step.roles.some((role) => heldRoles.includes(role))) return { allowed: false, reason: 'wrongRole' };
  const missing = (step.requires ?? []).filter((name) => !fulfilled.has(name));
  return missing.length > 0 ? { allowed: false, reason: 'requirementMissing', missing } : { allowed: true, to: step.to };
}
