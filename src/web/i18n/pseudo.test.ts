import { describe, expect, it } from 'vitest';
import { pseudoText } from './pseudo.ts';

describe('pseudo-locale', () => {
  it('accents letters, keeps placeholders and adds a third', () => {
    expect(pseudoText('{{count}} more rows')).toBe('⟦{{count}} ɱôŕé ŕôŵš~~~⟧');
  });
});
