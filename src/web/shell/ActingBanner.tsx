import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { useActing } from '#web/session/use-acting.ts';
import type { SessionView } from '#web/session/use-session.ts';

/** Stands over every page while somebody acts for somebody else, with the way out. */
export function ActingBanner({ session }: { session: SessionView | null }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const act = useActing();
  if (!session?.acting || !session.person) return null;
  const words = { name: name(session.person.name), holder: name(session.acting.person.name) };
  return (
    <aside className="acting" aria-label={text('web.acting')}>
      <span><strong>{text('web.byFor', words)}</strong> <span className="small">{text('web.acting.until', { date: format.date(session.acting.validUntil) })}</span></span>
      <Button size="small" icon="exit" onClick={() => void act(null)}>{text('web.acting.leave')}</Button>
    </aside>
  );
}
