import { useList, useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { one } from '#web/router/search.ts';
import { usePageParams, useSearch } from '#web/router/use-search.ts';
import { createEdition, getEdition, getScoreboard, listEditions } from '../../../words/scoreboard.contract.ts';
import { isOpenEdition } from '../../../words/scoreboard.rules.ts';
import type { Scoreboard } from '../../../words/scoreboard.schema.ts';
import { StudioDesk } from './StudioDesk.tsx';
import '../scoreboard.css';

/** Where a scoreboard is built: the newest edition that is still open. */
export default function StudioPage() {
  const text = useText();
  const { scoreboardId } = usePageParams('scoreboardId');
  const query = useRoute(getScoreboard, { params: { scoreboardId } });
  return <Loaded query={query} what={text('observatory.recordKind.scoreboard')}>{(scoreboard) => (scoreboard.mayManage ? <OpenEdition scoreboard={scoreboard} /> : <NoPermission thing={text('observatory.scoreboard.studio')} />)}</Loaded>;
}

function OpenEdition({ scoreboard }: { scoreboard: Scoreboard }) {
  const text = useText();
  const name = useName();
  const asked = one(useSearch()['edition']);
  const list = useList(listEditions, { params: { scoreboardId: scoreboard.id }, query: { limit: 200 } });
  const create = useWrite(createEdition, { touches: ['scoreboard', 'scoreboardRun'] });
  const open = list.items.filter((edition) => isOpenEdition(edition.state));
  const shown = open.find((edition) => edition.id === asked) ?? open[0];
  const newest = list.items[0];
  if (shown) return <EditionLoaded scoreboard={scoreboard} editionId={shown.id} />;
  if (list.loading) return <LoadingSkeleton lines={12} />;
  const start = <Button kind="primary" busy={create.isPending} onClick={() => create.mutate({ params: { scoreboardId: scoreboard.id }, body: newest ? { fromId: newest.id } : {} })}>{text('observatory.scoreboard.nextEdition')}</Button>;
  return (
    <div className="stack">
      <PageHead title={text('observatory.scoreboard.studio')} breadcrumb={[{ label: name(scoreboard.name), href: `/scoreboards/${scoreboard.id}` }]} />
      <EmptyState title={text('observatory.scoreboard.noOpenEdition')} action={start}>{text('observatory.scoreboard.noOpenEdition.hint')}</EmptyState>
    </div>
  );
}

function EditionLoaded({ scoreboard, editionId }: { scoreboard: Scoreboard; editionId: string }) {
  const text = useText();
  const query = useRoute(getEdition, { params: { editionId } }, { staleTime: 60_000 });
  return <Loaded query={query} what={text('observatory.scoreboard.edition')} lines={12}>{(edition) => <StudioDesk key={edition.id} scoreboard={scoreboard} edition={edition} />}</Loaded>;
}
