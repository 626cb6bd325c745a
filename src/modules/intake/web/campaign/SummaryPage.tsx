import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { unitScales } from '../../words/form.schema.ts';
import { acceptSummary, getSummary, returnSummary, submitSummary } from '../../words/summary.contract.ts';
import { canStepSummary } from '../../words/summary.rules.ts';
import type { SummarySheet } from '../../words/summary.schema.ts';
import { useUnit } from './report-words.ts';

type Line = SummarySheet['content']['lines'][number];

export default function SummaryPage() {
  const text = useText();
  const { campaignSummaryId } = usePageParams('campaignSummaryId');
  const query = useRoute(getSummary, { params: { campaignSummaryId } });
  return <Loaded query={query} what={text('intake.summary')} lines={6}>{(sheet) => <OneSheet sheet={sheet} />}</Loaded>;
}

function OneSheet({ sheet }: { sheet: SummarySheet }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unit = useUnit();
  const { content } = sheet;
  const columns: Column<Line>[] = [
    { key: 'label', label: text('intake.receipt.field'), fixed: true, cell: (row) => name(row.label) },
    { key: 'sum', label: text('intake.column.sum'), number: true, cell: (row) => (row.sum === null ? '—' : format.decimal(row.sum)) },
    { key: 'unit', label: text('intake.column.unit'), cell: (row) => unit({ unit: row.unit, scale: unitScales.find((scale) => scale === row.scale) ?? '1' }) },
    { key: 'counted', label: text('intake.summary.counted'), number: true, cell: (row) => format.count(row.counted) },
    { key: 'withheld', label: text('intake.column.withheld'), number: true, cell: (row) => format.count(row.withheld) },
    { key: 'inexact', label: text('intake.summary.inexact'), number: true, cell: (row) => format.count(row.inexact) },
  ];
  return (
    <div className="stack">
      <PageHead title={text('intake.summary.number', { number: String(sheet.number), holder: name(sheet.holderName) })} breadcrumb={[{ label: text('intake.campaigns'), href: '/campaigns' }, { label: text('intake.campaign'), href: `/campaigns/${sheet.campaignId}?tab=summaries` }]} tags={<><Tag tone={sheet.state === 'accepted' ? 'positive' : 'brand'}>{text(`intake.summary.state.${sheet.state}`)}</Tag>{sheet.isOnBehalf ? <Tag>{text('intake.party.onBehalf')}</Tag> : null}</>} scope={text('intake.summary.scope', { reported: content.reported, total: content.total, onBehalf: content.onBehalf })} actions={<SheetSteps sheet={sheet} />} />
      {sheet.reason ? <p className="report-note report-note-warning">{text('intake.summary.returnedBecause', { reason: sheet.reason, by: sheet.decidedByName ?? '' })}</p> : null}
      <Card title={text('intake.summary.lines')} flush caption={text('intake.summary.caption')}><DataTable caption={text('intake.summary.lines')} columns={columns} rows={content.lines} rowKey={(row) => row.field} /></Card>
      <Card title={text('intake.summary.missing')} note={String(content.missingCount)}>
        {content.missing.length === 0 ? <p className="quiet">{text('intake.summary.allReported')}</p> : <ul className="plain-list">{content.missing.map((party) => <li key={party.id}><PageLink href={`/reports/${party.id}`}>{name(party.name)}</PageLink></li>)}</ul>}
      </Card>
    </div>
  );
}

function SheetSteps({ sheet }: { sheet: SummarySheet }) {
  const text = useText();
  const [reason, setReason] = useState('');
  const options = { touches: ['campaign', 'notice'] };
  const submit = useWrite(submitSummary, options);
  const accept = useWrite(acceptSummary, options);
  const giveBack = useWrite(returnSummary, options);
  const sent = { params: { campaignSummaryId: sheet.id }, ifMatch: sheet.version };
  const problem = submit.error ?? accept.error ?? giveBack.error;
  return (
    <>
      {problem ? <span className="critical small" role="alert">{problemText(problem, text)}</span> : null}
      {canStepSummary(sheet.state, 'return').allowed ? <label className="row-tight"><span className="visually-hidden">{text('intake.summary.reason')}</span><input className="input" placeholder={text('intake.summary.reason')} value={reason} onChange={(event) => setReason(event.target.value)} /><Button busy={giveBack.isPending} missing={reason.trim() === '' ? text('intake.summary.reason') : undefined} onClick={() => giveBack.mutate({ ...sent, body: { reason } })}>{text('intake.summary.return')}</Button></label> : null}
      {canStepSummary(sheet.state, 'accept').allowed ? <Button kind="primary" busy={accept.isPending} onClick={() => accept.mutate(sent)}>{text('intake.summary.accept')}</Button> : null}
      {canStepSummary(sheet.state, 'submit').allowed ? <Button kind="primary" busy={submit.isPending} onClick={() => submit.mutate(sent)}>{text('intake.summary.submit')}</Button> : null}
    </>
  );
}
