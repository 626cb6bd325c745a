import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect, useLayoutEffect } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { TracePanel } from '#web/kit/trace/TracePanel.tsx';
import { pageOf } from '#web/router/page-route.ts';
import type { PageRoute } from '#web/router/page-route.ts';
import { useGo, usePath } from '#web/router/use-search.ts';
import { useFreshSession, useSession } from '#web/session/use-session.ts';
import { PublicFrame } from './PublicFrame.tsx';
import { Shell } from './Shell.tsx';
import { useArrival } from './use-arrival.ts';
import { Watermark } from './Watermark.tsx';

const signInPath = '/sign-in';
const factorPath = '/second-factor';
const knownReader = 'clusterloom.signedIn';
const none: NonNullable<PageRoute['reads']> = [];

/** Chooses the frame of a page: shell, public frame or none; and sends strangers to sign in. */
export function Frame() {
  const matches = useMatches();
  const page = pageOf(matches.at(-1)?.staticData ?? {});
  const { session, error, refetch } = useSession();
  const path = usePath();
  useFreshSession(path);
  const go = useGo();
  const text = useText();
  const stranger = session !== null && !session.signedIn;
  const turnedAway = stranger && page !== null && !page.public;
  useEffect(() => {
    // The address changes before the page does: the redirect itself is no place to return to.
    if (turnedAway && path !== signInPath) go(`${signInPath}?next=${encodeURIComponent(path + location.search)}`, { replace: true });
  }, [turnedAway, go, path]);
  const owesFactor = session?.owes === 'enrolment' && path !== factorPath;
  useEffect(() => {
    if (owesFactor) go(`${factorPath}?next=${encodeURIComponent(path + location.search)}`, { replace: true });
  }, [owesFactor, go, path]);
  // Before the page's own heading effect, which knows better.
  useLayoutEffect(() => {
    if (page) document.title = `${text(page.title)} · Clusterloom`;
  }, [page, text]);
  const standing = matches.at(-1)?.pathname;
  // Which page stands, told in the same moment as it does: the address is ahead of it while its code comes.
  useLayoutEffect(() => {
    document.documentElement.dataset['page'] = standing ?? '';
  }, [standing]);
  useArrival(path);
  useEffect(() => {
    if (session) localStorage.setItem(knownReader, session.signedIn ? 'yes' : 'no');
  }, [session]);
  if (owesFactor) return null;
  if (page?.fullScreen && (page.public || session?.signedIn)) {
    return (
      <>
        <Outlet />
        <TracePanel />
        <Watermark session={session} />
      </>
    );
  }
  if (page?.fullScreen && session === null && !error) return null;
  if (error && session === null) {
    return (
      <PublicFrame>
        <ErrorState problem={error} retry={() => void refetch()} />
      </PublicFrame>
    );
  }
  if (stranger) return <PublicFrame>{turnedAway ? null : <Outlet />}</PublicFrame>;
  // Only a reader who was signed in last time sees the shell before the answer; a stranger would see it flash.
  if (session === null && localStorage.getItem(knownReader) !== 'yes') return <PublicFrame waiting>{null}</PublicFrame>;
  return <Shell session={session} reads={page?.reads ?? none}><Outlet /></Shell>;
}
