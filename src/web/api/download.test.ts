import { describe, expect, it } from 'vitest';
import { toCsv } from './download.ts';

describe('CSV', () => {
  it('quotes what needs it, keeps numbers and disarms formulas', () => {
    expect(toCsv([['a,b', 'say "x"', null], ['=1+1', '-12.5', 3]])).toBe('"a,b","say ""x""",\r\n\'=1+1,-12.5,3');
  });
});
