import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { useScore } from '../use-score.ts';

type Portrait = ScoreboardResult['portraits'][number];

/** What each indicator looks like, and what was done to it. Missing, zero and hidden are counted apart. */
export function TreatmentCard({ result }: { result: ScoreboardResult }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const score = useScore();
  const nodes = new Map(result.nodes.map((node) => [node.code, node]));
  const treatments = new Map(result.treatments.map((treatment) => [treatment.code, treatment]));
  const done = (code: string): string => {
    const made = treatments.get(code);
    if (!made) return '—';
    if (made.transformed) return text('observatory.scoreboard.treated.log');
    const moved = made.low + made.high;
    return moved === 0 ? text('observatory.scoreboard.treated.none') : text('observatory.scoreboard.treated.moved', { count: moved });
  };
  const columns: Column<Portrait>[] = [
    { key: 'indicator', label: text('observatory.scoreboard.without.indicator'), fixed: true, cell: (row) => name(nodes.get(row.code)?.name) },
    { key: 'available', label: text('observatory.scoreboard.portrait.available'), number: true, cell: (row) => format.count(row.available) },
    { key: 'zero', label: text('observatory.scoreboard.portrait.zero'), number: true, cell: (row) => format.count(row.zero), deskOnly: true },
    { key: 'missing', label: text('observatory.scoreboard.portrait.missing'), number: true, cell: (row) => format.count(row.missing) },
    { key: 'suppressed', label: text('observatory.scoreboard.portrait.suppressed'), number: true, cell: (row) => format.count(row.suppressed), deskOnly: true },
    { key: 'imputed', label: text('observatory.scoreboard.portrait.imputed'), number: true, cell: (row) => format.count(row.imputed) },
    { key: 'skew', label: text('observatory.scoreboard.portrait.skew'), number: true, cell: (row) => score.signed(row.skew), deskOnly: true },
    { key: 'kurt', label: text('observatory.scoreboard.portrait.kurt'), number: true, cell: (row) => score.signed(row.kurt), deskOnly: true },
    { key: 'treated', label: text('observatory.scoreboard.portrait.treated'), cell: (row) => done(row.code) },
  ];
  return (
    <Card title={text('observatory.scoreboard.portrait.title')} flush caption={text('observatory.scoreboard.portrait.caption')}>
      <DataTable caption={text('observatory.scoreboard.portrait.title')} columns={columns} rows={result.portraits} rowKey={(row) => row.code} density="compact" />
    </Card>
  );
}
