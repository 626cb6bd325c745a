import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safePath } from './words/safe-path.rules.ts';

it.each(['/clusters/1?tab=map#top', '/', '/a//b', '/组织/1'])('%s is kept', (path) => expect(safePath(path)).toBe(path));

it.each(['//evil.example', '/\\evil.example', '\\\\evil', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/\n/evil', '/a\\b', '', ' /a', '/api/v1/session', '/sign-in?next=/', null, undefined])('%j is not', (path) => expect(safePath(path)).toBe('/'));

it('never leaves the product, whatever is given', () => {
  const rest = fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', '.', ':', '@', 'a', ' ', '%') });
  fc.assert(fc.property(fc.oneof(fc.string(), rest.map((tail) => `https:${tail}`), rest, rest.map((tail) => `/${tail}`)), (given) => new URL(safePath(given), 'https://own.example').origin === 'https://own.example'));
});
