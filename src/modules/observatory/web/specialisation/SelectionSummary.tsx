import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { useName } from '#web/i18n/names.ts';
import type { Overview } from '../../words/specialisation.schema.ts';
import { useNumber } from './use-number.ts';

/** What is computed on and what is not, in sentences: nothing is left out without being said. */
export function SelectionSummary({ overview }: { overview: Overview }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { number } = useNumber();
  const { cells, left, rule, since, firms } = overview;
  const out = [
    left.industries > 0 ? text('observatory.specialisation.left.industries', { count: left.industries }) : null,
    left.smallRegions > 0 ? text('observatory.specialisation.left.smallRegions', { count: left.smallRegions, size: number(left.smallSize) }) : null,
    left.withoutLevel > 0 ? text('observatory.specialisation.left.withoutLevel', { count: left.withoutLevel }) : null,
    left.industriesWithoutLevel > 0 ? text('observatory.specialisation.left.industriesWithoutLevel', { count: left.industriesWithoutLevel }) : null,
  ].filter((part) => part !== null);
  const gaps = [
    cells.suppressed > 0 ? text('observatory.specialisation.gaps.suppressed', { count: cells.suppressed }) : null,
    cells.notStated > 0 ? text('observatory.specialisation.gaps.notStated', { count: cells.notStated }) : null,
    cells.notApplicable > 0 ? text('observatory.specialisation.gaps.notApplicable', { count: cells.notApplicable }) : null,
  ].filter((part) => part !== null);
  const join = (parts: readonly string[]) => parts.join(text('web.listComma'));
  return (
    <p className="selection-summary">
      {text('observatory.specialisation.summary', { regions: overview.regionCount, industries: overview.industryCount, total: number(overview.total) })}{' '}
      {out.length > 0 ? `${text('observatory.specialisation.left', { parts: join(out) })} ` : ''}
      {gaps.length > 0 ? `${text('observatory.specialisation.gaps', { parts: join(gaps), zero: format.count(cells.zero) })} ` : `${text('observatory.specialisation.noGaps', { zero: format.count(cells.zero) })} `}
      {text(rule.tried ? 'observatory.specialisation.strongTried' : rule.productDefault ? 'observatory.specialisation.strongDefault' : 'observatory.specialisation.strongRule', { count: overview.strong, from: rule.validFrom ?? '' })}{' '}
      {overview.strongUnknown > 0 ? `${text('observatory.specialisation.strongUnknown', { count: overview.strongUnknown })} ` : ''}
      {firms ? '' : `${text('observatory.specialisation.noFirms')} `}
      {since ? text('observatory.specialisation.growthSince', { table: [name(since.name), format.period(since.period), since.vintage?.title].filter(Boolean).join(' · ') }) : ''}
    </p>
  );
}
