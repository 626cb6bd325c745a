import { describe, expect, it } from 'vitest';
import { readSources } from './house/source-files.ts';

/** Regular expressions of the server, of words and of the kernel: what strangers send may run through any of them. */
const literal = /(?<=[=(,:!&|?{}[;\n]\s*|return\s+)\/((?:[^/\\\n[*]|\\.|\[(?:[^\]\\\n]|\\.)*\])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])*)\/([dgimsuvy]*)/g;

function expressionsIn(code: string): RegExp[] {
  return [...code.matchAll(literal)].flatMap(([, pattern = '', flags = '']) => {
    try {
      return [new RegExp(pattern, flags.replaceAll(/[gy]/g, ''))];
    } catch {
      return [];
    }
  });
}

/** A repeated group whose whole content is itself repeated without a fixed sign between: `(a+)+`, `(\w*)*`. */
const nested = (pattern: RegExp): boolean => /\((?:\?:)?(?:\\[wdsWDS.]|\[[^\]]*\]|\w|\.)[+*]\)(?:[+*]|\{\d+,\})/.test(pattern.source);

const length = 2000;
const seeds = ['a', '0', ' ', '-', '.', '/', 'aA1', 'A2', 'a-', '0.', '1-', '"a', '((', 'a@', 'a=', '\\', '<a ', ',,', '集', 'http://', 'select ', '%2', '\n', "'"];
const hostile = seeds.flatMap((seed) => [seed.repeat(length / seed.length), `${seed.repeat(length / seed.length)}!`, `x:${seed.repeat(length / seed.length)}\u0000`]);

function slowest(patterns: readonly RegExp[]): { pattern: RegExp; ms: number } {
  const times = patterns.map((pattern) => {
    const started = performance.now();
    for (const text of hostile) pattern.test(text);
    return { pattern, ms: performance.now() - started };
  });
  return times.reduce((most, one) => (one.ms > most.ms ? one : most), { pattern: /none/, ms: 0 });
}

describe('regular expressions', () => {
  const patterns = readSources().filter(({ path }) => path.startsWith('src/') && !/\.(?:test|bench)\.tsx?$|\/testing\//.test(path)).flatMap(({ code }) => expressionsIn(code));

  it('repeat nothing that is repeated', () => {
    expect(patterns.length).toBeGreaterThan(150);
    expect(patterns.filter(nested).map(String)).toEqual([]);
  });

  it('end soon on hostile texts', () => {
    const worst = slowest(patterns);
    process.stdout.write(`regular expressions: ${patterns.length} against ${hostile.length} texts of ${length} signs, slowest ${worst.ms.toFixed(0)} ms in all: ${String(worst.pattern).slice(0, 100)}\n`);
    // A hundred times what a quadratic one takes here: only what grows faster is caught, not a busy machine.
    expect(worst.ms, String(worst.pattern)).toBeLessThan(8000);
  });

  it('are found, and bad ones are seen', () => {
    const found = expressionsIn(`const a = /(a+)+$/; x.replace(/[/]b\\/c/gu, ''); const half = 1 / 2 / 3;`);
    expect(found.map(String)).toEqual(['/(a+)+$/', '/[/]b\\/c/u']);
    expect(found.map(nested)).toEqual([true, false]);
    expect([/(\w*)*x/, /(?:\d+)+/, /([a-z]+)*$/, /(a+b)+/, /\d+(\.\d+)?/].map(nested)).toEqual([true, true, true, false, false]);
  });
});
