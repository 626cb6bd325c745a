import type { Action, Context, HomeItem } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type * as routes from '../publication.contract.ts';
import { readFeed } from './read-feed.ts';
import { figuresOf } from './read-figures.ts';

const latest = 12;

/** What waits for this reader, dated things first, the soonest on top. */
async function waitingFor(context: Context): Promise<HomeItem[]> {
  const items: HomeItem[] = [];
  for (const offer of context.contributions.homeItems) items.push(...(await offer(context)));
  const said = new Set(items.filter((item) => !item.echo).map((item) => item.href));
  return items.filter((item) => !item.echo || !said.has(item.href)).map(({ echo: _echo, ...item }) => item).toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

export const listWaiting: Action<typeof routes.listWaiting> = async (context) => ok({ items: await waitingFor(context) });

/** No room watches anything yet, so the cockpit says that nothing is watched instead of showing an all-clear. */
export const getCockpit: Action<typeof routes.getCockpit> = async (context) =>
  ok({
    figures: await figuresOf(context, 'space', null),
    changes: (await readFeed(context, latest, null)).items,
    warnings: { state: 'noSource', items: [] },
    waiting: await waitingFor(context),
    asOf: context.now.toISOString(),
  });
