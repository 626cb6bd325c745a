import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { SourceQuality } from '../../words/quality.schema.ts';

const shown = 10;

/** Rows that were left out, and what was remarked on rows. */
export function RejectsCard({ quality: { rejects, remarks } }: { quality: SourceQuality }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const lines = (items: { key: string; label: { zh: string; en: string }; rows: number }[]) => (
    <ul className="account">
      {items.map(({ key, label, rows }) => <li key={key} className="account-fact"><span>{bilingual(label)}</span><span className="number strong">{format.count(rows)}</span></li>)}
    </ul>
  );
  return (
    <Card title={text('intake.quality.rejects')} caption={remarks.length > 0 ? text('intake.remarks.caption') : undefined} flush>
      {rejects.length === 0 ? <EmptyState title={text('intake.quality.noRejects')} /> : lines(rejects.map((item) => ({ ...item, key: `${item.target} ${item.group}` })))}
      {remarks.length > 0 ? (
        <>
          <h3 className="mapping-line">{text('intake.remarks.title')}</h3>
          {lines(remarks.slice(0, shown).map((item) => ({ ...item, key: `${item.target} ${item.reason}` })))}
        </>
      ) : null}
    </Card>
  );
}
