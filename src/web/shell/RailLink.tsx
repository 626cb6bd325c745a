import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { isAt, type RailLine } from '#web/router/rail-lines.ts';
import { usePath } from '#web/router/use-search.ts';

export function RailLink({ line }: { line: RailLine }) {
  const text = useText();
  const path = usePath();
  const on = line.pages.some((page) => isAt(path, page));
  const label = text(line.title);
  return (
    <PageLink href={line.path} className={on ? 'rail-link rail-on' : 'rail-link'} aria-current={on ? (path === line.path ? 'page' : 'true') : undefined} title={label}>
      <Icon name={line.icon} size={18} />
      <span>{label}</span>
    </PageLink>
  );
}
