import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Tone } from '#web/kit/Tag.tsx';
import type { BatchState, RowState } from '../words/import.schema.ts';

const tones: Record<BatchState, Tone> = { reading: 'brand', read: 'warning', mapped: 'warning', checking: 'brand', checked: 'brand', applying: 'brand', applied: 'positive', undoing: 'brand', discarded: 'neutral', undone: 'neutral' };
const rowTones: Record<RowState, Tone> = { unchecked: 'neutral', ready: 'positive', choose: 'warning', warning: 'warning', rejected: 'critical', notTarget: 'neutral' };

export function BatchStateTag({ state }: { state: BatchState }) {
  const text = useText();
  return <Tag tone={tones[state]}>{text(`intake.state.${state}`)}</Tag>;
}

export function RowStateTag({ state }: { state: RowState }) {
  const text = useText();
  return <Tag tone={rowTones[state]}>{text(`intake.rowState.${state}`)}</Tag>;
}
