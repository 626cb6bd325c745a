import { describe, expect, it } from 'vitest';
import type { ScoreboardNode } from '../../../words/scoreboard.schema.ts';
import { branchOf, childrenOf, freeCode, homesFor, moved, removed, sharesOf, shifted, withNode } from './tree-edits.ts';
import { linesOf } from '../tree-lines.ts';

const id = '0198c0de-0000-7000-8000-000000000001';
const tree = [
  { code: 'index', parent: null },
  { code: 'P', parent: 'index', weight: 3 },
  { code: 'Q', parent: 'index', weight: 1 },
  { code: 'a', parent: 'P', indicatorId: id },
  { code: 'b', parent: 'P', indicatorId: id, weight: 2 },
  { code: 'c', parent: 'Q', indicatorId: id },
].reduce<ScoreboardNode[]>((nodes, fields) => withNode(nodes, fields), []);
const codes = (nodes: readonly ScoreboardNode[]): string[] => nodes.map(({ code }) => code);

describe('changing a tree', () => {
  it('finds a code that is free, whatever the name is written in', () => {
    expect(freeCode(tree, 'R&D spending')).toBe('R-D-spending');
    expect(freeCode(tree, '研发投入')).toBe('node');
    expect(freeCode(tree, 'P')).toBe('P-2');
  });

  it('takes a branch away whole', () => {
    expect(branchOf(tree, 'P')).toEqual(new Set(['P', 'a', 'b']));
    expect(codes(removed(tree, 'P'))).toEqual(['index', 'Q', 'c']);
  });

  it('moves into another group, never into itself', () => {
    expect(codes(homesFor(tree, 'P'))).toEqual(['Q']);
    expect(codes(childrenOf(moved(tree, 'a', 'Q'), 'Q'))).toEqual(['c', 'a']);
    expect(moved(tree, 'index', 'P')).toEqual(tree);
  });

  it('shifts among siblings and stops at the ends', () => {
    expect(codes(childrenOf(shifted(tree, 'b', -1), 'P'))).toEqual(['b', 'a']);
    expect(shifted(tree, 'b', 1)).toEqual(tree);
  });

  it('shares the whole out down the tree', () => {
    const shares = sharesOf(tree);
    expect([shares.get('index'), shares.get('P'), shares.get('b'), shares.get('c')]).toEqual([1, 0.75, 0.5, 0.25]);
    expect(linesOf(tree, new Set(['P'])).map(({ node, depth }) => [node.code, depth])).toEqual([['index', 0], ['P', 1], ['Q', 1], ['c', 2]]);
  });
});
