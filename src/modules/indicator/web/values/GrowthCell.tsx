import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { unitChanges, type GrowthStatement } from '../../words/reading.schema.ts';

/** Growth as a source states it, its basis, and how its list changed; what is not said is said to be unsaid. */
export function GrowthCell({ statements }: { statements: readonly GrowthStatement[] }) {
  const text = useText();
  const format = useFormat();
  if (statements.length === 0) return <span className="quiet">—</span>;
  return (
    <ul className="indicator-growth">
      {statements.map((one) => {
        const told = unitChanges.flatMap((part) => (one[part] === null ? [] : [text(`indicator.growth.${part}`, { count: one[part] })]));
        return (
          <li key={one.id}>
            <span className="row-tight">
              <span className="nowrap">{format.decimal(one.value)}{one.unit === 'percent' ? '%' : ` ${text('indicator.growth.point')}`}</span>
              {one.comparable ? <Tag tone="brand">{text('indicator.growth.comparable')}</Tag> : <Tag>{text('indicator.growth.asReported')}</Tag>}
              {one.sample ? <SampleTag /> : null}
            </span>
            <span className="quiet small">{[told.length > 0 ? told.join(text('web.listComma')) : text('indicator.growth.coverageUnsaid'), one.sourceTitle, one.note].filter(Boolean).join(' · ')}</span>
          </li>
        );
      })}
    </ul>
  );
}
