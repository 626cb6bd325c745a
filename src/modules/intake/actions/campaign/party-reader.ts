import type { Context } from '#platform/module/module.ts';
import type { StoredParty } from '../../store/party.store.ts';
import type { StoredValue } from '../../store/submission.store.ts';
import type { Release, ReportedValue } from '../../words/party.schema.ts';
import { passGate, type UsePurpose } from '../../words/statistical-gate.rules.ts';
import { actsForHolder } from './holders.ts';
import { isOwnReporter } from './tell.ts';

/** The reader stands for the party itself. */
export const isOwnParty = (context: Pick<Context, 'actor'>, party: StoredParty): boolean => context.actor.mandates.some((mandate) => isOwnReporter(mandate, party));

/** The first level that the reader may decide at, its own before others'. */
export async function levelOfReader(context: Context, party: Pick<StoredParty, 'holders'>): Promise<string | null> {
  const found = await Promise.all(party.holders.map(async (holder) => ({ holder, ...(await actsForHolder(context, holder)) })));
  const allowed = found.filter((each) => each.allowed);
  return (allowed.find((each) => !each.isOnBehalf) ?? allowed[0])?.holder ?? null;
}

/** What this reader wants the party's figures for: its own, to decide about them, or neither. */
export async function purposeOf(context: Context, party: StoredParty): Promise<{ purpose: UsePurpose; holder: string | null }> {
  if (isOwnParty(context, party)) return { purpose: 'own', holder: null };
  const holder = await levelOfReader(context, party);
  return holder ? { purpose: 'reporting', holder } : { purpose: 'otherScreens', holder: null };
}

/** A value as the gate leaves it: closed is neither zero nor empty. */
export function throughGate(value: StoredValue, purpose: UsePurpose, releases: readonly Release[], day: string): ReportedValue {
  const verdict = passGate(value, purpose, releases, day);
  return verdict.open ? { ...value, closed: null } : { ...value, text: null, value: null, operator: null, explanation: null, closed: verdict.why };
}
