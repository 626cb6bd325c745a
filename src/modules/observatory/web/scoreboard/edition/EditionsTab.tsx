import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { listEditions } from '../../../words/scoreboard.contract.ts';
import type { EditionSummary, Scoreboard } from '../../../words/scoreboard.schema.ts';
import { EditionSteps } from './EditionSteps.tsx';
import { EditionTag } from './EditionTag.tsx';
import { RunsCard } from './RunsCard.tsx';

/** What was compared and published when; every run that was frozen. */
export function EditionsTab({ scoreboard }: { scoreboard: Scoreboard }) {
  const text = useText();
  const format = useFormat();
  const list = useList(listEditions, { params: { scoreboardId: scoreboard.id }, query: { limit: 200 } });
  const columns: Column<EditionSummary>[] = [
    { key: 'number', label: text('observatory.scoreboard.edition'), fixed: true, cell: (row) => text('observatory.scoreboard.editionNumber', { number: String(row.number) }) },
    { key: 'state', label: text('observatory.scoreboard.field.state'), cell: (row) => <EditionTag state={row.state} /> },
    { key: 'period', label: text('observatory.scoreboard.field.period'), cell: (row) => (row.period ? format.period(row.period) : text('observatory.scoreboard.newestValues')) },
    { key: 'subjects', label: text('observatory.scoreboard.subjects'), number: true, cell: (row) => format.count(row.subjectCount) },
    { key: 'indicators', label: text('observatory.scoreboard.indicators'), number: true, cell: (row) => format.count(row.indicatorCount) },
    { key: 'note', label: text('observatory.scoreboard.field.note'), cell: (row) => row.note ?? '', deskOnly: true },
    { key: 'when', label: text('observatory.scoreboard.publishedAt'), cell: (row) => (row.publishedAt ? format.moment(row.publishedAt) : <span className="quiet">—</span>), deskOnly: true },
    { key: 'steps', label: text('observatory.scoreboard.deeds'), cell: (row) => (scoreboard.mayManage ? <EditionSteps scoreboard={scoreboard} edition={row} /> : null) },
  ];
  if (list.error) return <ErrorState what={text('observatory.scoreboard.editions')} problem={list.error} retry={list.retry} />;
  return (
    <div className="stack">
      <Card title={text('observatory.scoreboard.editions')} flush>
        {list.items.length === 0 && !list.loading ? (
          <EmptyState title={text('observatory.scoreboard.noEditions')} action={scoreboard.mayManage ? <ButtonLink href={`/scoreboards/${scoreboard.id}/studio`}>{text('observatory.scoreboard.openStudio')}</ButtonLink> : undefined} />
        ) : (
          <DataTable caption={text('observatory.scoreboard.editions')} columns={columns} rows={list.items} rowKey={(row) => row.id} />
        )}
      </Card>
      <RunsCard scoreboardId={scoreboard.id} />
    </div>
  );
}
