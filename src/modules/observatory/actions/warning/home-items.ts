import type { Context, HomeItem } from '#platform/module/module.ts';
import { countOpenToHandle } from '../../store/warning.store.ts';
import { wordsOf } from '../../store/words.ts';

/** Warnings inside one's own scope that nobody has looked at. */
export async function warningItems(context: Context): Promise<HomeItem[]> {
  const { count, urgent } = await countOpenToHandle(context);
  if (count === 0) return [];
  return [{
    key: 'observatory.warnings',
    text: wordsOf('warning.home', { count: String(count) }),
    ...(urgent > 0 ? { detail: wordsOf('warning.home.urgent', { count: String(urgent) }) } : {}),
    href: '/warnings?state=open',
    verb: wordsOf('warning.home.verb'),
    due: null,
  }];
}
