import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { childrenFirst } from './remove-space.ts';
import { keyset, toPage } from './page.ts';

const keys = { name: { expression: sql`name`, type: 'text' as const }, year: { expression: sql`year`, type: 'bigint' as const } };
const rows = (count: number) => Array.from({ length: count }, (_unused, at) => ({ id: `id-${at}`, cursor_value: String(at) }));

describe('pages', () => {
  it('say that there is more only when there is', () => {
    expect(toPage(rows(3), 3, 'name', 3, (row) => row.id)).toEqual({ items: ['id-0', 'id-1', 'id-2'], nextCursor: null, total: 3 });
    expect(toPage(rows(4), 3, 'name', 9, (row) => row.id)).toMatchObject({ items: ['id-0', 'id-1', 'id-2'], total: 9 });
    expect(toPage(rows(4), 3, 'name', 9, (row) => row.id).nextCursor).not.toBeNull();
  });

  it('take a cursor only for the sort it was made for', () => {
    const { nextCursor } = toPage(rows(4), 3, 'year', 9, (row) => row.id);
    expect(keyset(keys, 'year', nextCursor ?? '', sql`id`)).not.toBeNull();
    expect(keyset(keys, '-year', nextCursor ?? '', sql`id`)).toBeNull();
    expect(keyset(keys, 'name', nextCursor ?? '', sql`id`)).toBeNull();
  });

  it('refuse an unknown sort and a cursor that nobody made', () => {
    expect(keyset(keys, 'password', undefined, sql`id`)).toBeNull();
    for (const forged of ['', 'x', Buffer.from('[1,2,3]').toString('base64url'), Buffer.from('["year","1; drop table","id"]').toString('base64url')]) {
      expect(keyset(keys, 'year', forged, sql`id`), forged).toBeNull();
    }
  });
});

describe('the order in which a space is emptied', () => {
  it('puts children before what they point at', () => {
    const order = childrenFirst(['a', 'b', 'c'], [{ child: 'b', parent: 'a' }, { child: 'c', parent: 'b' }]);
    expect(order).toEqual(['c', 'b', 'a']);
  });

  it('says so when foreign keys form a ring', () => {
    expect(() => childrenFirst(['a', 'b'], [{ child: 'a', parent: 'b' }, { child: 'b', parent: 'a' }])).toThrow('ring: a, b');
  });
});
