import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { initialsOf } from '#web/kit/initials.ts';
import { Menu } from '#web/kit/Menu.tsx';
import type { SessionView } from '#web/session/use-session.ts';
import { useActing } from '#web/session/use-acting.ts';
import { useSessionDeeds } from '#web/session/use-session.ts';

export function AccountMenu({ session }: { session: SessionView | null }) {
  const text = useText();
  const deeds = useSessionDeeds();
  const nameOf = useName();
  const name = nameOf(session?.person?.name);
  const act = useActing();
  const asOthers = session?.acting
    ? [{ key: 'self', icon: 'exit' as const, label: text('web.acting.leave'), onSelect: () => void act(null) }]
    : (session?.mayActFor ?? []).map((each) => ({ key: each.deputyId, icon: 'person' as const, label: text('web.acting.for', { holder: nameOf(each.person.name) }), onSelect: () => void act(each.deputyId) }));
  return (
    <Menu
      label={text('web.account')}
      align="end"
      head={name}
      items={[...asOthers, { key: 'mine', icon: 'person', label: text('web.account.mine'), href: '/account' }, { key: 'notices', icon: 'bell', label: text('notice.settings'), href: '/account/notices' }, { key: 'jobs', icon: 'refresh', label: text('web.account.jobs'), href: '/jobs' }, { key: 'out', icon: 'exit', label: text('web.account.signOut'), onSelect: () => void deeds.signOut() }]}
      trigger={(props) => (
        <button type="button" className="avatar avatar-button" title={name} {...props}>
          {initialsOf(name)}
          <span className="visually-hidden"> · {text('web.account.of', { name })}</span>
        </button>
      )}
    />
  );
}
