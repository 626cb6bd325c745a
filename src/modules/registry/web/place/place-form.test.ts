import { describe, expect, it } from 'vitest';
import { placeInputSchema } from '../../words/place.schema.ts';
import { patchOf } from './place-form.ts';

const before = placeInputSchema.parse({ kind: 'park', name: { zh: '样例园区' }, longitude: 113, latitude: 23, clusterIds: [] });

describe('what an edited place sends', () => {
  it('is only what changed', () => {
    expect(patchOf(before, { ...before })).toEqual({});
    expect(patchOf(before, { ...before, address: '样例路 1 号', longitude: null, latitude: null })).toEqual({ address: '样例路 1 号', longitude: null, latitude: null });
  });
});
