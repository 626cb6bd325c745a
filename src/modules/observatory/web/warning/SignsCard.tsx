import { LineChart } from '#web/chart/LineChart.tsx';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Warning } from '../../words/warning.schema.ts';
import { useWarningWords } from './use-warning-words.ts';

const icons = { pass: 'warning', fail: 'minus', unknown: 'question' } as const;

/** What the warning rests on: each test with what it found and how far it is beyond its bound, the series, its sources. */
export function SignsCard({ warning, indicator }: { warning: Warning; indicator: string }) {
  const text = useText();
  const format = useFormat();
  const words = useWarningWords();
  const { evidence } = warning;
  const columns: Column<(typeof evidence.series)[number]>[] = [
    { key: 'period', label: text('observatory.warning.period'), fixed: true, cell: (row) => format.period(row.period) },
    { key: 'value', label: text('observatory.warning.value'), number: true, cell: (row) => words.figure(row.value, evidence.unit) },
  ];
  return (
    <Card title={text('observatory.warning.signs')} note={evidence.signs.length > 1 ? text(`observatory.alarm.combine.${evidence.combine}`) : null} caption={evidence.sources.length > 0 ? text('observatory.warning.sources', { sources: evidence.sources.join(text('web.listComma')) }) : text('observatory.warning.sources.none')}>
      <div className="stack">
        <ul className="signs">
          {evidence.signs.map((sign, at) => (
            <li key={at} className={sign.outcome === 'pass' ? 'sign sign-met' : 'sign'}>
              <Icon name={icons[sign.outcome]} size={16} label={text(`observatory.warning.outcome.${sign.outcome}`)} />
              <div>
                <strong>{words.test(sign.test, evidence.unit)}</strong>
                <p className="small">{[words.found(sign, evidence.unit), words.distance(sign, evidence.unit)].filter(Boolean).join(' · ')}</p>
              </div>
            </li>
          ))}
        </ul>
        {evidence.series.length > 1 ? (
          <div className="sign-chart">
            <LineChart label={indicator} points={evidence.series.map(({ period, value }) => ({ period, value: Number(value), text: words.figure(value, evidence.unit) }))} />
            <details className="clause-fold">
              <summary>{text('observatory.stage.asTable')}</summary>
              <DataTable caption={indicator} columns={columns} rows={evidence.series.toReversed()} rowKey={(row) => row.period} density="compact" />
            </details>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
