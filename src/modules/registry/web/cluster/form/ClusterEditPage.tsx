import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo, usePageParams } from '#web/router/use-search.ts';
import { canEdit } from '../../../words/archive.rules.ts';
import { getCluster, updateCluster } from '../../../words/cluster.contract.ts';
import { clusterInputSchema } from '../../../words/cluster.schema.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';
import { useMayOn } from '../../use-may-on.ts';
import { clusterFacts } from '../cluster-facts.ts';
import { clusterPath } from '../cluster-path.ts';
import { ClusterFields } from './ClusterFields.tsx';
import { inputOf, patchOf } from './cluster-input.ts';

export default function ClusterEditPage() {
  const text = useText();
  const { clusterId } = usePageParams('clusterId');
  // What the form was opened with must not change under the reader's hands.
  const query = useRoute(getCluster, { params: { clusterId } }, { staleTime: Infinity });
  return (
    <Loaded query={query} what={text('registry.cluster')} lines={10}>
      {(cluster) => <EditOne key={`${cluster.id} ${cluster.version}`} cluster={cluster} reload={() => void query.refetch()} />}
    </Loaded>
  );
}

function EditOne({ cluster, reload }: { cluster: Cluster; reload: () => void }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const may = useMayOn(clusterFacts(cluster));
  const path = clusterPath(cluster.id);
  const opened = inputOf(cluster);
  const update = useWrite(updateCluster, { touches: ['figure', 'map', 'history', 'territory'], onDone: () => go(path) });
  const form = useForm({
    initial: opened,
    schema: clusterInputSchema,
    draft: `cluster.${cluster.id}.${cluster.version}`,
    submit: (mine) => update.mutateAsync({ params: { clusterId: cluster.id }, body: patchOf(opened, mine), ifMatch: cluster.version }),
  });
  if (!may('cluster.update')) return <NoPermission thing={text('registry.cluster.edit')} />;
  return (
    <div className="stack">
      <PageHead title={text('registry.cluster.editing', { name: name(cluster.name) })} sample={cluster.sample} breadcrumb={[{ label: text('registry.cluster.list'), href: '/clusters' }, { label: name(cluster.name), href: path }]} />
      {canEdit(cluster) ? (
        <>
          {update.error?.reason === 'changedMeanwhile' ? (
            <p className="notice" role="alert">{text('registry.cluster.changedMeanwhile')} <Button size="small" onClick={() => { form.discard(); reload(); }}>{text('registry.cluster.reload')}</Button></p>
          ) : null}
          <Form
            form={form}
            label={text('registry.cluster.edit')}
            actions={
              <>
                <ButtonLink href={path}>{text('registry.cancel')}</ButtonLink>
                <Button kind="primary" type="submit" busy={form.sending}>{text('registry.cluster.save')}</Button>
              </>
            }
          >
            <Card title={text('registry.cluster.form.what')}><div className="stack form-fields"><ClusterFields form={form} /></div></Card>
          </Form>
        </>
      ) : (
        <EmptyState title={text('registry.reason.alreadyArchived')} action={<ButtonLink href={path}>{text('registry.back')}</ButtonLink>} />
      )}
    </div>
  );
}
