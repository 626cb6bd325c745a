import type { Language } from '#platform/i18n/name.schema.ts';
import type { DeedKind } from './deed-kind.rules.ts';
import type { KeyLimits } from './key-limits.rules.ts';
import type { MandateScope } from './permission.rules.ts';

export interface ActorMandate extends MandateScope {
  id: string;
  organisationId: string | null;
}

/** Set while a deputy acts for somebody: the mandates are then the holder's, cut down to what was handed over. */
export interface Acting {
  deputyId: string;
  /** The holder, whose name stands beside the deputy's wherever the deed is shown. */
  personId: string;
  name: string;
  kinds: readonly DeedKind[];
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
  /** `personId` and `name` stay the deputy's own: the human who acts is never hidden. */
  acting?: Acting | null;
  /** Set when a program calls with an API key: its rights are the owner's, cut down to these. */
  key?: KeyLimits | null;
  /** Signed in only half: the code is still owed, or a second factor has to be enrolled before anything else. */
  pending?: 'code' | 'enrolment' | null;
  /** Came by a one-time link and a code, without a password: nothing that asks for a strong sign-in is open to them. */
  byLink?: boolean;
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
