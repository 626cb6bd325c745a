import { useRoute } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { getStageRule } from '../../words/stage.contract.ts';
import type { Measure, StageClause, StageRule } from '../../words/stage.schema.ts';
import { AdviceLines } from './AdviceLines.tsx';
import { DefaultTag } from './DefaultTag.tsx';
import './stage.css';

/** One edition: what it measures, what each stage asks, how series are read, and the advice. */
export default function RulePage() {
  const text = useText();
  const { ruleId } = usePageParams('ruleId');
  const query = useRoute(getStageRule, { params: { ruleId } });
  return <Loaded query={query} what={text('observatory.stage.rule')} lines={12}>{(rule) => <Edition rule={rule} />}</Loaded>;
}

function Edition({ rule }: { rule: StageRule }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const mayIssue = useMay('stageRule.create');
  const { content } = rule;
  const measures: Column<Measure>[] = [
    { key: 'title', label: text('observatory.stage.measure'), fixed: true, cell: (row) => <>{bilingual(row.title)}{row.key === content.lead ? <> <Tag>{text('observatory.stage.lead')}</Tag></> : null}</> },
    { key: 'dimension', label: text('observatory.stage.dimension'), cell: (row) => text(`observatory.stage.dimension.${row.dimension}`) },
    { key: 'key', label: text('observatory.stage.factKey'), cell: (row) => <code className="small">{row.key}</code> },
    { key: 'from', label: text('observatory.stage.from'), cell: (row) => (row.registry ? text(`observatory.stage.registry.${row.registry}`) : <code className="small">{row.indicator}</code>) },
  ];
  const clauses: Column<StageClause>[] = [
    { key: 'title', label: text('observatory.stage.clause'), fixed: true, cell: (row) => <>{bilingual(row.title)}{row.required ? <> <Tag>{text('observatory.stage.required')}</Tag></> : null}</> },
    { key: 'dimension', label: text('observatory.stage.dimension'), cell: (row) => text(`observatory.stage.dimension.${row.dimension}`) },
    { key: 'expression', label: text('observatory.stage.expression'), cell: (row) => <code className="small">{row.expression}</code> },
  ];
  return (
    <div className="stack">
      <PageHead
        title={text('observatory.stage.edition', { edition: rule.edition })}
        breadcrumb={[{ label: text('observatory.stage.list'), href: '/stages' }, { label: text('observatory.stage.rules'), href: '/stage-rules' }]}
        tags={<>{rule.inForce ? <Tag tone="positive">{text('observatory.stage.inForce')}</Tag> : null}{rule.productDefault ? <DefaultTag /> : null}</>}
        scope={rule.productDefault ? text('observatory.stage.productDefault.hint') : [text('observatory.stage.since', { date: format.date(rule.validFrom) }), rule.source ?? text('observatory.stage.ruleSource.none'), rule.note, rule.createdByName].filter(Boolean).join(' · ')}
        actions={mayIssue ? <ButtonLink kind="primary" icon="edit" href={`/stage-rules/new?from=${rule.id}`}>{text('observatory.stage.rules.from')}</ButtonLink> : null}
      />
      {content.stages.map(({ stage, atLeast, clauses: held }) => (
        <Card key={stage} title={text(`observatory.stage.name.${stage}`)} note={text('observatory.stage.atLeast', { count: atLeast, total: held.length })} flush>
          <DataTable caption={text(`observatory.stage.name.${stage}`)} columns={clauses} rows={held} rowKey={(row) => row.id} density="compact" />
        </Card>
      ))}
      <Card title={text('observatory.stage.measures')} flush><DataTable caption={text('observatory.stage.measures')} columns={measures} rows={content.measures} rowKey={(row) => row.key} density="compact" /></Card>
      <Card title={text('observatory.stage.readingRule')}>
        <p>{text('observatory.stage.readingRule.words', { least: String(content.reading.least), window: String(content.reading.window), alpha: String(content.reading.alpha), error: String(content.reading.seOfK * 100), near: String(content.reading.near) })}</p>
      </Card>
      {content.advice.length > 0 ? (
        <Card title={text('observatory.stage.advice')}>
          <div className="columns">
            {content.advice.map(({ stage, lines }) => <section key={stage}><h3>{text(`observatory.stage.name.${stage}`)}</h3><AdviceLines lines={lines} /></section>)}
          </div>
        </Card>
      ) : null}
    </div>
  );
}
