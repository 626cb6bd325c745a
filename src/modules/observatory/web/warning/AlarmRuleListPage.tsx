import { useState } from 'react';
import { useList, useWrite } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { JobProgress } from '#web/kit/job/JobProgress.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { alarmRuleStates, type AlarmRuleSummary } from '../../words/alarm-rule.schema.ts';
import { evaluateAlarms, listAlarmRules } from '../../words/warning.contract.ts';
import { DefaultTag } from '../stage/DefaultTag.tsx';
import { SeverityTag } from './WarningTags.tsx';
import './warning.css';

/** The rules by which figures warn; with a button that judges them now. */
export default function AlarmRuleListPage() {
  const text = useText();
  const name = useName();
  const bilingual = useBilingual();
  const format = useFormat();
  const state = useListState({ filters: ['state'], defaultSort: '-createdAt' });
  const chosen = alarmRuleStates.find((each) => each === state.filters.state[0]);
  const list = useList(listAlarmRules, { query: { state: chosen, limit: 50 } });
  const mayManage = useMay('alarmRule.manage');
  const [jobId, setJobId] = useState<string | null>(null);
  const evaluate = useWrite(evaluateAlarms, { touches: ['job', 'warning'], onDone: (answer) => setJobId(answer.jobId) });
  const columns: Column<AlarmRuleSummary>[] = [
    { key: 'title', label: text('observatory.warning.title'), fixed: true, export: (row) => bilingual(row.edition.content.title), cell: (row) => <span className="tagged"><PageLink href={`/alarm-rules/${row.id}`}>{bilingual(row.edition.content.title)}</PageLink>{row.sample ? <SampleTag /> : null}{row.edition.productDefault ? <DefaultTag /> : null}</span> },
    { key: 'severity', label: text('observatory.warning.severity'), export: (row) => text(`observatory.severity.${row.edition.content.severity}`), cell: (row) => <SeverityTag severity={row.edition.content.severity} /> },
    { key: 'indicator', label: text('observatory.warning.indicator'), export: (row) => name(row.indicator.name), cell: (row) => name(row.indicator.name) },
    { key: 'kind', label: text('observatory.warning.subject'), export: (row) => text(`observatory.alarm.kind.${row.edition.content.subjects.kind}`), cell: (row) => text(`observatory.alarm.kind.${row.edition.content.subjects.kind}`), deskOnly: true },
    { key: 'state', label: text('observatory.warning.state'), export: (row) => text(`observatory.alarm.state.${row.state}`), cell: (row) => <Tag tone={row.state === 'active' ? 'positive' : 'neutral'}>{text(`observatory.alarm.state.${row.state}`)}</Tag> },
    { key: 'openWarnings', label: text('observatory.warning.waiting'), number: true, export: (row) => row.openWarnings, cell: (row) => (row.openWarnings > 0 ? <PageLink href={`/warnings?state=waiting&ruleId=${row.id}`}>{format.count(row.openWarnings)}</PageLink> : format.count(0)) },
    { key: 'evaluatedAt', label: text('observatory.alarm.evaluatedAt'), export: (row) => row.evaluatedAt, cell: (row) => (row.evaluatedAt ? <span className="nowrap">{format.moment(row.evaluatedAt)}</span> : <span className="quiet">—</span>), deskOnly: true },
  ];
  return (
    <ListPage
      name="alarm-rules"
      title={text('observatory.alarm.list')}
      breadcrumb={[{ label: text('observatory.warning.list'), href: '/warnings' }]}
      scope={text('observatory.alarm.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/alarm-rules/${row.id}`}
      rowLabel={(row) => bilingual(row.edition.content.title)}
      filters={<FilterChip single label={text('observatory.warning.state')} options={alarmRuleStates.map((value) => ({ value, label: text(`observatory.alarm.state.${value}`) }))} chosen={state.filters.state} onChange={(values) => state.setFilter('state', values)} />}
      primary={mayManage ? <ButtonLink kind="primary" icon="plus" href="/alarm-rules/new">{text('observatory.alarm.new')}</ButtonLink> : null}
      actions={mayManage ? <Button icon="refresh" busy={evaluate.isPending} onClick={() => evaluate.mutate({})}>{text('observatory.alarm.evaluate')}</Button> : null}
      above={jobId ? <JobProgress jobId={jobId} /> : null}
      empty={<EmptyState title={text('observatory.alarm.empty')}>{text('observatory.alarm.empty.hint')}</EmptyState>}
    />
  );
}
