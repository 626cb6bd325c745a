import type { Language } from '#platform/i18n/name.schema.ts';
import type { KeyLimits } from './key-limits.rules.ts';
import type { MandateScope } from './permission.rules.ts';

export interface ActorMandate extends MandateScope {
  id: string;
  organisationId: string | null;
}

/** Who is asking. Mandates are those in force at this instant; an ended one is simply not here any more. */
export interface Actor {
  accountId: string | null;
  personId: string | null;
  sessionId: string | null;
  spaceId: string | null;
  name: string;
  language: Language | null;
  mandates: readonly ActorMandate[];
  /** Set when a program calls with an API key: its rights are the owner's, cut down to these. */
  key?: KeyLimits | null;
  /** Signed in only half: the code is still owed, or a second factor has to be enrolled before anything else. */
  pending?: 'code' | 'enrolment' | null;
}

export const anonymous: Actor = {
  accountId: null,
  personId: null,
  sessionId: null,
  spaceId: null,
  name: '',
  language: null,
  mandates: [{ id: '', organisationId: null, role: 'public', scopeKind: 'space', scopeId: null }],
};
