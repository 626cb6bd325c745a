import { observedKinds } from '#modules/indicator/words/observation.schema.ts';
import { useList, useRoute } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { countWarnings, listWarnings } from '../../words/warning.contract.ts';
import { severities, waitingStates, warningStates } from '../../words/warning.rules.ts';
import type { WarningSummary } from '../../words/warning.schema.ts';
import { useWarningWords } from './use-warning-words.ts';
import { SeverityTag, StateTag } from './WarningTags.tsx';
import './warning.css';

const path = (row: WarningSummary) => `/warnings/${row.id}`;

function useColumns(): Column<WarningSummary>[] {
  const text = useText();
  const name = useName();
  const bilingual = useBilingual();
  const format = useFormat();
  const words = useWarningWords();
  return [
    { key: 'subject', label: text('observatory.warning.subject'), fixed: true, export: (row) => name(row.subject.name), cell: (row) => <span className="tagged"><PageLink href={path(row)}>{name(row.subject.name)}</PageLink>{row.sample ? <SampleTag /> : null}</span> },
    { key: 'title', label: text('observatory.warning.title'), export: (row) => bilingual(row.title), cell: (row) => bilingual(row.title) },
    { key: 'severity', label: text('observatory.warning.severity'), export: (row) => text(`observatory.severity.${row.severity}`), cell: (row) => <SeverityTag severity={row.severity} /> },
    { key: 'state', label: text('observatory.warning.state'), export: (row) => text(`observatory.state.${row.state}`), cell: (row) => <StateTag state={row.state} /> },
    { key: 'indicator', label: text('observatory.warning.indicator'), export: (row) => name(row.indicator.name), cell: (row) => name(row.indicator.name), deskOnly: true },
    { key: 'value', label: text('observatory.warning.value'), number: true, export: (row) => row.value, cell: (row) => <span className="nowrap">{words.figure(row.value, row.unit)} <span className="small quiet">{format.period(row.period)}</span></span> },
    { key: 'raisedAt', label: text('observatory.warning.raisedAt'), sort: 'raisedAt', export: (row) => row.raisedAt, cell: (row) => <span className="nowrap">{format.date(row.raisedAt)}</span> },
  ];
}

/** Warnings inside what the reader may see, the newest first. */
export default function WarningListPage() {
  const text = useText();
  const name = useName();
  const state = useListState({ filters: ['state', 'severity', 'subjectKind', 'ruleId'], defaultSort: '-raisedAt' });
  const chosen = [...warningStates, 'waiting' as const].find((each) => each === state.filters.state[0]);
  const severity = severities.find((each) => each === state.filters.severity[0]);
  const subjectKind = observedKinds.find((each) => each === state.filters.subjectKind[0]);
  const ruleId = state.filters.ruleId[0];
  const q = state.query || undefined;
  const list = useList(listWarnings, { query: { q, state: chosen, severity, subjectKind, ruleId, sort: state.sortText as '-raisedAt', limit: 50 } });
  const counts = useRoute(countWarnings, { query: { q, subjectKind, ruleId } }, { keepPrevious: true });
  const held = (each: string): number => counts.data?.byState.find((row) => row.state === each)?.count ?? 0;
  const columns = useColumns();
  return (
    <ListPage
      name="warnings"
      title={text('observatory.warning.list')}
      scope={text('observatory.warning.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={path}
      rowLabel={(row) => name(row.subject.name)}
      searchLabel={text('observatory.warning.find')}
      filters={
        <>
          <FilterChip single label={text('observatory.warning.state')} options={[{ value: 'waiting', label: text('observatory.warning.waiting'), count: waitingStates.reduce((sum, each) => sum + held(each), 0) }, ...warningStates.map((value) => ({ value: value as string, label: text(`observatory.state.${value}`), count: held(value) }))]} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />
          <FilterChip single label={text('observatory.warning.severity')} options={severities.map((value) => ({ value, label: text(`observatory.severity.${value}`) }))} chosen={state.filters.severity} onChange={(values) => state.setFilter('severity', values)} />
          <FilterChip single label={text('observatory.warning.subject')} options={observedKinds.map((value) => ({ value, label: text(`observatory.alarm.kind.${value}`) }))} chosen={state.filters.subjectKind} onChange={(values) => state.setFilter('subjectKind', values)} />
        </>
      }
      actions={<ButtonLink icon="document" href="/alarm-rules">{text('observatory.alarm.list')}</ButtonLink>}
      above={
        counts.data && counts.data.waiting.length > 0 ? (
          <ul className="warning-counts" aria-label={text('observatory.warning.waiting')}>
            {counts.data.waiting.map((row) => <li key={row.severity}><PageLink href={`/warnings?state=waiting&severity=${row.severity}`}><SeverityTag severity={row.severity} /> {text('observatory.warning.waiting.count', { count: row.count })}</PageLink></li>)}
          </ul>
        ) : null
      }
      empty={<EmptyState title={text('observatory.warning.list.empty')}>{text('observatory.warning.list.empty.hint')}</EmptyState>}
    />
  );
}
