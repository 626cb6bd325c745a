import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { ContextControl } from './ContextControl.tsx';
import type { ContextControlProps } from './ContextControl.tsx';
import { JobIndicator } from './JobIndicator.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';
import { NoticeBell } from './NoticeBell.tsx';
import { SchemeSwitch } from './SchemeSwitch.tsx';

const searchKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

export interface TopBarProps extends ContextControlProps {
  onSearch: () => void;
  onRail: () => void;
}

export function TopBar({ session, reads, onSearch, onRail }: TopBarProps) {
  const text = useText();
  return (
    <header className="top">
      <IconButton className="top-menu" icon="menu" size={20} label={text('web.rail.open')} onClick={onRail} />
      <PageLink className="logo" href="/" title={text('web.page.goHome')}>
        <Logo />
        <span>Clusterloom</span>
      </PageLink>
      <ContextControl session={session} reads={reads} />
      <button type="button" className="search-open" onClick={onSearch} title={text('web.search')} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" size={16} />
        <span>{text('web.search.hint')}</span>
        <kbd>{searchKeys}</kbd>
      </button>
      {session?.signedIn ? <JobIndicator /> : null}
      {session?.person ? <NoticeBell /> : null}
      <LanguageSwitch />
      <SchemeSwitch />
      <AccountMenu session={session} />
    </header>
  );
}
