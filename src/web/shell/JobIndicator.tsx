import { listMyJobs } from '#modules/system/system.contract.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { PageLink } from '#web/router/PageLink.tsx';

/** In the top bar while something of mine runs, and only then. */
export function JobIndicator() {
  const text = useText();
  const query = useRoute(listMyJobs, { query: { open: 'true', limit: 5 } }, { readAgain: (page) => (page.total > 0 ? 3000 : 60_000) });
  const count = query.data?.total ?? 0;
  if (count === 0) return null;
  return (
    <PageLink className="job-indicator" href="/jobs" title={text('web.job.mine', { count })}>
      <Icon name="refresh" size={16} />
      <span className="number">{count}</span>
      <span className="visually-hidden">{text('web.job.mine', { count })}</span>
    </PageLink>
  );
}
