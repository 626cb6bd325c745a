import { useState } from 'react';
import { routeUrl } from '#web/api/client.ts';
import { useList, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePath } from '#web/router/use-search.ts';
import { checkRun, exportRun, listRuns } from '../../../words/scoreboard.contract.ts';
import type { RunSummary } from '../../../words/scoreboard-run.schema.ts';
import { useRunWord } from '../use-run-word.ts';

/** Runs that were frozen: with seed and hashes, to take along and to compute once more. */
export function RunsCard({ scoreboardId }: { scoreboardId: string }) {
  const text = useText();
  const format = useFormat();
  const word = useRunWord();
  const path = usePath();
  const list = useList(listRuns, { params: { scoreboardId }, query: { limit: 200 } });
  const columns: Column<RunSummary>[] = [
    { key: 'run', label: text('observatory.scoreboard.run'), fixed: true, cell: (row) => <PageLink href={`${path}?run=${row.id}`}>{word(row)}</PageLink> },
    { key: 'computedAt', label: text('observatory.scoreboard.computedAt'), cell: (row) => <span className="nowrap">{format.moment(row.computedAt)}</span> },
    { key: 'trials', label: text('observatory.scoreboard.trialsHead'), number: true, cell: (row) => format.count(row.replications) },
    { key: 'seed', label: text('observatory.scoreboard.seed'), number: true, cell: (row) => String(row.seed), deskOnly: true },
    { key: 'hash', label: text('observatory.scoreboard.hash'), cell: (row) => <code className="small" title={row.resultHash}>{row.resultHash.slice(0, 12)}</code>, deskOnly: true },
    { key: 'take', label: text('observatory.scoreboard.deeds'), cell: (row) => <RunDeeds run={row} /> },
  ];
  return (
    <Card title={text('observatory.scoreboard.runs')} flush caption={text('observatory.scoreboard.runs.caption')}>
      {list.items.length === 0 && !list.loading ? <EmptyState title={text('observatory.scoreboard.noRun')} /> : <DataTable caption={text('observatory.scoreboard.runs')} columns={columns} rows={list.items} rowKey={(row) => row.id} />}
    </Card>
  );
}

function RunDeeds({ run }: { run: RunSummary }) {
  const text = useText();
  const [same, setSame] = useState<boolean | null>(null);
  const check = useWrite(checkRun, { onDone: (answer) => setSame(answer.same) });
  const params = { runId: run.id };
  return (
    <span className="row">
      <ButtonLink size="small" icon="download" href={routeUrl(exportRun, { params, query: { as: 'json' } })} download>JSON</ButtonLink>
      <ButtonLink size="small" icon="download" href={routeUrl(exportRun, { params, query: { as: 'csv' } })} download>CSV</ButtonLink>
      <Button size="small" icon="refresh" busy={check.isPending} onClick={() => check.mutate({ params })}>{text('observatory.scoreboard.check')}</Button>
      <span role="status">{same === null ? null : same ? <Tag tone="positive" icon="check">{text('web.trace.same')}</Tag> : <Tag tone="critical" icon="warning">{text('web.trace.differs')}</Tag>}</span>
    </span>
  );
}
