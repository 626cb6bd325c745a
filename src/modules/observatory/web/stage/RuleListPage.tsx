import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { listStageRules } from '../../words/stage.contract.ts';
import type { StageRuleSummary } from '../../words/stage.schema.ts';
import { DefaultTag } from './DefaultTag.tsx';

/** Editions of the stage rules, the newest first. */
export default function RuleListPage() {
  const text = useText();
  const format = useFormat();
  const state = useListState({ filters: [], defaultSort: '-validFrom' });
  const list = useList(listStageRules, { query: {} });
  const mayIssue = useMay('stageRule.create');
  const columns: Column<StageRuleSummary>[] = [
    { key: 'edition', label: text('observatory.stage.column.edition'), fixed: true, export: (row) => row.edition, cell: (row) => <span className="row-tight"><PageLink href={`/stage-rules/${row.id}`}>{text('observatory.stage.edition', { edition: row.edition })}</PageLink>{row.productDefault ? <DefaultTag /> : null}{row.inForce ? <Tag tone="positive">{text('observatory.stage.inForce')}</Tag> : null}</span> },
    { key: 'validFrom', label: text('observatory.stage.validFrom'), export: (row) => row.validFrom, cell: (row) => (row.productDefault ? <span className="quiet">{text('observatory.stage.always')}</span> : <span className="nowrap">{format.date(row.validFrom)}</span>) },
    { key: 'validUntil', label: text('observatory.stage.validUntil'), export: (row) => row.validUntil, cell: (row) => (row.validUntil ? <span className="nowrap">{format.date(row.validUntil)}</span> : <span className="quiet">{text('observatory.stage.open.end')}</span>) },
    { key: 'source', label: text('observatory.stage.ruleSource'), export: (row) => row.source, cell: (row) => row.source ?? <span className="quiet">{text('observatory.stage.ruleSource.none')}</span> },
    { key: 'note', label: text('observatory.stage.ruleNote'), export: (row) => row.note, cell: (row) => row.note || '—' },
    { key: 'by', label: text('observatory.stage.issuedBy'), export: (row) => row.createdByName, cell: (row) => row.createdByName ?? '—', deskOnly: true },
  ];
  return (
    <ListPage
      name="stage-rules"
      title={text('observatory.stage.rules')}
      breadcrumb={[{ label: text('observatory.stage.list'), href: '/stages' }]}
      scope={text('observatory.stage.rules.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/stage-rules/${row.id}`}
      rowLabel={(row) => row.edition}
      primary={mayIssue ? <ButtonLink kind="primary" icon="plus" href="/stage-rules/new">{text('observatory.stage.rules.new')}</ButtonLink> : null}
      empty={<EmptyState title={text('observatory.stage.rules')}>{text('observatory.stage.rules.scope')}</EmptyState>}
    />
  );
}
