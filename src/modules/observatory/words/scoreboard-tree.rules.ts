import { structureOf, type TreeFault, type TreeNode } from '#kernel/indicator/pipeline/structure.ts';

interface Placed {
  code: string;
  parent: string | null;
  weight: number;
  indicatorId: string | null;
  direction: 1 | -1 | null;
}

/** Nodes as the kernel takes them: an indicator lies on level 1, a group one above the highest of its children. */
export function treeNodesOf(nodes: readonly Placed[]): TreeNode[] {
  const children = new Map<string, Placed[]>();
  for (const node of nodes) if (node.parent !== null) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const levels = new Map<string, number>();
  const levelOf = (code: string): number => {
    const known = levels.get(code);
    if (known !== undefined) return known;
    // Where nodes make a ring it ends here; such a tree is refused whatever its levels are.
    levels.set(code, 1);
    const level = 1 + Math.max(0, ...(children.get(code) ?? []).map((child) => levelOf(child.code)));
    levels.set(code, level);
    return level;
  };
  return nodes.map((node) => ({ code: node.code, parent: node.parent, weight: node.weight, level: levelOf(node.code), direction: node.direction ?? 1, indicator: node.indicatorId !== null }));
}

function hasRing(nodes: readonly Placed[]): boolean {
  const parents = new Map(nodes.map(({ code, parent }) => [code, parent]));
  return nodes.some(({ code }) => {
    let at: string | null | undefined = code;
    for (let step = 0; at !== null && at !== undefined; step += 1) {
      if (step > nodes.length) return true;
      at = parents.get(at);
    }
    return false;
  });
}

export type TreeProblem = TreeFault | 'weightless' | 'empty';

/** Why the nodes make no tree that can be computed, with the code of the first node at fault; null when they do. */
export function treeProblem(nodes: readonly Placed[]): { fault: TreeProblem; code: string } | null {
  if (nodes.length === 0) return { fault: 'empty', code: '' };
  if (hasRing(nodes)) return { fault: 'circular', code: nodes[0]?.code ?? '' };
  const structure = structureOf(treeNodesOf(nodes));
  if ('fault' in structure) return structure;
  const weightless = structure.children.findIndex((below) => below.every((child) => structure.weights[child] === 0));
  return weightless >= 0 ? { fault: 'weightless', code: structure.codes[structure.indicators + weightless] ?? '' } : null;
}
