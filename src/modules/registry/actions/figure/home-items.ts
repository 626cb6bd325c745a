import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context, HomeItem } from '#platform/module/module.ts';
import { clustersWithUnplacedMembers, countPinsOutside, countWithoutMain, openDisputes } from '../../store/home.store.ts';
import { wordsOf } from '../../store/words.ts';

const mostPerKind = 5;
type Params = Record<string, string | number | Name | null>;

/** A message in both languages with its parameters put in; names in the language of the sentence where there are two. */
function say(key: string, params: Params = {}): { zh: string; en: string } {
  const words = wordsOf(key);
  const put = (text: string, pick: (name: Name) => string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_, field: string) => {
      const value = params[field] ?? '';
      return typeof value === 'object' ? pick(value) : String(value);
    });
  return { zh: put(words.zh, (name) => name.zh ?? name.en ?? ''), en: put(words.en, (name) => name.en ?? name.zh ?? '') };
}

const item = (key: string, which: string, params: Params, href: string): HomeItem => ({ key: `registry.${key}.${which}`, text: say(`home.${key}`, params), href, verb: say(`home.${key}.verb`), due: null });

const pages: Record<string, string> = { organisation: '/organisations', cluster: '/clusters', place: '/places' };

/** What is open in the records that a person keeps: a decision, a place, a cluster organisation, a pin. */
export async function registryHomeItems(context: Context): Promise<HomeItem[]> {
  const disputes = await openDisputes(context, mostPerKind);
  const unplaced = await clustersWithUnplacedMembers(context, mostPerKind);
  const [withoutMain, outside] = [await countWithoutMain(context), await countPinsOutside(context)];
  return [
    ...disputes.map(({ subjectKind, subjectId, name, attribute, period, sources }) => {
      const made = item('dispute', `${subjectId}.${attribute.zh ?? attribute.en}.${period ?? ''}`, { name, attribute, sources }, `${pages[subjectKind]}/${subjectId}?tab=facts`);
      return period === null ? made : { ...made, detail: { zh: period, en: period } };
    }),
    ...unplaced.map(({ id, name, count }) => item('unplaced', id, { name, count }, `/clusters/${id}?tab=members`)),
    ...(withoutMain > 0 ? [item('withoutMain', 'all', { count: withoutMain }, '/clusters')] : []),
    ...(outside > 0 ? [item('pinsOutside', 'all', { count: outside }, '/organisations?hasPin=false')] : []),
  ];
}
