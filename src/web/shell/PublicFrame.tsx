import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { TracePanel } from '#web/kit/trace/TracePanel.tsx';
import { useOpenTrace } from '#web/kit/trace/use-trace.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';
import { SchemeSwitch } from './SchemeSwitch.tsx';

/** For readers who have not signed in. */
export function PublicFrame({ children, waiting = false }: { children: ReactNode; waiting?: boolean }) {
  const text = useText();
  const { text: trace } = useOpenTrace();
  return (
    <div className={trace === null ? 'app app-public' : 'app app-public app-traced'}>
      <a className="skip" href="#main">{text('web.skip')}</a>
      <header className="top">
        <PageLink className="logo" href="/" title={text('web.page.goHome')}>
          <Logo />
          <span>Clusterloom</span>
        </PageLink>
        <span className="push" />
        <LanguageSwitch />
        <SchemeSwitch />
        {waiting ? null : <ButtonLink href="/sign-in">{text('web.account.signIn')}</ButtonLink>}
      </header>
      <main id="main" tabIndex={-1}>{children}</main>
      <TracePanel />
    </div>
  );
}
