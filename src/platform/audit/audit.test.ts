import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, chainStart, entryHash } from './audit.ts';

const entry = {
  seq: '1', id: 'i', at: '2026-11-22T08:00:00.000Z', person_id: null, actor_name: '李雷', for_person_id: null, for_name: null, role: 'operator', event: 'organisation.created', subject_kind: 'organisation',
  subject_id: 's', subject_name: { zh: '样例' }, changes: { name: [null, { zh: '样例' }] }, previous_hash: chainStart,
};

describe('canonical JSON', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        return canonicalJson(value) === canonicalJson(turned);
      }),
    );
  });

  it('reads back as the same value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => JSON.stringify(JSON.parse(canonicalJson(value))) !== undefined && canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value)));
  });
});

describe('the hash of an entry', () => {
  it('is the same as before deputies when nobody was acted for, and covers for whom when somebody was', () => {
    const { for_person_id: _person, for_name: _name, ...before } = entry;
    expect(entryHash(entry)).toBe(entryHash(before));
    const acted = { ...entry, for_person_id: 'p', for_name: '韩梅梅' };
    expect(new Set([acted, { ...acted, for_name: null }, { ...acted, for_person_id: null }, entry].map(entryHash)).size).toBe(4);
  });

  it('changes with every field', () => {
    const original = entryHash(entry);
    for (const key of Object.keys(entry) as (keyof typeof entry)[]) {
      expect(entryHash({ ...entry, [key]: 'changed' }), key).not.toBe(original);
    }
  });
});
