import { useText } from '#web/i18n/use-text.ts';
import { Tag, type Tone } from '#web/kit/Tag.tsx';
import type { IconName } from '#web/kit/icon/paths.ts';
import type { EditionState } from '../../../words/scoreboard.schema.ts';

const looks: Readonly<Record<EditionState, { tone: Tone; icon?: IconName }>> = { draft: { tone: 'neutral' }, computed: { tone: 'brand' }, published: { tone: 'positive', icon: 'check' }, withdrawn: { tone: 'warning', icon: 'archive' } };

export function EditionTag({ state }: { state: EditionState }) {
  const text = useText();
  return <Tag {...looks[state]}>{text(`observatory.scoreboard.state.${state}`)}</Tag>;
}
