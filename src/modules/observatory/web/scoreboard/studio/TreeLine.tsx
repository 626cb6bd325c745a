import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { ScoreboardNode } from '../../../words/scoreboard.schema.ts';
import { useScore } from '../use-score.ts';
import { NumberInput } from './NumberInput.tsx';
import { isGroup } from './tree-edits.ts';

interface TreeLineProps {
  node: ScoreboardNode;
  depth: number;
  label: string;
  /** Of the whole. */
  share: number | null;
  /** End of the slider. */
  most: number;
  chosen: boolean;
  open: boolean;
  empty: boolean;
  onChoose: () => void;
  onToggle: () => void;
  onWeight: (weight: number) => void;
}

/** One node: its name, its weight as slider and number, and what that is of the whole. */
export function TreeLine({ node, depth, label, share, most, chosen, open, empty, onChoose, onToggle, onWeight }: TreeLineProps) {
  const text = useText();
  const score = useScore();
  const group = isGroup(node);
  const weightLabel = text('observatory.scoreboard.weightOf', { name: label });
  return (
    <li className={chosen ? 'board-line board-line-on' : 'board-line'} style={{ paddingInlineStart: 8 + depth * 16 }}>
      <span className="board-name">
        {group ? <IconButton icon={open ? 'down' : 'right'} size={14} label={text(open ? 'observatory.scoreboard.tree.close' : 'observatory.scoreboard.tree.open', { name: label })} aria-expanded={open} onClick={onToggle} /> : <span className="board-leaf" aria-hidden="true"><Icon name="observatory" size={14} /></span>}
        <button type="button" className={group ? 'board-pick board-pick-group' : 'board-pick'} aria-pressed={chosen} title={label} onClick={onChoose}>{label}</button>
        {empty ? <Tag tone="warning">{text('observatory.scoreboard.tree.emptyGroup')}</Tag> : null}
      </span>
      {node.parent === null ? null : (
        <span className="board-weight">
          <input type="range" min={0} max={most} step={0.05} value={Math.min(node.weight, most)} aria-label={weightLabel} onChange={(event) => onWeight(Number(event.target.value))} />
          <NumberInput label={weightLabel} value={node.weight} min={0} max={1_000_000} onChange={(weight) => onWeight(weight ?? 0)} />
          <span className="board-share number" title={text('observatory.scoreboard.weightInWhole')}>{score.share(share)}</span>
        </span>
      )}
    </li>
  );
}
