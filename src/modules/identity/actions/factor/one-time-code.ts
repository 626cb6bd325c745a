import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Context } from '#platform/module/module.ts';
import { acceptStep, lockFactor, useCode } from '../../store/factor-store.ts';
import { recoveryCodeCount } from '../../words/security.rules.ts';

/** RFC 6238 with what every app takes: SHA-1, six digits, thirty seconds. */
const period = 30;
const totp = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Clusterloom', label, secret: Secret.fromBase32(secret), digits: 6, period });

export const newSeed = (): string => new Secret({ size: 20 }).base32;
export const seedUri = (secret: string, login: string): string => totp(secret, login).toString();
export const sealPurpose = (accountId: string): string => `second factor of ${accountId}`;

/** The step of the code within half a minute before and after now; null when it fits none. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const delta = totp(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / period) + delta;
}

const letters = 'abcdefghjkmnpqrstvwxyz23456789';
export const codeHash = (code: string): string => createHash('sha256').update(plainCode(code)).digest('hex');
const plainCode = (code: string): string => code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Sixteen letters each, so that their hashes cannot be searched. */
export function newCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => Array.from({ length: 4 }, () => [...randomLetters(4)].join('')).join('-'));
}

function* randomLetters(count: number): Generator<string> {
  for (let made = 0; made < count; ) {
    const [byte = 0] = randomBytes(1);
    if (byte >= letters.length * 8) continue;
    made += 1;
    yield letters[byte % letters.length] ?? 'a';
  }
}

export type CodeVerdict = 'right' | 'wrong' | 'unreadable';

/** Takes a code once: six digits newer than every one before, or a recovery code that was never used. */
export async function takeCode(context: Context, accountId: string, code: string, allowed: { recovery: boolean }): Promise<CodeVerdict> {
  const factor = await lockFactor(context.db, accountId);
  if (!factor) return 'wrong';
  const digits = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return allowed.recovery && (await useCode(context.db, accountId, codeHash(code), context.now)) ? 'right' : 'wrong';
  const secret = context.installation.secrets.open(factor.secret_sealed, sealPurpose(accountId));
  if (secret === null) return 'unreadable';
  const step = stepOf(secret, digits, context.now);
  if (step === null || step <= Number(factor.last_step)) return 'wrong';
  await acceptStep(context.db, accountId, step, context.now);
  return 'right';
}
