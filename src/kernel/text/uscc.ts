/**
 * The unified social credit code of organisations in China, GB 32100—2015: 18 characters out of 31 (digits and capital
 * letters without I, O, S, V and Z). Position 1 is the registering department, 2 the kind of organisation, 3–8 the
 * division code, 9–17 the organisation's own code, 18 the check character.
 */
export const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccLength = 18;

export type UsccIssue = 'length' | 'character' | 'checkDigit';

export interface UsccVerdict {
  /** The code as it should be stored: half width, capitals, no spaces or hyphens. */
  code: string;
  valid: boolean;
  issues: UsccIssue[];
  /** The code with the check character that its first 17 characters ask for; only when that is all that is wrong. */
  suggestion: string | null;
}

/** Full width to half width, capitals, spaces and hyphens removed. Letters are never guessed (O stays O, not zero). */
export function normaliseUscc(raw: string): string {
  return raw.normalize('NFKC').toUpperCase().replace(/[\s\u200b\ufeff\-‐‑‒–—]/gu, '');
}

/**
 * Check character of the first 17 characters: weights 3^(i−1) mod 31, C = 31 − Σ(value·weight) mod 31, with 31 read
 * as 0 (ISO 7064, MOD 31-3). Null when a character lies outside the alphabet or there are fewer than 17.
 */
export function usccCheckCharacter(code: string): string | null {
  let sum = 0;
  let weight = 1;
  for (let index = 0; index < usccLength - 1; index += 1) {
    const value = usccAlphabet.indexOf(code[index] ?? ' ');
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return usccAlphabet[(31 - (sum % 31)) % 31] ?? null;
}

/** The whole code that 17 characters begin. Throws RangeError when they are no such beginning. */
export function completeUscc(body: string): string {
  const check = usccCheckCharacter(body);
  if (body.length !== usccLength - 1 || check === null) throw new RangeError(`no beginning of a unified social credit code: ${body}`);
  return body + check;
}

/** Normalises and judges a code. Reports every issue it can tell: a wrong character hides the check, a length too. */
export function checkUscc(raw: string): UsccVerdict {
  const code = normaliseUscc(raw);
  const issues: UsccIssue[] = [];
  if (code.length !== usccLength) issues.push('length');
  if ([...code].some((character) => !usccAlphabet.includes(character))) issues.push('character');
  let suggestion: string | null = null;
  if (issues.length === 0) {
    const expected = usccCheckCharacter(code);
    if (expected !== null && expected !== code[usccLength - 1]) {
      issues.push('checkDigit');
      suggestion = code.slice(0, usccLength - 1) + expected;
    }
  }
  return { code, valid: issues.length === 0, issues, suggestion };
}
