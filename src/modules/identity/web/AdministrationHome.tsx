import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useSession } from '#web/session/use-session.ts';
import { openGroups } from '#web/shell/administration-groups.ts';

/** Everything that can be set, in one overview, as far as this reader may. */
export default function AdministrationHome() {
  const text = useText();
  const { session } = useSession();
  if (session === null) return <LoadingSkeleton lines={10} height={440} />;
  return (
    <div className="stack">
      <PageHead title={text('identity.administration')} />
      <div className="administration-overview">
        {openGroups(session.permissions).map(({ group, pages }) => (
          <Card key={group} title={text(`web.administration.${group}`)}>
            {pages.map((page) => (
              <PageLink key={page.path} href={page.path}>
                {text(page.title)}
                <small>{text(page.administration.hint)}</small>
              </PageLink>
            ))}
          </Card>
        ))}
      </div>
    </div>
  );
}
