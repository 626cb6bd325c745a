import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import type { Scoreboard, ScoreboardNode } from '../../../words/scoreboard.schema.ts';
import { linesOf, toggled } from '../tree-lines.ts';
import { AddIndicator } from './AddIndicator.tsx';
import { NodeEditor } from './NodeEditor.tsx';
import { TreeLine } from './TreeLine.tsx';
import { changed, childrenOf, freeCode, isGroup, removed, rootOf, sharesOf, withNode } from './tree-edits.ts';
import { useCalled } from './use-called.ts';
import type { Studio } from './use-studio.ts';

/** The tree: groups and indicators with their weights; the chosen one can be changed below. */
export function TreePanel({ studio, result, scoreboard }: { studio: Studio; result: ScoreboardResult | null; scoreboard: Scoreboard }) {
  const text = useText();
  const { node: calledBy } = useCalled(studio, result);
  const { nodes } = studio.content;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const root = rootOf(nodes);
  const called = (node: ScoreboardNode): string => calledBy(node.code);
  if (!root) {
    const start = () => studio.setNodes(withNode([], { code: 'index', parent: null, name: scoreboard.name }));
    return <Card title={text('observatory.scoreboard.part.tree')}><EmptyState title={text('observatory.scoreboard.tree.empty')} action={<Button onClick={start}>{text('observatory.scoreboard.tree.start')}</Button>}>{text('observatory.scoreboard.tree.empty.hint')}</EmptyState></Card>;
  }
  const shares = sharesOf(nodes);
  const current = nodes.find((node) => node.code === chosen) ?? root;
  const group = isGroup(current) ? current : (nodes.find((node) => node.code === current.parent) ?? root);
  const toggle = (code: string) => setClosed((before) => toggled(before, code));
  const addGroup = () => {
    const code = freeCode(nodes, 'group');
    studio.setNodes(withNode(nodes, { code, parent: group.code, name: { zh: text('observatory.scoreboard.tree.newGroup'), en: text('observatory.scoreboard.tree.newGroup') } }));
    setChosen(code);
  };
  const remove = () => {
    studio.setNodes(removed(nodes, current.code));
    setChosen(current.parent);
  };
  return (
    <>
      <Card title={text('observatory.scoreboard.part.tree')} flush caption={text('observatory.scoreboard.tree.caption')}>
        <ul className="board-tree" aria-label={text('observatory.scoreboard.part.tree')}>
          {linesOf(nodes, closed).map(({ node, depth }) => (
            <TreeLine
              key={node.code}
              node={node}
              depth={depth}
              label={called(node)}
              share={shares.get(node.code) ?? null}
              most={Math.max(2, ...childrenOf(nodes, node.parent ?? '').map((sibling) => Math.ceil(sibling.weight)))}
              chosen={node.code === current.code}
              open={!closed.has(node.code)}
              empty={isGroup(node) && childrenOf(nodes, node.code).length === 0}
              onChoose={() => setChosen(node.code)}
              onToggle={() => toggle(node.code)}
              onWeight={(weight) => studio.setNodes(changed(nodes, node.code, { weight }))}
            />
          ))}
        </ul>
        <div className="board-add">
          <AddIndicator studio={studio} group={group} groupName={called(group)} onAdded={setChosen} />
          <Button icon="plus" onClick={addGroup}>{text('observatory.scoreboard.tree.addGroup')}</Button>
        </div>
      </Card>
      <NodeEditor key={current.code} studio={studio} node={current} called={called} onRemove={remove} />
    </>
  );
}
