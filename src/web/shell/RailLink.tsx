import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { NavRoute } from '#web/router/collect-routes.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePath } from '#web/router/use-search.ts';

function isUnder(path: string, start: string): boolean {
  return path === start || path.startsWith(`${start}/`);
}

export function RailLink({ route }: { route: NavRoute }) {
  const text = useText();
  const path = usePath();
  const on = isUnder(path, route.path) || (route.nav.covers?.some((start) => isUnder(path, start)) ?? false);
  const label = text(route.title);
  return (
    <PageLink href={route.path} className={on ? 'rail-link rail-on' : 'rail-link'} aria-current={on ? (path === route.path ? 'page' : 'true') : undefined} title={label}>
      <Icon name={route.nav.icon} size={18} />
      <span>{label}</span>
    </PageLink>
  );
}
