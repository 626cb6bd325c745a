import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { useMay } from '#web/session/use-session.ts';
import { revokeLink } from '../../words/reporter.contract.ts';
import type { CodeWay, ReporterContact } from '../../words/reporter.schema.ts';
import { HandOver } from './HandOver.tsx';
import { LinkButtons } from './LinkButtons.tsx';

/** What can be done with the contacts that were chosen: links for many, the rest one by one. */
export function ChosenContacts({ contacts, ways, clear }: { contacts: readonly ReporterContact[]; ways: readonly CodeWay[]; clear: () => void }) {
  const text = useText();
  const mayInvite = useMay('reporter.invite');
  const [leaving, setLeaving] = useState<ReporterContact | null>(null);
  const revoke = useWrite(revokeLink, { onDone: clear });
  const [only] = contacts;
  const one = only && contacts.length === 1 ? only : null;
  return (
    <>
      {mayInvite ? <LinkButtons body={{ contactIds: contacts.map(({ id }) => id) }} ways={ways} /> : null}
      {one?.linkUntil && mayInvite ? <Button size="small" busy={revoke.isPending} onClick={() => revoke.mutate({ params: { contactId: one.id } })}>{text('intake.reporter.revoke')}</Button> : null}
      {one && one.state !== 'left' && one.state !== 'wrongPerson' ? <Button size="small" onClick={() => setLeaving(one)}>{text('intake.reporter.leave')}</Button> : null}
      {revoke.error ? <span className="critical small" role="alert">{problemText(revoke.error, text)}</span> : null}
      {leaving ? <HandOver contact={leaving} onClose={() => { setLeaving(null); clear(); }} /> : null}
    </>
  );
}
