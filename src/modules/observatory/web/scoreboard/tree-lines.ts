interface Placed {
  code: string;
  parent: string | null;
}

/** A tree as lines, each with its depth: what goes into a node stands below it, in the order of the list, unless it is closed. */
export function linesOf<Node extends Placed>(nodes: readonly Node[], closed: ReadonlySet<string> = new Set()): { node: Node; depth: number }[] {
  const lines: { node: Node; depth: number }[] = [];
  const walk = (node: Node, depth: number): void => {
    lines.push({ node, depth });
    if (!closed.has(node.code)) for (const child of nodes) if (child.parent === node.code) walk(child, depth + 1);
  };
  const root = nodes.find((node) => node.parent === null);
  if (root) walk(root, 0);
  return lines;
}

/** Closes what is open, and opens what is closed. */
export const toggled = (closed: ReadonlySet<string>, code: string): ReadonlySet<string> => new Set(closed.has(code) ? [...closed].filter((one) => one !== code) : [...closed, code]);
