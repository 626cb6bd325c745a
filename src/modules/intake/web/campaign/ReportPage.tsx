import { routeUrl } from '#web/api/client.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PrintLink } from '#web/kit/PrintLink.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { getParty, getReceiptPdf } from '../../words/party.contract.ts';
import type { Party } from '../../words/party.schema.ts';
import { DecideCard } from './DecideCard.tsx';
import { ReportForm } from './ReportForm.tsx';
import { partyTone } from './report-words.ts';
import { UsesCard } from './UsesCard.tsx';
import { VersionCard } from './VersionCard.tsx';
import { PaperCard } from '../workbook/PaperCard.tsx';
import './campaign.css';

/** One report: to fill in for whoever owes it, to read and decide for the levels above, with its receipt once it was sent. */
export default function ReportPage() {
  const text = useText();
  const { partyId } = usePageParams('partyId');
  // Somebody writes here: what comes in later must not change under their hands.
  const query = useRoute(getParty, { params: { partyId } }, { staleTime: Infinity });
  return <Loaded query={query} what={text('intake.report')} lines={8}>{(party) => <OneReport key={`${party.id} ${party.number} ${party.state}`} party={party} />}</Loaded>;
}

function OneReport({ party }: { party: Party }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const office = useMay('campaign.read');
  const header = [party.content.formNumber, party.content.issuer, party.content.approvalNumber, party.content.validUntil ? text('intake.receipt.validUntil', { day: party.content.validUntil }) : null].filter(Boolean).join(' · ');
  const scope = [name(party.name), format.period(party.campaign.period), party.dueAt ? text('intake.report.due', { day: format.date(party.dueAt) }) : null].filter(Boolean).join(' · ');
  const answering = { key: 'answer', label: text('intake.report.tab.answer'), content: () => <ReportForm party={party} /> };
  const sent = { key: 'sent', label: text('intake.report.tab.sent'), count: party.submissions.length, content: () => <div className="stack"><DecideCard party={party} /><VersionCard party={party} /></div> };
  const paper = { key: 'paper', label: text('intake.report.tab.paper'), content: () => <PaperCard party={party} /> };
  const uses = { key: 'uses', label: text('intake.report.tab.uses'), content: () => <UsesCard party={party} /> };
  const tabs = [...(party.mayAnswer && party.campaign.state === 'open' ? [answering] : []), ...(party.submissions.length > 0 ? [sent] : []), ...(party.mayAnswer && party.campaign.state !== 'open' ? [answering] : []), ...(party.mayAnswer || party.mayDecide ? [paper] : []), uses];
  return (
    <RecordPage
      kind="party"
      title={name(party.campaign.name)}
      sample={party.campaign.sample}
      breadcrumb={[office ? { label: text('intake.campaigns'), href: '/campaigns' } : { label: text('intake.ownReports'), href: '/my-reports' }, ...(office ? [{ label: name(party.campaign.name), href: `/campaigns/${party.campaign.id}` }] : [])]}
      tags={<><Tag tone={partyTone[party.state]}>{text(`intake.party.state.${party.state}`)}</Tag>{party.isLate ? <Tag tone="critical" icon="warning">{text('intake.bucket.late')}</Tag> : null}{party.isOnBehalf ? <Tag>{text('intake.party.onBehalf')}</Tag> : null}</>}
      scope={scope}
      actions={party.number > 0 ? <><ButtonLink icon="download" href={routeUrl(getReceiptPdf, { params: { partyId: party.id } })} download>{text('intake.receipt.pdf')}</ButtonLink><PrintLink href={`/print/receipts/${party.id}`} /></> : undefined}
      notice={header ? <p className="quiet small report-header">{text(`intake.form.legalBasis.${party.content.legalBasis}`)} · {header}</p> : <p className="quiet small report-header">{text(`intake.form.legalBasis.${party.content.legalBasis}`)}</p>}
      tabs={tabs}
    />
  );
}
