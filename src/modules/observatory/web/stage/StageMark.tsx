import { Tag } from '#web/kit/Tag.tsx';
import type { Tone } from '#web/kit/Tag.tsx';
import type { Stage } from '../../words/stage.rules.ts';
import { useStageWords } from './use-stage-words.ts';

const tones: Readonly<Record<Stage, Tone>> = { initial: 'neutral', growth: 'positive', maturity: 'brand', decline: 'critical', transformation: 'warning' };

/** A stage as a tag; undetermined is a state of its own and never the first stage. */
export function StageMark({ stage, towards, emerging = false }: { stage: Stage | null; towards: Stage | null; emerging?: boolean }) {
  const words = useStageWords();
  return stage === null ? <Tag icon="question">{words({ stage, towards, emerging })}</Tag> : <Tag tone={tones[stage]}>{words({ stage, towards })}</Tag>;
}
