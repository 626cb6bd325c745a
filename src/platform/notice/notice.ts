import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';

/** Whom a notice is for. A post means whoever holds it when the notice is worked off; a permission means everyone who may do that to this row. */
export type NoticeAddress = { people: readonly string[] } | { post: string } | { permission: string; facts: ScopeFacts };

/** Something people should hear of. Only what stays inside the product may name the record; messages that leave it say "1 item waits". */
export interface Notice {
  /** `<room>.<name>`, declared in the room's `noticeKinds`; words are `<room>.notice.<name>`. */
  kind: string;
  subject: { kind: string; id: string };
  /** Page inside the product: `/approvals/…`. */
  href: string;
  to: NoticeAddress;
  /** Name of the record at the time. */
  name?: Name;
  params?: Readonly<Record<string, string | number>>;
  /** Instant by which somebody has to act; reminders and escalation follow it. */
  due?: string | null;
  /** Notices of one key replace each other while unread: ten comments are one line. */
  groupKey?: string;
}

/** A kind of notice. Duties and deadlines can't be muted by their reader. */
export interface NoticeKind {
  duty?: boolean;
}
