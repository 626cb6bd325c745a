import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createIndicator } from '../../words/indicator.contract.ts';
import { indicatorForm } from './indicator-form.ts';
import { IndicatorForm } from './IndicatorForm.tsx';

export default function IndicatorNewPage() {
  const text = useText();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('indicator.manage');
  const create = useWrite(createIndicator, { onDone: (made) => go(`/indicators/${made.id}`) });
  const form = useForm({ initial: { kind: 'level', direction: 'none' }, schema: indicatorForm, draft: 'indicator.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('indicator.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('indicator.new')} breadcrumb={[{ label: text('indicator.list'), href: '/indicators' }]} />
      <IndicatorForm form={form} submit={text('indicator.create')} cancel="/indicators" />
    </div>
  );
}
