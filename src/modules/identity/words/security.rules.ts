import type { MandateScope, Role } from '#platform/auth/permission.rules.ts';

export interface SignInRules {
  /** Roles that may not work without a second factor. */
  factorRoles: readonly Role[];
  idleMinutes: number;
  absoluteHours: number;
  /** Wrong tries after which an account rests. */
  lockAfter: number;
}

export const defaultRules: SignInRules = { factorRoles: [], idleMinutes: 720, absoluteHours: 336, lockAfter: 10 };
export const ruleBounds = { idleMinutes: [5, 1440], absoluteHours: [1, 720], lockAfter: [3, 50] } as const;

export const halfSignInMinutes = 5;
/** A working day for whoever came by a link. */
export const linkSignInMinutes = 480;
export const codeTriesAllowed = 5;
export const recoveryCodeCount = 10;
export const keyDaysMost = 365;
/** Where there is no password to ask for again, a sign-in this fresh stands for it. */
export const freshMinutes = 10;

/** Instants are ISO texts in UTC, which sort like time. A session is good while it is neither ended, nor past its last day, nor idle too long. */
export function isSessionGood(session: { createdAt: string; expiresAt: string; lastSeenAt: string; endedAt: string | null }, rules: Pick<SignInRules, 'idleMinutes' | 'absoluteHours'>, now: string): boolean {
  const since = (instant: string): number => Date.parse(now) - Date.parse(instant);
  return session.endedAt === null && session.expiresAt > now && since(session.lastSeenAt) < rules.idleMinutes * 60_000 && since(session.createdAt) < rules.absoluteHours * 3_600_000;
}

export function owesFactor(mandates: readonly Pick<MandateScope, 'role'>[], rules: Pick<SignInRules, 'factorRoles'>): boolean {
  return mandates.some((mandate) => rules.factorRoles.includes(mandate.role));
}

export interface Tries {
  failed: number;
  failedAt: string | null;
  lockedUntil: string | null;
}
export const noTries: Tries = { failed: 0, failedAt: null, lockedUntil: null };

const day = 86_400_000;

export function isLocked(tries: Tries, now: string): boolean {
  return tries.lockedUntil !== null && tries.lockedUntil > now;
}

/** The first lock lasts a minute and each further wrong try doubles it, up to a day. A day without wrong tries is forgiven. */
export function afterWrongTry(tries: Tries, lockAfter: number, now: string): Tries {
  const at = Date.parse(now);
  const isOld = tries.failedAt === null || at - Date.parse(tries.failedAt) > day;
  const failed = (isOld ? 0 : tries.failed) + 1;
  const minutes = failed < lockAfter ? 0 : 2 ** Math.min(failed - lockAfter, 11);
  const lockedUntil = minutes === 0 ? null : new Date(at + Math.min(minutes * 60_000, day)).toISOString();
  return { failed, failedAt: now, lockedUntil };
}

export interface DeviceWords {
  browser: string | null;
  system: string | null;
}

const browsers = [['Edge', /Edg(?:e|A|iOS)?\//], ['Opera', /OPR\//], ['WeChat', /MicroMessenger\//], ['DingTalk', /DingTalk\//], ['Firefox', /Firefox\/|FxiOS\//], ['Chrome', /Chrome\/|CriOS\//], ['Safari', /Safari\//]] as const;
const systems = [['HarmonyOS', /HarmonyOS|OpenHarmony/], ['Android', /Android/], ['iOS', /iPhone|iPad/], ['Windows', /Windows/], ['macOS', /Mac OS X|Macintosh/], ['Linux', /Linux|X11/]] as const;

/** Enough to recognise one's own device by; null where the header says nothing known. */
export function deviceOf(userAgent: string | null): DeviceWords {
  const text = userAgent ?? '';
  return { browser: browsers.find(([, pattern]) => pattern.test(text))?.[0] ?? null, system: systems.find(([, pattern]) => pattern.test(text))?.[0] ?? null };
}
