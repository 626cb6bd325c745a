import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';

/** A page that broke takes neither the shell nor the reader's draft with it. */
export function RouteError({ error, reset }: { error: unknown; reset?: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const text = useText();
  const problem = error instanceof Problem ? error : new Problem(0, { reason: 'screen', title: text('web.page.broken.hint') });
  const retry = () => {
    // The page may have broken over an answer it had kept: it asks again.
    client.removeQueries({ type: 'inactive' });
    reset?.();
    void router.invalidate();
  };
  return (
    <div className="stack">
      <PageHead title={text('web.page.broken')} />
      <ErrorState problem={problem} retry={retry} />
    </div>
  );
}
