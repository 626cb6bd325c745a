import type { Figure } from '#platform/figure/figure.schema.ts';
import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { getList, listListEntries } from '../../words/list.contract.ts';
import type { ListSummary } from '../../words/list.schema.ts';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { useCoverage } from './Coverage.tsx';
import { EntriesCard } from './EntriesCard.tsx';
import { listPath, useIssued } from './list-words.ts';
import '../registry.css';

export default function ListRecordPage() {
  const text = useText();
  const { listId } = usePageParams('listId');
  const query = useRoute(getList, { params: { listId } });
  return <Loaded query={query} what={text('registry.recordKind.list')} lines={10}>{(list) => <Portrait key={list.id} list={list} />}</Loaded>;
}

function useFigures(list: ListSummary): Figure[] {
  const text = useText();
  const count = (key: string, label: string, value: number | null, mark: Figure['mark']): Figure => ({ key, label: { zh: label, en: label }, value: value === null ? null : String(value), unit: 'one', period: null, mark, sample: list.sample, source: list.sourceTitle, trace: null });
  return [
    { ...count('announced', text('registry.list.announced'), list.announcedCount, list.announcedCount === null ? 'notStated' : 'reported'), period: list.issuedOn ?? list.issuedPeriod },
    count('here', text('registry.list.here'), list.entryCount, 'computed'),
  ];
}

function Portrait({ list }: { list: ListSummary }) {
  const text = useText();
  const name = useName();
  const issued = useIssued();
  const coverage = useCoverage();
  const figures = useFigures(list);
  const mayUpdate = useMay('list.update') && list.archivedAt === null;
  const entries = useList(listListEntries, { params: { listId: list.id }, query: { limit: 100 } });
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  const { words, whole } = coverage(list);
  return (
    <RecordPage
      kind="list"
      title={name(list.name)}
      breadcrumb={[{ label: text('registry.list.list'), href: '/lists' }]}
      sample={list.sample}
      tags={<><Tag>{text(`registry.recordKind.${list.entryKind}`)}</Tag><Tag tone={whole ? 'positive' : 'warning'} icon={whole ? 'check' : 'question'}>{words}</Tag></>}
      scope={[[list.name.zh, list.name.en].find((each) => each !== name(list.name)), name(list.issuer), issued(list), list.batch].filter(Boolean).join(' · ')}
      figures={figures}
      actions={mayUpdate ? <ButtonLink icon="edit" href={`${listPath(list.id)}/edit`}>{text('registry.list.edit')}</ButtonLink> : undefined}
      tabs={[
        { key: 'entries', label: text('registry.list.entries'), count: list.entryCount, content: () => <EntriesCard list={list} entries={entries} mayUpdate={mayUpdate} /> },
        { key: 'history', label: text('registry.tab.history'), content: () => <HistoryCard subjectKind="list" subjectId={list.id} /> },
      ]}
      side={() => (
        <>
          <Card title={text('registry.list.about')}>
            <dl className="facts">
              <dt>{text('registry.listing.issuer')}</dt>
              <dd>{name(list.issuer) || unstated}</dd>
              <dt>{text('registry.listing.issued')}</dt>
              <dd>{issued(list) ?? unstated}</dd>
              <dt>{text('registry.listing.batch')}</dt>
              <dd>{list.batch ?? unstated}</dd>
              <dt>{text('web.statement.source')}</dt>
              <dd>{list.sourceTitle ?? unstated}</dd>
            </dl>
            {list.note ? <p className="small muted" style={{ marginTop: 8, whiteSpace: 'pre-line' }}>{list.note}</p> : null}
          </Card>
          <HistoryCard subjectKind="list" subjectId={list.id} short />
        </>
      )}
      sideLabel={text('registry.list.about')}
    />
  );
}
