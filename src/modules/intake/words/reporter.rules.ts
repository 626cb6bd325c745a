import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import type { Role } from '#platform/auth/permission.rules.ts';
import { collectors } from './form.rules.ts';

const withClerks: readonly Role[] = [...collectors, 'organisationRepresentative'];

export const reporterPermissions = definePermissions({
  'reporter.read': { within: withClerks },
  'reporter.create': { within: collectors },
  /** Who leaves names who comes next: the office, or a clerk of the firm. */
  'reporter.update': { within: withClerks },
  'reporter.invite': { within: collectors },
});

export const linkDays = 14;
export const codeMinutes = 10;
export const codeTriesMost = 5;
export const codesMost = 5;
export const codeRestSeconds = 60;
/** Letters in one sheet; a page longer than that is no page any more. */
export const lettersMost = 500;

/** Spaces, dashes and the country's own prefix go: one number is written in one way. Null where it is none. */
export function readPhone(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s().-]/g, '').replace(/^(?:\+|00)86(?=1\d{10}$)/, '');
  return /^\+?\d{5,20}$/.test(plain) ? plain : null;
}

export function readMail(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  return plain.length <= 200 && /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(plain) ? plain : null;
}

/** Enough to know one's own, too little to learn another's. */
export const maskPhone = (phone: string): string => `•••• ${phone.slice(-2)}`;
export const maskMail = (mail: string): string => `${mail.slice(0, 1)}•••@${mail.split('@')[1] ?? ''}`;

/** Whether another code may go out: not at once again, and not without end. */
export function canSendCode(link: { codesSent: number; codeSentAt: string | null }, now: Date): { allowed: true } | { allowed: false; reason: 'codeTooSoon' | 'codesUsedUp' } {
  if (link.codeSentAt !== null && now.getTime() - Date.parse(link.codeSentAt) < codeRestSeconds * 1000) return { allowed: false, reason: 'codeTooSoon' };
  return link.codesSent >= codesMost ? { allowed: false, reason: 'codesUsedUp' } : { allowed: true };
}
