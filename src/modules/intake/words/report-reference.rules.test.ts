import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findReference, inLetters, referenceBody } from './report-reference.rules.ts';

it('says again which report and version it was made from, wherever it stands in a text', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 65_535 }), fc.uint8Array({ minLength: 7, maxLength: 7 }), (partyId, number, bytes) => {
      const mark = inLetters(bytes).slice(0, 10);
      const found = findReference(`编号：${referenceBody({ partyId, number }).toLowerCase()}-${mark}。`);
      expect(found).toEqual({ body: referenceBody({ partyId, number }), mark, reference: { partyId, number } });
    }),
  );
});

it.each(['', 'CL1-', 'CL1-0000', '佛山'])('finds none in %j', (text) => expect(findReference(text)).toBeNull());
