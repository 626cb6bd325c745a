import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { useGo } from '#web/router/use-search.ts';
import { finishOutside } from '../../words/outside.contract.ts';
import { safePath } from '../../words/safe-path.rules.ts';
import { Doorway } from '../Doorway.tsx';
import { browserSecret } from './OutsideButton.tsx';

/** Where the provider sends people back to: hands its answer on, once, and says plainly what went wrong. */
export default function OutsideReturn() {
  const text = useText();
  const go = useGo();
  const client = useQueryClient();
  const sent = useRef(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const browser = sessionStorage.getItem(browserSecret);
    sessionStorage.removeItem(browserSecret);
    // Opened without a sign-in that this browser began: an old bookmark, or the way back a second time.
    if (!browser) return setTrouble(text('identity.reason.outsideOver'));
    const answer = Object.fromEntries(new URLSearchParams(location.search));
    const finish = async () => {
      try {
        const { owes, next } = await call(finishOutside, { body: { browser, answer } });
        await client.resetQueries();
        go(owes === 'code' ? `/sign-in?next=${encodeURIComponent(next)}` : safePath(next), { replace: true });
      } catch (error) {
        if (!isProblem(error)) throw error;
        setTrouble(problemText(error, text));
      }
    };
    void finish();
  }, [client, go, text]);
  return (
    <Doorway title={text('identity.outside.return')}>
      {trouble ? <EmptyState title={text('identity.outside.failed')} action={<ButtonLink href="/sign-in">{text('identity.invitation.signIn')}</ButtonLink>}>{trouble}</EmptyState> : <LoadingSkeleton lines={3} />}
    </Doorway>
  );
}
