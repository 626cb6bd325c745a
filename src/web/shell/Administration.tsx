import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePath } from '#web/router/use-search.ts';
import { useSession } from '#web/session/use-session.ts';
import { openGroups } from './administration-groups.ts';
import { useCurrentInView } from './use-current-in-view.ts';

/** A page of the administration beside its own menu, and the one page for whoever may not see this one. */
export function Administration({ permission, title, children }: { permission: string | null; title: string; children: ReactNode }) {
  const text = useText();
  const path = usePath();
  const { session } = useSession();
  const menu = useCurrentInView(path, session !== null);
  if (session === null) return <LoadingSkeleton lines={10} height={440} />;
  const isOpen = permission === null || session.permissions.includes(permission);
  return (
    <div className="administration">
      <nav ref={menu} className="administration-menu" aria-label={text('web.administration')}>
        {openGroups(session.permissions).map(({ group, pages }) => (
          <section key={group} aria-labelledby={`administration-${group}`}>
            <h2 id={`administration-${group}`}>{text(`web.administration.${group}`)}</h2>
            {pages.map((page) => (
              <PageLink key={page.path} href={page.path} aria-current={path.startsWith(page.path) ? 'page' : undefined}>
                {text(page.title)}
              </PageLink>
            ))}
          </section>
        ))}
      </nav>
      <div className="stack grow">
        {isOpen ? children : (
          <>
            <PageHead title={title} />
            <section className="card"><NoPermission thing={title} /></section>
          </>
        )}
      </div>
    </div>
  );
}
