import { decimalFromNumber } from '#kernel/quantity/decimal.ts';
import { intervalOf, networkOf } from '#kernel/sdc/room.ts';
import { publishTable, type LoadedTable, type PublishedCells } from '#modules/indicator/index.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findTableEdition, frozenOf, insertDisclosureRule, insertTableEdition, listDisclosureRuleRows, listTableEditionRows } from '../../store/disclosure.store.ts';
import type * as routes from '../../words/disclosure.contract.ts';
import type { HiddenCell } from '../../words/disclosure.schema.ts';
import { editionOn, gridOver, type FrozenEdition } from '../../words/frozen-edition.ts';
import { workOutEdition } from './work-out-edition.ts';

export const listRules: Action<typeof routes.listDisclosureRules> = async (context, { query }) => {
  const page = await listDisclosureRuleRows(context.db, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const createRule: Action<typeof routes.createDisclosureRule> = async (context, { body }) => {
  const rule = await insertDisclosureRule(context, body);
  if (!rule) return fail('editionExists', { day: body.validFrom });
  const { id, version: _, createdAt: _at, ...said } = rule;
  context.audit({ event: 'disclosureRule.created', subject: { kind: 'disclosureRule', id }, changes: Object.fromEntries(Object.entries(said).map(([field, value]) => [field, [null, value]])) });
  return ok(rule);
};

export const list: Action<typeof routes.listTableEditions> = async (context, { query }) => {
  const page = await listTableEditionRows(context.db, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const get: Action<typeof routes.getTableEdition> = async (context, { params }) => {
  const edition = await findTableEdition(context.db, params.tableEditionId);
  return edition ? ok(edition) : fail('notFound');
};

/** Hidden figures in the order of the table; the cursor is the place of the last one. */
export const hiddenCells: Action<typeof routes.listHiddenCells> = async (context, { params, query }) => {
  const frozen = await frozenOf(context.db, params.tableEditionId);
  if (!frozen) return fail('notFound');
  const all = [...frozen.causes.keys()].filter((at) => frozen.causes[at] !== null);
  const after = query.cursor === undefined ? -1 : Number(query.cursor);
  if (!Number.isInteger(after)) return fail('invalidCursor');
  const left = all.filter((at) => at > after);
  const shown = left.slice(0, query.limit);
  const edition = editionOn(gridOver([frozen]), frozen);
  const network = networkOf(edition.table, edition.table.values, edition.suppressed);
  const width = frozen.industries.length + 1;
  const items = shown.map((at): HiddenCell => {
    const { lower, upper } = intervalOf(network, at);
    return { id: String(at), region: frozen.regions[Math.floor(at / width)] ?? null, industry: frozen.industries[at % width] ?? null, cause: frozen.causes[at] ?? 'other', value: frozen.values[at] ?? 0, lower, upper: upper === Infinity ? null : upper };
  });
  return ok({ items, nextCursor: left.length > shown.length ? String(shown.at(-1)) : null, total: all.length });
};

export const preview: Action<typeof routes.previewTableEdition> = async (context, { body }) => {
  const worked = await workOutEdition(context, body);
  return worked.ok ? ok(worked.value.preview) : worked;
};

export const create: Action<typeof routes.createTableEdition> = async (context, { body }) => {
  const worked = await workOutEdition(context, body);
  if (!worked.ok) return worked;
  const { preview: { table, number, rule, judgedBy, tally }, frozen, seriesKey, loaded, unchanged } = worked.value;
  if (unchanged) return fail('nothingChanged');
  const publishedTableId = frozen.withheld ? null : await publishTable(context, table.id, publicCells(loaded, frozen, number));
  const id = await insertTableEdition(context, { crossTableId: table.id, seriesKey, number, rule, judgedBy, tally, publishedTableId, frozen });
  context.audit({ event: 'tableEdition.published', subject: { kind: 'tableEdition', id }, name: table.name, changes: { number: [null, number], publishedTableId: [null, publishedTableId] } });
  const edition = await findTableEdition(context.db, id);
  return edition ? ok(edition) : fail('notFound');
};

/** Without what is hidden; a total over figures that nobody stated is not told either. */
function publicCells({ areas, industries, cells, marks }: LoadedTable, { causes, values }: FrozenEdition, number: number): PublishedCells {
  const width = industries.length;
  const told = (at: number): string | null => (causes[at] || values[at] === null ? null : decimalFromNumber(Number((values[at] as number).toPrecision(15))));
  const rows = areas.map(({ id }, row) => {
    const places = industries.map((_, column) => row * (width + 1) + column);
    const known = industries.every((_, column) => !Number.isNaN(cells[row * width + column]));
    return { areaId: id, cells: places.map(told), marks: places.map((at, column) => (causes[at] ? 's' : (marks[row * width + column] ?? 'm'))).join(''), total: known ? told(row * (width + 1) + width) : null };
  });
  const columns = industries.map(({ id }, column) => {
    const known = areas.every((_, row) => !Number.isNaN(cells[row * width + column]));
    return { industryId: id, total: known ? told(areas.length * (width + 1) + column) : null };
  });
  return { number, rows, columns };
}
