import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { getPerson } from '../identity.contract.ts';
import type { Person } from '../identity.schema.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { EditPerson } from './EditPerson.tsx';
import { GrantMandate } from './GrantMandate.tsx';
import { InvitePerson } from './InvitePerson.tsx';
import { personTones } from './mandate-words.ts';
import { PersonHistory } from './PersonHistory.tsx';
import { PersonMandates } from './PersonMandates.tsx';
import { PersonSide } from './PersonSide.tsx';
import { PersonSignIn } from './security/PersonSignIn.tsx';

type Deed = 'grant' | 'invite' | 'edit' | null;

function PersonRecord({ person }: { person: Person }) {
  const text = useText();
  const name = useName();
  const [deed, setDeed] = useState<Deed>(null);
  const may = { grant: useMay('mandate.grant'), invite: useMay('invitation.create') && person.login === null, edit: useMay('person.update'), leave: useMay('leaving.update'), audit: useMay('audit.read'), security: useMay('signIn.read') };
  const held = person.mandates.filter((mandate) => mandate.state !== 'ended').length;
  // A person without any mandate can't do anything yet, with or without an account: that comes first.
  const inviteFirst = may.invite && held > 0;
  const grant = may.grant ? <Button key="grant" kind={inviteFirst ? 'plain' : 'primary'} icon="plus" onClick={() => setDeed('grant')}>{text('identity.mandate.grant')}</Button> : null;
  const invite = may.invite ? <Button key="invite" kind={inviteFirst ? 'primary' : 'plain'} icon="link" onClick={() => setDeed('invite')}>{text('identity.person.invite')}</Button> : null;
  const close = () => setDeed(null);
  return (
    <>
      <RecordPage
        title={name(person.name)}
        breadcrumb={[{ label: text('identity.people'), href: '/administration/people' }]}
        tags={<Tag tone={personTones[person.state]}>{text(`identity.personState.${person.state}`)}</Tag>}
        actions={<>{may.leave ? <ButtonLink icon="exit" href={`/administration/people/${person.id}/leaving`}>{text('identity.leaving')}</ButtonLink> : null}{may.edit ? <Button icon="edit" onClick={() => setDeed('edit')}>{text('identity.person.edit')}</Button> : null}{inviteFirst ? grant : invite}</>}
        primary={inviteFirst ? invite : grant}
        tabs={[
          { key: 'mandates', label: text('identity.person.mandates'), count: held, content: () => <PersonMandates person={person} /> },
          ...(may.security ? [{ key: 'signIn', label: text('identity.signInState'), content: () => <PersonSignIn personId={person.id} /> }] : []),
          ...(may.audit ? [{ key: 'history', label: text('identity.person.history'), content: () => <PersonHistory personId={person.id} /> }] : []),
        ]}
        side={() => <PersonSide person={person} />}
        sideLabel={text('identity.person.about')}
      />
      {deed === 'grant' ? <GrantMandate person={person} onClose={close} /> : null}
      {deed === 'invite' ? <InvitePerson person={person} onClose={close} /> : null}
      {deed === 'edit' ? <EditPerson person={person} onClose={close} /> : null}
    </>
  );
}

export default function PersonPage() {
  const text = useText();
  const { personId } = usePageParams('personId');
  const query = useRoute(getPerson, { params: { personId } });
  return (
    <Administration permission="person.read" title={text('identity.person')}>
      <Loaded query={query} what={text('identity.person')} lines={8}>{(person) => <PersonRecord key={person.id} person={person} />}</Loaded>
    </Administration>
  );
}
