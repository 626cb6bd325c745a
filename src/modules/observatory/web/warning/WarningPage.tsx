import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useBilingual, useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { getWarning } from '../../words/warning.contract.ts';
import type { WarningVerb } from '../../words/warning.rules.ts';
import type { Warning } from '../../words/warning.schema.ts';
import { DefaultTag } from '../stage/DefaultTag.tsx';
import { SignsCard } from './SignsCard.tsx';
import { StepDialog } from './StepDialog.tsx';
import { useWarningWords } from './use-warning-words.ts';
import { SeverityTag, StateTag } from './WarningTags.tsx';
import './warning.css';

/** One warning: the signs behind it, what was done about it, and what may be done next. */
export default function WarningPage() {
  const text = useText();
  const { warningId } = usePageParams('warningId');
  const query = useRoute(getWarning, { params: { warningId } });
  return <Loaded query={query} what={text('observatory.warning.one')} lines={10}>{(warning) => <Body warning={warning} />}</Loaded>;
}

function Body({ warning }: { warning: Warning }) {
  const text = useText();
  const name = useName();
  const bilingual = useBilingual();
  const format = useFormat();
  const words = useWarningWords();
  const [doing, setDoing] = useState<WarningVerb | null>(null);
  const first = warning.may.find((verb) => verb !== 'dismiss') ?? warning.may[0];
  const others = warning.may.filter((verb) => verb !== first);
  const subject = name(warning.subject.name);
  return (
    <div className="stack">
      <PageHead
        title={text('observatory.warning.heading', { subject, title: bilingual(warning.title) })}
        breadcrumb={[{ label: text('observatory.warning.list'), href: '/warnings' }]}
        tags={<><SeverityTag severity={warning.severity} /><StateTag state={warning.state} />{warning.sample ? <SampleTag /> : null}</>}
        scope={text('observatory.warning.scope', { indicator: name(warning.indicator.name), period: format.period(warning.period), value: words.figure(warning.value, warning.unit), at: format.date(warning.raisedAt) })}
        actions={
          <>
            {others.map((verb) => <Button key={verb} onClick={() => setDoing(verb)}>{text(`observatory.warning.do.${verb}`)}</Button>)}
            {first ? <Button kind="primary" onClick={() => setDoing(first)}>{text(`observatory.warning.do.${first}`)}</Button> : null}
          </>
        }
      />
      <div className="warning-columns">
        <SignsCard warning={warning} indicator={name(warning.indicator.name)} />
        <div className="stack">
          <Card title={text('observatory.warning.about')}>
            <dl className="facts">
              <dt>{text('observatory.warning.subject')}</dt>
              <dd>{warning.subjectHref ? <PageLink href={warning.subjectHref}>{subject}</PageLink> : subject}</dd>
              <dt>{text('observatory.warning.indicator')}</dt>
              <dd><PageLink href={`/indicators/${warning.indicator.id}?subject=${warning.subjectKind}:${warning.subject.id}`}>{name(warning.indicator.name)}</PageLink></dd>
              <dt>{text('observatory.alarm.rule')}</dt>
              <dd><PageLink href={`/alarm-rules/${warning.ruleId}`}>{bilingual(warning.title)}</PageLink> <span className="quiet small">{text('observatory.alarm.edition', { number: warning.editionNumber })}</span>{warning.productDefault ? <> <DefaultTag /></> : null}</dd>
            </dl>
          </Card>
          <Card title={text('observatory.warning.steps')}>
            {warning.steps.length === 0 ? <p className="quiet">{text('observatory.warning.steps.none')}</p> : (
              <ol className="warning-steps">
                {warning.steps.toReversed().map((step) => (
                  <li key={step.id}>
                    <StateTag state={step.toState} /> <span className="small quiet">{format.moment(step.doneAt)} · {step.doneByName}</span>
                    {step.note ? <p>{step.note}</p> : null}
                    {step.href ? <p><PageLink href={step.href}>{text('observatory.warning.raisedAs')}</PageLink></p> : null}
                  </li>
                ))}
              </ol>
            )}
          </Card>
        </div>
      </div>
      {doing ? <StepDialog warning={warning} verb={doing} onClose={() => setDoing(null)} /> : null}
    </div>
  );
}
