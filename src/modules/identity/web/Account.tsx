import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { changeLanguage, useLanguage } from '#web/i18n/language.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { useSession, useSessionDeeds } from '#web/session/use-session.ts';
import { DeputyCards } from './acting/DeputyCards.tsx';
import { MandateTable } from './MandateTable.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { FactorCard } from './security/FactorCard.tsx';
import { KeysCard } from './security/KeysCard.tsx';
import { SessionsCard } from './security/SessionsCard.tsx';

/** Password, second factor, language, sessions and keys: nobody's but one's own, so never shown while acting for somebody. */
function OwnSignIn({ login }: { login: string }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <div className="columns">
        <Card title={text('identity.account.password')}>
          <PasswordForm login={login} />
        </Card>
        <div className="stack">
          <FactorCard />
          <Card title={text('identity.account.language')}>
            <div className="stack">
              <div><Segmented label={text('identity.account.language')} value={language} onChange={(next) => void changeLanguage(next)} options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} /></div>
              <p className="small muted">{text('identity.account.languageHint')}</p>
            </div>
          </Card>
        </div>
      </div>
      <SessionsCard />
      <KeysCard />
    </>
  );
}

export default function Account() {
  const text = useText();
  const name = useName();
  const deeds = useSessionDeeds();
  const { session } = useSession();
  if (!session?.person) return <LoadingSkeleton lines={8} />;
  return (
    <div className="stack">
      <PageHead
        title={text('identity.account')}
        scope={text('identity.account.scope', { name: name(session.person.name), login: session.person.login, space: name(session.space?.name) })}
        actions={<>{session.acting ? null : <ButtonLink href={`/administration/people/${session.person.id}/leaving`}>{text('identity.leaving.mine')}</ButtonLink>}<Button icon="exit" onClick={() => void deeds.signOut()}>{text('web.account.signOut')}</Button></>}
      />
      <Card title={text('identity.account.mandates')} note={text('identity.account.mandatesNote', { count: session.mandates.length })} flush>
        {session.mandates.length > 0 ? (
          <MandateTable caption={text('identity.account.mandates')} mandates={session.mandates} />
        ) : (
          <EmptyState title={text('identity.account.noMandates')}>{text('web.state.granter')}</EmptyState>
        )}
      </Card>
      <DeputyCards />
      {session.acting ? <Card><p>{text('identity.account.actingOwn', { name: name(session.acting.person.name) })}</p></Card> : <OwnSignIn login={session.person.login} />}
    </div>
  );
}
