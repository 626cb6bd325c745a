import { useList, useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { getIndicator, stepIndicator } from '../../words/indicator.contract.ts';
import { indicatorVerbs, stepOf } from '../../words/indicator.rules.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { listObservedSubjects } from '../../words/observation.contract.ts';
import { BreaksCard } from '../breaks/BreaksCard.tsx';
import { MultiplesTab } from '../multiples/MultiplesTab.tsx';
import { PictureTab } from '../picture/PictureTab.tsx';
import { StateTag } from '../StateTag.tsx';
import { useUnitWord } from '../use-unit-word.ts';
import { AboutCard } from './AboutCard.tsx';
import { AllValuesTab } from './AllValuesTab.tsx';
import { RuleCard } from './RuleCard.tsx';
import { SeriesTab } from './SeriesTab.tsx';
import { VintagesCard } from './VintagesCard.tsx';
import '../indicator.css';

export default function IndicatorPage() {
  const text = useText();
  const { indicatorId } = usePageParams('indicatorId');
  const query = useRoute(getIndicator, { params: { indicatorId } });
  return <Loaded query={query} what={text('indicator.recordKind.indicator')} lines={8}>{(indicator) => <Portrait key={indicator.id} indicator={indicator} />}</Loaded>;
}

function Portrait({ indicator }: { indicator: Indicator }) {
  const text = useText();
  const name = useName();
  const unit = useUnitWord();
  const mayManage = useMay('indicator.manage');
  const subjects = useList(listObservedSubjects, { params: { indicatorId: indicator.id }, query: { limit: 50 } });
  const step = useWrite(stepIndicator, { touches: ['history'] });
  const steps = mayManage ? indicatorVerbs.filter((verb) => 'to' in stepOf(indicator, verb)) : [];
  const take = (verb: (typeof indicatorVerbs)[number]) => step.mutate({ params: { indicatorId: indicator.id }, body: { verb }, ifMatch: indicator.version });
  return (
    <RecordPage
      kind="indicator"
      title={name(indicator.name)}
      breadcrumb={[{ label: text('indicator.list'), href: '/indicators' }]}
      sample={indicator.sample}
      tags={<><StateTag state={indicator.state} />{indicator.computed ? <Tag tone="brand" title={indicator.formula ?? ''}>{text('indicator.computed')}</Tag> : null}{indicator.productDefault ? <Tag title={text('indicator.productDefault.hint')}>{text('indicator.productDefault')}</Tag> : null}</>}
      scope={[text(`indicator.dimension.${indicator.dimension ?? 'none'}`), indicator.topic, unit(indicator.unit), text(`indicator.direction.${indicator.direction}`)].filter(Boolean).join(' · ')}
      actions={
        <>
          {steps.map((verb) => <Button key={verb} busy={step.isPending} onClick={() => take(verb)}>{text(`indicator.step.${verb}`)}</Button>)}
        </>
      }
      primary={mayManage ? <ButtonLink kind="primary" icon="edit" href={`/indicators/${indicator.id}/edit`}>{text('indicator.edit')}</ButtonLink> : undefined}
      notice={step.error ? <p className="notice" role="alert">{problemText(step.error, text)}</p> : undefined}
      tabs={[
        { key: 'picture', label: text('indicator.tab.picture'), content: () => <PictureTab indicator={indicator} /> },
        { key: 'series', label: text('indicator.tab.series'), count: subjects.total ?? undefined, content: () => <SeriesTab indicator={indicator} /> },
        { key: 'multiples', label: text('indicator.tab.multiples'), content: () => <MultiplesTab indicator={indicator} /> },
        { key: 'values', label: text('indicator.tab.values'), count: indicator.observationCount, content: () => <AllValuesTab indicator={indicator} /> },
        { key: 'definition', label: text('indicator.tab.definition'), content: () => <><AboutCard indicator={indicator} /><VintagesCard indicatorId={indicator.id} /><BreaksCard indicator={indicator} /></> },
      ]}
      side={() => <><AboutCard indicator={indicator} short /><RuleCard /></>}
      sideLabel={text('indicator.tab.about')}
    />
  );
}
