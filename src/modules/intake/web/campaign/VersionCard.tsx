import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { getSubmission } from '../../words/party.contract.ts';
import { shownAnswer } from '../../words/form-workbook.rules.ts';
import type { Party, ReportedValue, SubmissionSummary } from '../../words/party.schema.ts';
import { useUnit } from './report-words.ts';

/** One version of what was sent, as written, with what is kept back said in words. */
export function VersionCard({ party }: { party: Party }) {
  const text = useText();
  const [number, setNumber] = useState(party.submissions[0]?.number ?? 1);
  const query = useRoute(getSubmission, { params: { partyId: party.id, number } }, { keepPrevious: true });
  const shown = party.submissions.find((each) => each.number === number);
  const choice = party.submissions.length > 1 ? (
    <label className="row-tight small">{text('intake.version.show')}
      <select className="input" value={number} onChange={(event) => setNumber(Number(event.target.value))}>{party.submissions.map((each) => <option key={each.number} value={each.number}>{text('intake.version.number', { number: String(each.number) })}</option>)}</select>
    </label>
  ) : null;
  return (
    <Card title={text('intake.version.number', { number: String(number) })} note={shown?.kind === 'revision' ? text('intake.version.revision') : null} actions={choice} flush caption={shown ? <SentBy submission={shown} /> : null}>
      <Loaded query={query} what={text('intake.report.tab.sent')}>{(submission) => <Values party={party} values={submission.values} />}</Loaded>
    </Card>
  );
}

function SentBy({ submission }: { submission: SubmissionSummary }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  return (
    <>
      {text(submission.isOnBehalf ? 'intake.version.sentOnBehalf' : 'intake.version.sent', { by: submission.submittedByName, at: format.moment(submission.submittedAt) })}
      {submission.reason ? ` ${text('intake.version.reason', { reason: submission.reason })}` : ''}
      {submission.decisions.map((decision) => (
        <span key={`${decision.level} ${decision.decidedAt}`}> · {text(`intake.version.${decision.verb}`, { level: name(decision.holderName), by: decision.decidedByName, at: format.moment(decision.decidedAt) })}{decision.isOnBehalf ? `（${text('intake.party.onBehalf')}）` : ''}{decision.note ? ` ${decision.note}` : ''}</span>
      ))}
    </>
  );
}

function Values({ party, values }: { party: Party; values: readonly ReportedValue[] }) {
  const text = useText();
  const name = useName();
  const unit = useUnit();
  type Row = { key: string; label: string; value: ReportedValue | undefined; unit: string; number: boolean; words: string };
  const rows = party.content.fields.map((field): Row => {
    const value = values.find((each) => each.field === field.key);
    const words = shownAnswer(field, value?.text ?? '', contentLanguage()).split('\n').join(text('web.listComma'));
    return { key: field.key, label: name(field.label), value, unit: unit(field), number: field.type === 'number', words };
  });
  const columns: Column<Row>[] = [
    { key: 'field', label: text('intake.receipt.field'), fixed: true, cell: (row) => row.label },
    {
      key: 'value', label: text('intake.receipt.value'), number: true,
      cell: (row) => (row.value === undefined ? <span className="quiet">—</span> : row.value.closed ? <Tag icon="lock">{text(`intake.submission.closed.${row.value.closed}`)}</Tag> : <>{row.words}{row.value.isWithheld ? <Tag icon="lock">{text('intake.submission.closed.withheld')}</Tag> : null}</>),
    },
    { key: 'unit', label: text('intake.receipt.unit'), cell: (row) => row.unit },
    { key: 'explanation', label: text('intake.receipt.explanation'), cell: (row) => row.value?.explanation ?? '' },
  ];
  return <DataTable caption={text('intake.receipt.values')} columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
