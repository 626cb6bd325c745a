import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createAsset } from '../../words/asset.contract.ts';
import { assetInputSchema } from '../../words/asset.schema.ts';
import { assetPath } from './asset-words.tsx';
import { AssetForm } from './AssetForm.tsx';

export default function AssetNewPage() {
  const text = useText();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('dataAsset.create');
  const create = useWrite(createAsset, { onDone: (made) => go(assetPath(made.id)) });
  const form = useForm({ initial: { kind: 'register', stage: 'collect', authority: 'city', level: 'internal', updateCycle: 'unknown', visibility: 'open' }, schema: assetInputSchema, draft: 'data-asset.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('intake.asset.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('intake.asset.new')} breadcrumb={[{ label: text('intake.assets'), href: '/data-assets' }]} scope={text('intake.asset.new.scope')} />
      <AssetForm form={form} submit={text('intake.asset.create')} cancel="/data-assets" />
    </div>
  );
}
