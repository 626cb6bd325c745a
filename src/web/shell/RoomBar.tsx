import { useText } from '#web/i18n/use-text.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { isAt } from '#web/router/rail-lines.ts';
import { usePath } from '#web/router/use-search.ts';
import type { SessionView } from '#web/session/use-session.ts';
import { linesFor } from './lines-for.ts';
import { useCurrentInView } from './use-current-in-view.ts';

/** The other pages of the room that this page is in, as one line above it. */
export function RoomBar({ session }: { session: SessionView | null }) {
  const text = useText();
  const path = usePath();
  const line = linesFor(session).find(({ pages }) => pages.length > 1 && pages.some((page) => isAt(path, page)));
  const bar = useCurrentInView(path, line !== undefined);
  if (!line) return null;
  return (
    <nav ref={bar} className="tabs room-bar" aria-label={text(line.title)}>
      {line.pages.map((page) => (
        <PageLink key={page.path} href={page.path} aria-current={isAt(path, page) ? (path === page.path ? 'page' : 'true') : undefined}>
          {text(page.title)}
        </PageLink>
      ))}
    </nav>
  );
}
