import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { disclosureCauses, type EditionPreview } from '../../words/disclosure.schema.ts';

/** How many figures an edition shows, and why the others are hidden. */
export function Tally({ tally, judgedBy }: Pick<EditionPreview, 'tally' | 'judgedBy'>) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="stack">
      {tally.withheld ? <p><Tag tone="warning">{text('observatory.column.tally.withheld')}</Tag> {text('observatory.disclosure.withheld')}</p> : <p>{text('observatory.disclosure.shown', { open: format.count(tally.open), cells: format.count(tally.cells) })}</p>}
      <ul className="plain-list small">
        {disclosureCauses.filter((cause) => tally.hidden[cause] > 0).map((cause) => <li key={cause}>{text(`observatory.disclosure.cause.${cause}`)}: {format.count(tally.hidden[cause])}</li>)}
        {tally.alreadyOut > 0 ? <li>{text('observatory.disclosure.alreadyOut', { number: format.count(tally.alreadyOut) })}</li> : null}
        {judgedBy.includes('p') ? null : <li>{text('observatory.disclosure.frequencyOnly')}</li>}
      </ul>
    </div>
  );
}
