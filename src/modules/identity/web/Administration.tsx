import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePath } from '#web/router/use-search.ts';
import { useSession } from '#web/session/use-session.ts';

const places = [
  { path: '/administration/people', label: 'identity.people', permission: 'person.read' },
  { path: '/administration/audit', label: 'identity.audit', permission: 'audit.read' },
  { path: '/administration/spaces', label: 'identity.spaces', permission: null },
] as const;

/** The administration's pages side by side, and the one page for whoever may not see this one. */
export function Administration({ permission, title, children }: { permission: string | null; title: string; children: ReactNode }) {
  const text = useText();
  const path = usePath();
  const { session } = useSession();
  if (session === null) return <LoadingSkeleton lines={10} height={440} />;
  const may = (asked: string | null) => asked === null || session.permissions.includes(asked);
  return (
    <div className="stack">
      <nav className="tabs" aria-label={text('identity.administration')}>
        {places.filter((place) => may(place.permission)).map((place) => (
          <PageLink key={place.path} href={place.path} aria-current={path.startsWith(place.path) ? 'page' : undefined}>{text(place.label)}</PageLink>
        ))}
      </nav>
      {may(permission) ? children : (
        <>
          <PageHead title={title} />
          <section className="card"><NoPermission thing={title} /></section>
        </>
      )}
    </div>
  );
}
