import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { archiveRefusalOf, canEdit } from '../../words/archive.rules.ts';
import { archiveCluster, restoreCluster } from '../../words/cluster.contract.ts';
import { useHeldRoles } from '../use-may-on.ts';
import type { useMayOn } from '../use-may-on.ts';
import { clusterPath } from './cluster-path.ts';
import { nextStepOf } from './next-step.ts';
import type { Standing } from './next-step.ts';

/** The steps that the record allows here, and the one that matters most as the primary. */
export function ClusterSteps({ may, ...standing }: Standing & { may: ReturnType<typeof useMayOn> }) {
  const { cluster } = standing;
  const text = useText();
  const name = useName();
  const roles = useHeldRoles();
  const [asked, setAsked] = useState<'archive' | 'restore' | null>(null);
  const done = () => setAsked(null);
  const writing = {
    archive: useWrite(archiveCluster, { touches: ['figure', 'history', 'map'], onDone: done }),
    restore: useWrite(restoreCluster, { touches: ['figure', 'history', 'map'], onDone: done }),
  };
  const open = (verb: 'archive' | 'restore') => may('cluster.archive') && archiveRefusalOf('cluster', cluster, verb, roles) === null;
  const mayEdit = canEdit(cluster) && may('cluster.update');
  const step = mayEdit ? nextStepOf(standing) : null;
  const path = clusterPath(cluster.id);
  const problem = asked ? writing[asked].error : null;
  return (
    <>
      {open('archive') ? (
        <Menu label={text('registry.organisation.moreSteps')} align="end" items={[{ key: 'archive', icon: 'archive', label: text('registry.cluster.archive'), onSelect: () => setAsked('archive') }]} trigger={(props) => <Button icon="more" {...props}>{text('registry.organisation.moreSteps')}</Button>} />
      ) : null}
      {mayEdit ? <ButtonLink kind={step ? 'plain' : 'primary'} icon="edit" href={`${path}/edit`}>{text('registry.cluster.edit')}</ButtonLink> : null}
      {step ? <ButtonLink kind="primary" href={`${path}?tab=${step.tab}`}>{text(`registry.cluster.next.${step.key}`, { count: step.count })}</ButtonLink> : null}
      {open('restore') ? <Button kind="primary" icon="refresh" onClick={() => setAsked('restore')}>{text('registry.cluster.restore')}</Button> : null}
      <Dialog
        open={asked !== null}
        title={asked ? text(`registry.cluster.${asked}.title`, { name: name(cluster.name) }) : ''}
        onClose={done}
        actions={
          asked ? (
            <>
              <Button onClick={done}>{text('registry.keep')}</Button>
              <Button kind={asked === 'archive' ? 'danger' : 'primary'} busy={writing[asked].isPending} onClick={() => writing[asked].mutate({ params: { clusterId: cluster.id }, ifMatch: cluster.version })}>{text(`registry.cluster.${asked}`)}</Button>
            </>
          ) : null
        }
      >
        {asked ? <p>{text(`registry.cluster.${asked}.what`)}</p> : null}
        {problem ? <p className="field-error" role="alert">{problemText(problem, text)}</p> : null}
      </Dialog>
    </>
  );
}
