import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import type { MenuItem } from '#web/kit/Menu.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { useGo } from '#web/router/use-search.ts';
import { editRefusalOf, refusalOf } from '../../words/lifecycle.rules.ts';
import type { OrganisationVerb } from '../../words/lifecycle.rules.ts';
import { archiveOrganisation, restoreOrganisation, splitOrganisation } from '../../words/organisation.contract.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import { useHeldRoles } from '../use-may-on.ts';
import type { useMayOn } from '../use-may-on.ts';
import { organisationPath } from './organisation-columns.tsx';

type Asked = 'archive' | 'restore' | 'split';
const icons = { archive: 'archive', restore: 'refresh', split: 'split' } as const;

/** The next steps that the lifecycle's table allows here, for these roles. */
export function OrganisationSteps({ organisation, may }: { organisation: Organisation; may: ReturnType<typeof useMayOn> }) {
  const text = useText();
  const name = useName();
  const go = useGo();
  const roles = useHeldRoles();
  const [asked, setAsked] = useState<Asked | null>(null);
  const touches = ['cluster', 'figure', 'history'];
  const done = () => setAsked(null);
  const archive = useWrite(archiveOrganisation, { touches, onDone: done });
  const restore = useWrite(restoreOrganisation, { touches, onDone: done });
  const split = useWrite(splitOrganisation, { touches, onDone: done });
  const params = { organisationId: organisation.id };
  const path = organisationPath(organisation.id);
  const open = (verb: OrganisationVerb) => refusalOf(organisation, verb, roles) === null && may(verb === 'archive' || verb === 'restore' ? 'organisation.archive' : 'organisation.merge');
  const mayEdit = editRefusalOf(organisation) === null && may('organisation.update');
  const writing = { archive, restore, split };
  const send = (verb: Asked) => (verb === 'split' ? split.mutate({ params }) : writing[verb].mutate({ params, ifMatch: organisation.version }));
  const rest: MenuItem[] = [
    ...(open('merge') ? [{ key: 'merge', icon: 'merge' as const, label: text('registry.organisation.merge'), onSelect: () => go(`${path}/merge`) }] : []),
    ...(open('archive') ? [{ key: 'archive', icon: 'archive' as const, label: text('registry.organisation.archive'), onSelect: () => setAsked('archive') }] : []),
  ];
  const problem = asked ? writing[asked].error : null;
  return (
    <>
      {rest.length > 0 ? <Menu label={text('registry.organisation.moreSteps')} align="end" items={rest} trigger={(props) => <Button icon="more" {...props}>{text('registry.organisation.moreSteps')}</Button>} /> : null}
      {mayEdit ? <ButtonLink kind="primary" icon="edit" href={`${path}/edit`}>{text('registry.organisation.edit')}</ButtonLink> : null}
      {(['restore', 'split'] as const).filter(open).map((verb) => <Button key={verb} kind="primary" icon={icons[verb]} onClick={() => setAsked(verb)}>{text(`registry.organisation.${verb}`)}</Button>)}
      <Dialog
        open={asked !== null}
        title={asked ? text(`registry.organisation.${asked}.title`, { name: name(organisation.name) }) : ''}
        onClose={done}
        actions={
          asked ? (
            <>
              <Button onClick={done}>{text('registry.keep')}</Button>
              <Button kind={asked === 'archive' ? 'danger' : 'primary'} icon={icons[asked]} busy={writing[asked].isPending} onClick={() => send(asked)}>{text(`registry.organisation.${asked}`)}</Button>
            </>
          ) : null
        }
      >
        {asked ? <p>{text(`registry.organisation.${asked}.what`)}</p> : null}
        {problem ? <p className="field-error" role="alert">{problemText(problem, text)}</p> : null}
      </Dialog>
    </>
  );
}
