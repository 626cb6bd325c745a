import type { Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle } from '#platform/lifecycle/lifecycle.rules.ts';
import { registryPermissions } from '../registry.rules.ts';

/** Where a record of the register stands. Whether the organisation itself still exists is another question. */
export const recordStates = ['active', 'archived', 'merged'] as const;
export type RecordState = (typeof recordStates)[number];

const archivers = registryPermissions['organisation.archive'].within;
const mergers = registryPermissions['organisation.merge'].within;

export const organisationLifecycle = defineLifecycle<RecordState>({
  initial: 'active',
  states: recordStates,
  transitions: [
    { verb: 'archive', from: ['active'], to: 'archived', roles: archivers },
    { verb: 'restore', from: ['archived'], to: 'active', roles: archivers },
    { verb: 'merge', from: ['active'], to: 'merged', roles: mergers },
    { verb: 'split', from: ['merged'], to: 'active', roles: mergers },
  ],
});

export function recordStateOf(record: { state: string; archivedAt: string | null }): RecordState {
  if (record.state === 'merged') return 'merged';
  return record.archivedAt === null ? 'active' : 'archived';
}

/** Why a record that stands elsewhere refuses: named after where it stands, or after what it is not. */
const refusals = {
  archive: { archived: 'alreadyArchived', merged: 'recordMerged' },
  restore: { active: 'notArchived', merged: 'recordMerged' },
  merge: { archived: 'alreadyArchived', merged: 'recordMerged' },
  split: { active: 'notMerged', archived: 'notMerged' },
} as const satisfies Record<string, Partial<Record<RecordState, string>>>;

export type OrganisationVerb = keyof typeof refusals;
export type StepRefusal = 'alreadyArchived' | 'notArchived' | 'recordMerged' | 'notMerged' | 'notAllowed';

/** Null when the step may be made, else the reason. */
export function refusalOf(record: { state: string; archivedAt: string | null }, verb: OrganisationVerb, heldRoles: readonly Role[]): StepRefusal | null {
  const state = recordStateOf(record);
  const verdict = canTransition(organisationLifecycle, state, verb, heldRoles);
  if (verdict.allowed) return null;
  if (verdict.reason !== 'wrongState') return 'notAllowed';
  const reasons: Partial<Record<RecordState, StepRefusal>> = refusals[verb];
  return reasons[state] ?? 'notAllowed';
}

/** Only a record that stands in the register can be edited. */
export function editRefusalOf(record: { state: string; archivedAt: string | null }): 'alreadyArchived' | 'recordMerged' | null {
  const state = recordStateOf(record);
  return state === 'archived' ? 'alreadyArchived' : state === 'merged' ? 'recordMerged' : null;
}
