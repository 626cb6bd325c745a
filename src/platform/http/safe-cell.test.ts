import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restoredCell, safeCell } from './safe-cell.rules.ts';

describe('safeCell', () => {
  it.each([['=1+1', "'=1+1"], ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"], ['+86 757', "'+86 757"], ['-x', "'-x"], ['@a', "'@a"], ['\ta', "'\ta"], ['\ra', "'\ra"], ['\na', "'\na"], ['＝1', "'＝1"], ["'=1", "''=1"], ['-0.32', '-0.32'], ['+1,5%', '+1,5%'], ["'90s", "'90s"], ['', '']])('%j becomes %j', (given, made) => expect(safeCell(given)).toBe(made));
  it('begins nothing that a spreadsheet runs, and can be taken back', () => {
    const text = fc.oneof(fc.string(), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", "'=", '＝'), fc.string()).map((parts) => parts.join('')));
    fc.assert(fc.property(text, (value) => {
      const made = safeCell(value);
      expect(/^[=+\-@\t\r\n＝＋－＠]/u.test(made) && !/^[+-]?\d+([.,]\d+)*%?$/.test(made)).toBe(false);
      expect(restoredCell(made)).toBe(value);
    }));
  });
});
