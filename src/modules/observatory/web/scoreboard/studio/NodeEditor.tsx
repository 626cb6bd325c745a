import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import type { ScoreboardNode } from '../../../words/scoreboard.schema.ts';
import { findIndicators } from './AddIndicator.tsx';
import { NumberInput } from './NumberInput.tsx';
import { branchOf, changed, homesFor, isGroup, moved, shifted } from './tree-edits.ts';
import type { Studio } from './use-studio.ts';

/** What can be said of one node: name, place in the tree, and of an indicator its direction, denominator and posts. */
export function NodeEditor({ studio, node, called, onRemove }: { studio: Studio; node: ScoreboardNode; called: (node: ScoreboardNode) => string; onRemove: () => void }) {
  const text = useText();
  const { nodes } = studio.content;
  const set = (change: Partial<ScoreboardNode>) => studio.setNodes(changed(nodes, node.code, change));
  const rename = (language: 'zh' | 'en', words: string) => {
    const { [language]: _, ...rest } = node.name ?? {};
    const name = words === '' ? rest : { ...rest, [language]: words };
    set({ name: Object.keys(name).length === 0 ? null : (name as NonNullable<ScoreboardNode['name']>) });
  };
  const siblings = nodes.filter((one) => one.parent === node.parent);
  const at = siblings.findIndex((one) => one.code === node.code);
  return (
    <Card title={called(node)} note={<code>{node.code}</code>} level={3}>
      <div className="node-editor">
        {(['zh', 'en'] as const).map((language) => (
          <label key={language} className="field">
            <span className="field-label">{text(`observatory.scoreboard.field.name.${language}`)}</span>
            <input className="input" value={node.name?.[language] ?? ''} placeholder={isGroup(node) ? undefined : called(node)} onChange={(event) => rename(language, event.target.value)} />
          </label>
        ))}
        {isGroup(node) ? null : <IndicatorSettings node={node} set={set} />}
        {node.parent === null ? null : (
          <label className="field">
            <span className="field-label">{text('observatory.scoreboard.tree.moveTo')}</span>
            <select className="input" value="" onChange={(event) => studio.setNodes(moved(nodes, node.code, event.target.value))}>
              <option value="">{called(nodes.find((one) => one.code === node.parent) ?? node)}</option>
              {homesFor(nodes, node.code).map((home) => <option key={home.code} value={home.code}>{called(home)}</option>)}
            </select>
          </label>
        )}
      </div>
      {node.parent === null ? null : (
        <div className="row node-deeds">
          <Button size="small" icon="up" missing={at === 0 ? text('observatory.scoreboard.tree.first') : undefined} onClick={() => studio.setNodes(shifted(nodes, node.code, -1))}>{text('observatory.scoreboard.tree.up')}</Button>
          <Button size="small" icon="down" missing={at === siblings.length - 1 ? text('observatory.scoreboard.tree.last') : undefined} onClick={() => studio.setNodes(shifted(nodes, node.code, 1))}>{text('observatory.scoreboard.tree.down')}</Button>
          <Button size="small" kind="danger" icon="trash" onClick={onRemove}>{isGroup(node) ? text('observatory.scoreboard.tree.removeBranch', { count: branchOf(nodes, node.code).size - 1 }) : text('observatory.scoreboard.tree.remove')}</Button>
        </div>
      )}
    </Card>
  );
}

function IndicatorSettings({ node, set }: { node: ScoreboardNode; set: (change: Partial<ScoreboardNode>) => void }) {
  const text = useText();
  const number = (key: 'lower' | 'upper' | 'target') => (
    <label key={key} className="field">
      <span className="field-label">{text(`observatory.scoreboard.field.${key}`)}</span>
      <NumberInput optional label={text(`observatory.scoreboard.field.${key}`)} value={node[key]} onChange={(value) => set({ [key]: value })} />
    </label>
  );
  return (
    <>
      <label className="field">
        <span className="field-label">{text('observatory.scoreboard.field.direction')}</span>
        <select className="input" value={node.direction === null ? '' : String(node.direction)} onChange={(event) => set({ direction: event.target.value === '' ? null : event.target.value === '1' ? 1 : -1 })}>
          <option value="">{text('observatory.scoreboard.direction.catalogue')}</option>
          <option value="1">{text('observatory.scoreboard.direction.more')}</option>
          <option value="-1">{text('observatory.scoreboard.direction.less')}</option>
        </select>
      </label>
      <div className="field">
        <span className="field-label">{text('observatory.scoreboard.field.denominator')}</span>
        <Combobox aria-label={text('observatory.scoreboard.field.denominator')} value={node.denominatorId} find={findIndicators} onChange={(option) => set({ denominatorId: option?.value ?? null })} />
      </div>
      {(['lower', 'upper', 'target'] as const).map(number)}
    </>
  );
}
