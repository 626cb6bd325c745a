import { useText } from '#web/i18n/use-text.ts';
import type { ClassificationVerdict } from '../../../words/classification.schema.ts';

/** What the rules make of the facts, in one sentence. */
export function useLikelyWords(): (verdict: Pick<ClassificationVerdict, 'likely' | 'passing' | 'agrees'>) => string {
  const text = useText();
  return ({ likely, passing, agrees }) => {
    if (likely !== 'unsure') return text(`registry.verdict.likely.${likely}`);
    if (passing.length > 1) return text('registry.verdict.likely.several', { kinds: passing.map((kind) => text(`registry.verdict.kind.${kind}`)).join(text('web.listComma')) });
    return text(agrees === false ? 'registry.verdict.likely.none' : 'registry.verdict.likely.open');
  };
}
