import { absolute, divide, multiply, roundDecimal, subtract } from '#kernel/quantity/decimal.ts';
import { formatQuantity } from '#kernel/quantity/format.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useJoin } from '../use-join.ts';
import type { Claims } from './use-statements.ts';

/** How far the shown statement and the other one differ, in units and percent, as one sentence. */
export function useDifference(): (group: Claims) => string {
  const text = useText();
  const language = useLanguage();
  const join = useJoin();
  return ({ shown, statements }) => {
    const other = statements.find((each) => each !== shown && each.disputed && each.value !== null);
    const kept = text('registry.statement.bothKept');
    if (!shown?.value || !other?.value || (shown.unit ?? '') !== (other.unit ?? '')) return kept;
    const gap = absolute(subtract(shown.value, other.value));
    const words = formatQuantity({ operator: '=', value: gap, unit: shown.unit ?? shown.attribute.unit }, { language }).replaceAll('\u202F', '\u00A0');
    const percent = divide(multiply(gap, '100'), absolute(shown.value), 4);
    const share = percent === null ? null : roundDecimal(percent, 1);
    const scopes = shown.scopeNote !== other.scopeNote ? text('registry.statement.otherScope') : '';
    return join([share === null ? text('registry.statement.gap', { gap: words }) : text('registry.statement.gapShare', { gap: words, share }), scopes, kept]);
  };
}
