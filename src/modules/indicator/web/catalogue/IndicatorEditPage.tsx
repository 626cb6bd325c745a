import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { getIndicator, updateIndicator } from '../../words/indicator.contract.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { indicatorForm, inputOf } from './indicator-form.ts';
import { IndicatorForm } from './IndicatorForm.tsx';

export default function IndicatorEditPage() {
  const text = useText();
  const { indicatorId } = usePageParams('indicatorId');
  const { session } = useSession();
  const may = useMay('indicator.manage');
  const query = useRoute(getIndicator, { params: { indicatorId } }, { staleTime: Infinity });
  if (session && !may) return <NoPermission thing={text('indicator.edit')} />;
  return <Loaded query={query} what={text('indicator.recordKind.indicator')} lines={10}>{(indicator) => <EditOne key={`${indicator.id} ${indicator.version}`} indicator={indicator} reload={() => void query.refetch()} />}</Loaded>;
}

function EditOne({ indicator, reload }: { indicator: Indicator; reload: () => void }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const path = `/indicators/${indicator.id}`;
  const update = useWrite(updateIndicator, { touches: ['observation', 'history'], onDone: () => go(path) });
  const form = useForm({ initial: inputOf(indicator), schema: indicatorForm, draft: `indicator.${indicator.id}.${indicator.version}`, submit: (body) => update.mutateAsync({ params: { indicatorId: indicator.id }, body, ifMatch: indicator.version }) });
  const again = () => {
    form.discard();
    reload();
  };
  return (
    <div className="stack">
      <PageHead title={text('indicator.editing', { name: name(indicator.name) })} sample={indicator.sample} breadcrumb={[{ label: text('indicator.list'), href: '/indicators' }, { label: name(indicator.name), href: path }]} />
      {update.error?.reason === 'changedMeanwhile' ? <p className="notice" role="alert">{text('indicator.changedMeanwhile')} <Button size="small" onClick={again}>{text('indicator.reload')}</Button></p> : null}
      <IndicatorForm form={form} indicator={indicator} submit={text('indicator.save')} cancel={path} />
    </div>
  );
}
