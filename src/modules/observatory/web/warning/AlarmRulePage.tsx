import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import type { AlarmEdition, AlarmRule } from '../../words/alarm-rule.schema.ts';
import { getAlarmRule, pauseAlarmRule } from '../../words/warning.contract.ts';
import { DefaultTag } from '../stage/DefaultTag.tsx';
import { useWarningWords } from './use-warning-words.ts';
import { SeverityTag } from './WarningTags.tsx';
import './warning.css';

/** A rule: what it asks of which figure and of whom, and its editions. */
export default function AlarmRulePage() {
  const text = useText();
  const { alarmRuleId: ruleId } = usePageParams('alarmRuleId');
  const query = useRoute(getAlarmRule, { params: { ruleId } });
  return <Loaded query={query} what={text('observatory.alarm.rule')} lines={10}>{(rule) => <Body rule={rule} />}</Loaded>;
}

function Body({ rule }: { rule: AlarmRule }) {
  const text = useText();
  const name = useName();
  const bilingual = useBilingual();
  const format = useFormat();
  const words = useWarningWords();
  const pause = useWrite(pauseAlarmRule);
  const { edition, outcome } = rule;
  const { subjects } = edition.content;
  const columns: Column<AlarmEdition>[] = [
    { key: 'number', label: text('observatory.stage.column.edition'), fixed: true, cell: (row) => <span className="tagged">{text('observatory.alarm.edition', { number: row.number })}{row.inForce ? <Tag tone="positive">{text('observatory.stage.inForce')}</Tag> : null}{row.productDefault ? <DefaultTag /> : null}</span> },
    { key: 'validFrom', label: text('observatory.stage.validFrom'), cell: (row) => <span className="nowrap">{format.date(row.validFrom)}</span> },
    { key: 'tests', label: text('observatory.alarm.tests'), cell: (row) => row.content.tests.map((test) => words.test(test, rule.indicator.unit)).join('; ') },
    { key: 'source', label: text('observatory.stage.ruleSource'), cell: (row) => row.source ?? <span className="quiet">{text('observatory.stage.ruleSource.none')}</span>, deskOnly: true },
    { key: 'note', label: text('observatory.stage.ruleNote'), cell: (row) => row.note },
    { key: 'by', label: text('observatory.stage.issuedBy'), cell: (row) => row.createdByName, deskOnly: true },
  ];
  return (
    <div className="stack">
      <PageHead
        title={bilingual(edition.content.title)}
        breadcrumb={[{ label: text('observatory.warning.list'), href: '/warnings' }, { label: text('observatory.alarm.list'), href: '/alarm-rules' }]}
        tags={<><SeverityTag severity={edition.content.severity} /><Tag tone={rule.state === 'active' ? 'positive' : 'neutral'}>{text(`observatory.alarm.state.${rule.state}`)}</Tag>{edition.productDefault ? <DefaultTag /> : null}{rule.sample ? <SampleTag /> : null}</>}
        scope={rule.evaluatedAt && outcome ? text('observatory.alarm.outcome', { at: format.moment(rule.evaluatedAt), subjects: outcome.subjects, raised: outcome.raised, known: outcome.known, unknown: outcome.unknown }) : text('observatory.alarm.notEvaluated')}
        actions={
          <>
            <ButtonLink href={`/warnings?ruleId=${rule.id}`}>{text('observatory.alarm.itsWarnings', { count: rule.openWarnings })}</ButtonLink>
            {rule.may.manage ? <Button busy={pause.isPending} onClick={() => pause.mutate({ params: { ruleId: rule.id }, body: { state: rule.state === 'active' ? 'paused' : 'active' } })}>{text(rule.state === 'active' ? 'observatory.alarm.pause' : 'observatory.alarm.resume')}</Button> : null}
            {rule.may.manage ? <ButtonLink kind="primary" icon="edit" href={`/alarm-rules/${rule.id}/edit`}>{text('observatory.alarm.revise')}</ButtonLink> : null}
          </>
        }
      />
      <Card title={text('observatory.alarm.asks')} note={edition.content.tests.length > 1 ? text(`observatory.alarm.combine.${edition.content.combine}`) : null}>
        <dl className="facts">
          <dt>{text('observatory.warning.indicator')}</dt>
          <dd><PageLink href={`/indicators/${rule.indicator.id}`}>{name(rule.indicator.name)}</PageLink></dd>
          <dt>{text('observatory.alarm.subjects')}</dt>
          <dd>{[text(`observatory.alarm.kind.${subjects.kind}`), rule.territory ? text('observatory.alarm.inTerritory', { name: name(rule.territory) }) : '', subjects.ids.length > 0 ? text('observatory.alarm.named', { count: subjects.ids.length }) : ''].filter(Boolean).join(' · ')}</dd>
          <dt>{text('observatory.alarm.tests')}</dt>
          <dd><ul className="alarm-tests">{edition.content.tests.map((test, at) => <li key={at}>{words.test(test, rule.indicator.unit)}</li>)}</ul></dd>
        </dl>
      </Card>
      <Card title={text('observatory.alarm.editions')} flush caption={text('observatory.alarm.editions.caption')}>
        <DataTable caption={text('observatory.alarm.editions')} columns={columns} rows={rule.editions} rowKey={(row) => row.id} density="compact" />
      </Card>
    </div>
  );
}
