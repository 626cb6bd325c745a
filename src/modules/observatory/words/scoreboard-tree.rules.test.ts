import { describe, expect, it } from 'vitest';
import { treeNodesOf, treeProblem } from './scoreboard-tree.rules.ts';

const node = (code: string, parent: string | null, indicatorId: string | null = null) => ({ code, parent, weight: 1, indicatorId, direction: null });

describe('nodes of a scoreboard', () => {
  it('lie one above the highest of their children', () => {
    const nodes = treeNodesOf([node('index', null), node('group', 'index'), node('a', 'group', 'x'), node('b', 'index', 'y')]);
    expect(nodes.map(({ code, level }) => [code, level])).toEqual([['index', 3], ['group', 2], ['a', 1], ['b', 1]]);
  });

  it('are refused in a ring, and with codes given many times over', () => {
    expect(treeProblem([node('a', 'b'), node('b', 'a')])).toEqual({ fault: 'circular', code: 'a' });
    const layers = Array.from({ length: 20 }, (_, layer) => Array.from({ length: 20 }, () => node(`c${layer}`, layer === 0 ? null : `c${layer - 1}`))).flat();
    expect(treeProblem(layers)).toEqual({ fault: 'duplicate', code: 'c0' });
  });
});
