import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUscc, completeUscc, usccAlphabet } from './uscc.ts';

const body = fc.string({ unit: fc.constantFrom(...usccAlphabet), minLength: 17, maxLength: 17 });

describe('checkUscc', () => {
  it('accepts the worked example of the standard and a printed one', () => {
    expect(checkUscc('91350100M000100Y43')).toEqual({ code: '91350100M000100Y43', valid: true, issues: [], suggestion: null });
  });

  it('normalises width, case and spaces', () => {
    expect(checkUscc(' ９１３５0100 m000 100y-43').code).toBe('91350100M000100Y43');
  });

  it('names what is wrong', () => {
    expect(checkUscc('91350100M000100Y4').issues).toEqual(['length']);
    expect(checkUscc('91350100M0001O0Y43').issues).toEqual(['character']);
    expect(checkUscc('').issues).toEqual(['length']);
    expect(checkUscc('91350100M000100Y44')).toMatchObject({ valid: false, issues: ['checkDigit'], suggestion: '91350100M000100Y43' });
  });

  it('accepts every body with its own check character and catches every single changed character', () => {
    fc.assert(fc.property(body, fc.nat(16), fc.integer({ min: 1, max: 30 }), (text, at, shift) => {
      const code = completeUscc(text);
      expect(checkUscc(code).valid).toBe(true);
      const other = usccAlphabet[(usccAlphabet.indexOf(code[at] ?? '') + shift) % 31] ?? '';
      expect(checkUscc(code.slice(0, at) + other + code.slice(at + 1)).issues).toEqual(['checkDigit']);
    }));
  });

  it('completes seventeen characters and nothing else', () => {
    expect(completeUscc('91440300MA5JRNY41')).toHaveLength(18);
    for (const body of ['', '91440300MA5JRNY4', '91440300MA5JRNY4O', '91440300MA5JRNY410']) expect(() => completeUscc(body)).toThrow(RangeError);
  });
});
