import type { Name } from '#platform/i18n/name.schema.ts';
import type { TreeNode } from '../../store/specialisation.store.ts';

/** A region or an industry of a table: its own code, and the territory or class of the reference it stands for. */
export interface OwnLine {
  id: string;
  code: string;
  name: Name;
  node: string | null;
}

export interface Level {
  level: string;
  lines: number;
}

/** One line of the selection, made of lines of the table. */
export interface Group {
  id: string;
  code: string;
  name: Name;
  node: string | null;
  /** Numbers of the table's own lines. */
  from: number[];
}

export interface Chosen {
  levels: Level[];
  /** Null: the lines as they stand in the table. */
  level: string | null;
  groups: Group[];
  /** Lines of the table that stand for nothing at that level. */
  without: number;
}

/**
 * Lines of one level out of lines that may stand on several. Where some of a table's lines lie within others (a province beside its cities) they are never
 * computed on together: then a level is chosen, the one with the most lines unless another is asked for.
 * Null for a level that the table has not.
 */
export function chooseLines(lines: readonly OwnLine[], tree: ReadonlyMap<string, TreeNode>, asked: string | undefined): Chosen | null {
  const nodes = lines.map(({ node }) => (node === null ? undefined : tree.get(node)));
  const own = countBy(nodes, (node) => node.level);
  const held = new Set(lines.flatMap(({ node }) => node ?? []));
  const nested = nodes.some((node) => node?.above.some((id) => id !== node.id && held.has(id)));
  const above = countAbove(nodes, tree, nested ? commonest(own) : null);
  const offered = new Map([...above, ...own].filter(([, many]) => many >= 2));
  const levels = [...offered].map(([level, many]) => ({ level, lines: many })).toSorted((a, b) => a.lines - b.lines);
  const level = asked ?? (nested ? commonest(own) : null);
  if (level === null) return { levels, level, groups: lines.map((line, at) => ({ ...line, name: nameOf(line, nodes[at]), from: [at] })), without: 0 };
  if (!offered.has(level)) return null;
  const groups = own.has(level) ? nodes.flatMap((node, at) => (node?.level === level ? [{ ...(lines[at] as OwnLine), name: nameOf(lines[at] as OwnLine, node), from: [at] }] : [])) : gathered(nodes, tree, level, nested ? commonest(own) : null);
  const used = new Set(groups.flatMap(({ from }) => from));
  const base = nested && !own.has(level) ? commonest(own) : null;
  // where lines lie within others, those of other levels are not left out: they are said by the chosen ones
  const without = nodes.filter((node, at) => !used.has(at) && (nested ? node === undefined || (base !== null && node.level === base) : true)).length;
  return { levels, level, groups, without };
}

/** A line that a file names by its code alone has the name of what it stands for. */
const nameOf = ({ code, name }: OwnLine, node: TreeNode | undefined): Name => (node && Object.values(name).every((words) => words === code) ? node.name : name);

const commonest = (levels: ReadonlyMap<string, number>): string => [...levels].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';

function countBy(nodes: readonly (TreeNode | undefined)[], keyOf: (node: TreeNode) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const node of nodes) if (node) counts.set(keyOf(node), (counts.get(keyOf(node)) ?? 0) + 1);
  return counts;
}

const isBase = (node: TreeNode, base: string | null): boolean => base === null || node.level === base;

/** How many nodes of each higher level the lines lie in. */
function countAbove(nodes: readonly (TreeNode | undefined)[], tree: ReadonlyMap<string, TreeNode>, base: string | null): Map<string, number> {
  const seen = new Map<string, Set<string>>();
  for (const node of nodes) {
    if (!node || !isBase(node, base)) continue;
    for (const id of node.above) {
      const level = id === node.id ? undefined : tree.get(id)?.level;
      if (level !== undefined) seen.set(level, (seen.get(level) ?? new Set()).add(id));
    }
  }
  return new Map([...seen].map(([level, ids]) => [level, ids.size]));
}

function gathered(nodes: readonly (TreeNode | undefined)[], tree: ReadonlyMap<string, TreeNode>, level: string, base: string | null): Group[] {
  const groups = new Map<string, Group>();
  for (const [at, node] of nodes.entries()) {
    const over = node && isBase(node, base) ? node.above.find((id) => tree.get(id)?.level === level) : undefined;
    const top = over === undefined ? undefined : tree.get(over);
    if (!top) continue;
    const group = groups.get(top.id) ?? { id: top.id, code: top.code, name: top.name, node: top.id, from: [] };
    group.from.push(at);
    groups.set(top.id, group);
  }
  return [...groups.values()];
}
