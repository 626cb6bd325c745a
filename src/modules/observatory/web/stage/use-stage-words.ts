import { useText } from '#web/i18n/use-text.ts';
import type { Stage } from '../../words/stage.rules.ts';

interface Told {
  stage: Stage | null;
  towards: Stage | null;
  emerging?: boolean;
}

/** A stage in words: one, between two, or undetermined. */
export function useStageWords(): (told: Told) => string {
  const text = useText();
  return ({ stage, towards, emerging }) => {
    if (stage === null) return text(emerging ? 'observatory.stage.undetermined.emerging' : 'observatory.stage.undetermined');
    if (towards === null) return text(`observatory.stage.name.${stage}`);
    return text('observatory.stage.between', { one: text(`observatory.stage.name.${stage}`), other: text(`observatory.stage.name.${towards}`) });
  };
}
