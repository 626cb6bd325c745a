import { useEffect } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { openVisit } from '../../words/reporter.contract.ts';
import type { ReporterVisit } from '../../words/reporter.schema.ts';
import { CodeCard } from './CodeCard.tsx';
import { DeclineCard } from './DeclineCard.tsx';
import './reporter.css';

/** What a one-time link opens: who asks, for which firm, and the code that says it is you. */
export default function VisitPage() {
  const text = useText();
  const { token } = usePageParams('token');
  const visit = useWrite(openVisit);
  const { mutate } = visit;
  useEffect(() => mutate({ body: { token } }), [mutate, token]);
  if (visit.error?.reason === 'linkDead' || visit.error?.status === 400) return <EmptyState title={text('intake.visit.dead')}>{text('intake.visit.dead.hint')}</EmptyState>;
  if (visit.error) return <ErrorState what={text('intake.visit')} problem={visit.error} retry={() => mutate({ body: { token } })} />;
  return visit.data ? <Visit token={token} visit={visit.data} /> : <LoadingSkeleton lines={6} />;
}

function Visit({ token, visit }: { token: string; visit: ReporterVisit }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  return (
    <div className="stack visit">
      <PageHead title={name(visit.organisation)} scope={text('intake.visit.asks', { from: name(visit.askedBy), name: visit.personName })} />
      {visit.reports.length > 0 ? (
        <ul className="visit-reports">
          {visit.reports.map((report) => <li key={`${report.period} ${report.name.zh ?? report.name.en}`}><strong>{name(report.name)}</strong><span className="quiet">{[report.holder ? name(report.holder) : null, format.period(report.period), report.dueAt ? text('intake.report.due', { day: format.date(report.dueAt) }) : null].filter(Boolean).join(' · ')}</span></li>)}
        </ul>
      ) : <p className="quiet">{text('intake.visit.nothingYet')}</p>}
      <CodeCard token={token} visit={visit} />
      <DeclineCard token={token} />
    </div>
  );
}
