import { describe, expect, it } from 'vitest';
import type { TreeNode } from '../../store/specialisation.store.ts';
import { chooseLines, type OwnLine } from './select-lines.ts';

const node = (id: string, level: string, ...above: string[]): [string, TreeNode] => [id, { id, code: id, name: { en: `Place ${id}` }, level, above: [...above, id] }];
const tree = new Map([node('w', 'world'), node('A', 'province', 'w'), node('B', 'province', 'w'), node('a1', 'city', 'w', 'A'), node('a2', 'city', 'w', 'A'), node('b1', 'city', 'w', 'B')]);
const line = (id: string, on: string | null = id): OwnLine => ({ id: `line ${id}`, code: id, name: { en: id }, node: on });
const ids = (chosen: ReturnType<typeof chooseLines>) => chosen?.groups.map(({ id, from }) => [id, from.length]);

describe('the lines of a level', () => {
  it('are those of the table where none lies within another', () => {
    const chosen = chooseLines([line('a1'), line('b1'), line('x', null)], tree, undefined);
    expect(chosen).toMatchObject({ level: null, without: 0, levels: [{ level: 'province', lines: 2 }, { level: 'city', lines: 2 }] });
    expect(chosen?.groups.map(({ name }) => name.en)).toEqual(['Place a1', 'Place b1', 'x']);
  });

  it('are put together from below, and tell what has no place', () => {
    const chosen = chooseLines([line('a1'), line('a2'), line('b1'), line('x', null)], tree, 'province');
    expect(ids(chosen)).toEqual([['A', 2], ['B', 1]]);
    expect(chosen?.without).toBe(1);
  });

  it('never count a place twice: a province beside its cities is another level', () => {
    const lines = [line('A'), line('a1'), line('a2'), line('B'), line('b1')];
    expect(chooseLines(lines, tree, undefined)).toMatchObject({ level: 'city', without: 0 });
    expect(ids(chooseLines(lines, tree, undefined))).toEqual([['line a1', 1], ['line a2', 1], ['line b1', 1]]);
    expect(ids(chooseLines(lines, tree, 'province'))).toEqual([['line A', 1], ['line B', 1]]);
  });

  it('are none for a level that the table has not', () => {
    expect(chooseLines([line('a1'), line('b1')], tree, 'county')).toBeNull();
  });
});
