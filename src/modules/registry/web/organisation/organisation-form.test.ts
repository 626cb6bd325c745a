import { describe, expect, it } from 'vitest';
import { organisationInputSchema } from '../../words/organisation.schema.ts';
import { clashesOf, organisationForm, patchOf } from './organisation-form.ts';

const opened = organisationInputSchema.parse({ name: { zh: '样例甲' }, type: 'enterprise', foundedYear: 2001 });

describe('the organisation form', () => {
  it('sends only what was changed', () => {
    expect(patchOf(opened, { ...opened, foundedYear: 2002 })).toEqual({ foundedYear: 2002 });
    expect(patchOf(opened, { ...opened })).toEqual({});
  });

  it('shows what either side changed since it was opened', () => {
    const clashes = clashesOf(opened, { ...opened, sizeClass: 'small', foundedYear: 1999 }, { ...opened, foundedYear: 2002 });
    expect(clashes).toEqual([
      { field: 'sizeClass', opened: null, theirs: 'small', mine: null },
      { field: 'foundedYear', opened: 2001, theirs: 1999, mine: 2002 },
    ]);
  });

  it('takes a website without its scheme', () => {
    expect(organisationForm.parse({ name: { zh: '样例甲' }, type: 'enterprise', website: 'example.org' }).website).toBe('https://example.org');
    expect(organisationForm.parse({ name: { zh: '样例甲' }, type: 'enterprise' }).website).toBeNull();
  });
});
