import { fieldsOf, highest, routeBase } from '#platform/level/level.rules.ts';
import type { Action, Contributions } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { listLevelFields } from '../words/level.contract.ts';
import type { LevelField } from '../words/level.schema.ts';

const catalogues = new WeakMap<Contributions['operations'], LevelField[]>();

/** Every field that can be read or sent, once for each record: the stem of the operations that carry it. */
export function levelCatalogue(operations: Contributions['operations']): LevelField[] {
  const before = catalogues.get(operations);
  if (before) return before;
  const found = new Map<string, LevelField>();
  for (const { room, route } of operations) {
    const record = route.id.split('.')[0] ?? route.id;
    for (const [schema, input] of [[route.out, false], [route.body, true]] as const) {
      if (!schema || (!input && route.answer)) continue;
      for (const { path, level, from } of fieldsOf(schema, routeBase(route))) {
        const field = path.replace(/^items\[\]\.?/u, '') || '·';
        const id = `${room}/${record}/${field}`;
        const known = found.get(id);
        found.set(id, { id, room, record, field, level: known ? highest(level, known.level) : level, declared: known && known.declared !== 'route' ? known.declared : from, input: input || (known?.input ?? false) });
      }
    }
  }
  const all = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  catalogues.set(operations, all);
  return all;
}

export const listLevelFieldsAction: Action<typeof listLevelFields> = async (context, { query }) => {
  const wanted = query.q?.toLowerCase() ?? '';
  const matching = levelCatalogue(context.contributions.operations).filter((field) => field.id.toLowerCase().includes(wanted) && (!query.level || field.level === query.level) && (!query.room || field.room === query.room) && (!query.declared || field.declared === query.declared));
  const last = query.cursor === undefined ? null : Buffer.from(query.cursor, 'base64url').toString('utf8');
  if (last !== null && !/^[\w-]+\/[\w-]+\/.+$/u.test(last)) return fail('invalidCursor');
  const rest = last === null ? matching : matching.filter((field) => field.id > last);
  const items = rest.slice(0, query.limit);
  const end = rest.length > query.limit ? items.at(-1) : undefined;
  return ok({ items, nextCursor: end ? Buffer.from(end.id).toString('base64url') : null, total: matching.length });
};
