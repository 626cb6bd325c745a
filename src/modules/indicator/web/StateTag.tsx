import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { IndicatorState } from '../words/indicator.schema.ts';

const tones = { draft: 'neutral', active: 'brand', retired: 'neutral' } as const;
const icons = { draft: 'edit', active: 'check', retired: 'archive' } as const;

export function StateTag({ state }: { state: IndicatorState }) {
  const text = useText();
  return <Tag tone={tones[state]} icon={icons[state]}>{text(`indicator.state.${state}`)}</Tag>;
}
