import { useName } from '#web/i18n/names.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { recordPath } from '#web/kit/event/record-path.ts';
import { iconPaths } from '#web/kit/icon/paths.ts';
import type { IconName } from '#web/kit/icon/paths.ts';
import { useSession } from '#web/session/use-session.ts';

/** More than these are found by search. */
const most = 2;

/** One click to what the reader's own mandates are about: their firm, their cluster, their territory. */
export function OwnRecords() {
  const name = useName();
  const { session } = useSession();
  const own = (session?.mandates ?? []).flatMap(({ id, state, scopeKind, scopeId, scopeName }) => {
    const href = scopeId && scopeName && state === 'inForce' ? recordPath(scopeKind, scopeId) : null;
    return href ? [{ id, href, label: name(scopeName), icon: scopeKind in iconPaths ? (scopeKind as IconName) : undefined }] : [];
  });
  return own.slice(0, most).map(({ id, href, label, icon }) => (
    <ButtonLink key={id} href={href} {...(icon ? { icon } : {})}>{label}</ButtonLink>
  ));
}
