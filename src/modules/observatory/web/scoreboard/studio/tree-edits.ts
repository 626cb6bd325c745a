import { nodeSchema, type ScoreboardNode } from '../../../words/scoreboard.schema.ts';

/** Changes of a tree of nodes, each giving a new list. Children follow their order in the list. */
export const rootOf = (nodes: readonly ScoreboardNode[]): ScoreboardNode | undefined => nodes.find((node) => node.parent === null);
export const childrenOf = (nodes: readonly ScoreboardNode[], code: string): ScoreboardNode[] => nodes.filter((node) => node.parent === code);
export const isGroup = (node: ScoreboardNode): boolean => node.indicatorId === null;

/** The node and all below it. */
export function branchOf(nodes: readonly ScoreboardNode[], code: string): Set<string> {
  const branch = new Set([code]);
  for (let grown = 0; grown < branch.size; ) {
    grown = branch.size;
    for (const node of nodes) if (node.parent !== null && branch.has(node.parent)) branch.add(node.code);
  }
  return branch;
}

/** A code that no node has yet, made of words of any script. */
export function freeCode(nodes: readonly ScoreboardNode[], words: string): string {
  const stem = words.normalize('NFKD').replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 48) || 'node';
  const taken = new Set(nodes.map((node) => node.code));
  for (let at = 1; ; at += 1) {
    const code = at === 1 ? stem : `${stem}-${at}`;
    if (!taken.has(code)) return code;
  }
}

export const withNode = (nodes: readonly ScoreboardNode[], fields: Partial<ScoreboardNode> & { code: string; parent: string | null }): ScoreboardNode[] => [...nodes, nodeSchema.parse(fields)];
export const changed = (nodes: readonly ScoreboardNode[], code: string, change: Partial<ScoreboardNode>): ScoreboardNode[] => nodes.map((node) => (node.code === code ? { ...node, ...change } : node));

export function removed(nodes: readonly ScoreboardNode[], code: string): ScoreboardNode[] {
  const branch = branchOf(nodes, code);
  return nodes.filter((node) => !branch.has(node.code));
}

/** Groups into which a node can be moved: not itself, not what is below it, not where it is. */
export function homesFor(nodes: readonly ScoreboardNode[], code: string): ScoreboardNode[] {
  const branch = branchOf(nodes, code);
  const parent = nodes.find((node) => node.code === code)?.parent;
  return nodes.filter((node) => isGroup(node) && !branch.has(node.code) && node.code !== parent);
}

/** To the end of another group. */
export function moved(nodes: readonly ScoreboardNode[], code: string, parent: string): ScoreboardNode[] {
  const node = nodes.find((one) => one.code === code);
  if (!node || branchOf(nodes, code).has(parent)) return [...nodes];
  return [...nodes.filter((one) => one.code !== code), { ...node, parent }];
}

/** One place up or down among its siblings. */
export function shifted(nodes: readonly ScoreboardNode[], code: string, by: -1 | 1): ScoreboardNode[] {
  const node = nodes.find((one) => one.code === code);
  const siblings = nodes.filter((one) => one.parent === node?.parent);
  const other = siblings[siblings.findIndex((one) => one.code === code) + by];
  if (!node || !other) return [...nodes];
  return nodes.map((one) => (one.code === code ? other : one.code === other.code ? node : one));
}

/** Share of the whole: product down the tree of weight ÷ sum of the siblings' weights; null where siblings weigh nothing. */
export function sharesOf(nodes: readonly ScoreboardNode[]): Map<string, number | null> {
  const shares = new Map<string, number | null>();
  const walk = (code: string, share: number | null): void => {
    shares.set(code, share);
    const below = childrenOf(nodes, code);
    const sum = below.reduce((total, node) => total + node.weight, 0);
    for (const node of below) walk(node.code, share === null || sum === 0 ? null : (share * node.weight) / sum);
  };
  const root = rootOf(nodes);
  if (root) walk(root.code, 1);
  return shares;
}
