import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';

export function NotFoundPage() {
  const text = useText();
  return (
    <div className="stack">
      <PageHead title={text('web.page.notFound')} />
      <EmptyState title={text('web.page.notFound.hint')} action={<ButtonLink href="/">{text('web.page.goHome')}</ButtonLink>} />
    </div>
  );
}
