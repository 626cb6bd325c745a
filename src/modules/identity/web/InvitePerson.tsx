import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { createInvitation } from '../identity.contract.ts';
import { invitationDays } from '../identity.rules.ts';
import type { Person } from '../identity.schema.ts';
import { CopyLink } from './CopyLink.tsx';

/** The link is made on demand and shown this once: only its hash is kept. */
export function InvitePerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const invite = useWrite(createInvitation, { touches: ['person', 'audit'] });
  const made = invite.data;
  const link = made ? `${location.origin}/invitation?token=${encodeURIComponent(made.token)}` : null;
  return (
    <Dialog
      open
      title={text('identity.invite.title', { name: name(person.name) })}
      onClose={onClose}
      actions={
        link ? (
          <Button onClick={onClose}>{text('identity.invite.done')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{text('identity.person.notNow')}</Button>
            <Button kind="primary" busy={invite.isPending} onClick={() => invite.mutate({ params: { personId: person.id } })}>{text('identity.invite.do')}</Button>
          </>
        )
      }
    >
      <div className="stack">
        {link && made ? (
          <>
            <CopyLink link={link} />
            <p className="muted">{text('identity.invite.once', { at: format.moment(made.expiresAt) })}</p>
          </>
        ) : (
          <p>{text(person.state === 'invited' ? 'identity.invite.again' : 'identity.invite.hint', { name: name(person.name), days: invitationDays })}</p>
        )}
        {invite.error ? <p role="alert" className="field-error">{problemText(invite.error, text)}</p> : null}
      </div>
    </Dialog>
  );
}
