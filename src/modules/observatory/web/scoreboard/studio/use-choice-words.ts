import { textOr, useText } from '#web/i18n/use-text.ts';
import type { VariedChoice } from '../../../words/scoreboard-choices.schema.ts';

/** Alternatives of a varied choice as the kernel names them, in the reader's words: "minmax 1–100" → "Min–max 1–100". */
export function useAlternativeWords(): (choice: VariedChoice, alternatives: readonly string[]) => string {
  const text = useText();
  return (choice, alternatives) =>
    alternatives
      .map((told) => {
        const [, name = told, settings] = /^([\w-]+)(?: (.*))?$/.exec(told) ?? [];
        const area = choice === 'weights' ? 'weighting' : choice;
        return textOr(`observatory.scoreboard.${area}.${name}`, name) + (settings ? ` ${settings}` : '');
      })
      .join(text('web.listComma'));
}
