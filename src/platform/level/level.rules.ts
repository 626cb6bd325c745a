import { z } from 'zod';
import type { Route } from '#platform/http/route.contract.ts';
import { levelMark, levels, valueLevelMark, type Level } from './level.schema.ts';

export const isAbove = (level: Level, ceiling: Level): boolean => levels.indexOf(level) > levels.indexOf(ceiling);
/** A mix is as high as its highest part. */
export const highest = (first: Level, ...others: readonly Level[]): Level => others.reduce((top, each) => (isAbove(each, top) ? each : top), first);
export const lowest = (first: Level, second: Level): Level => (isAbove(first, second) ? second : first);

export interface LeveledField {
  /** `email`, `mandates[].role`; empty where the whole is one value. */
  path: string;
  level: Level;
  /** Where the level is declared: at the field, at its record, or by default at the route. */
  from: 'field' | 'record' | 'route';
  /** Values that raise the level of the record they stand in. */
  values?: Readonly<Record<string, Level>>;
}

type Inherited = Pick<LeveledField, 'level' | 'from'>;
type Mark = Record<string, unknown> | undefined;
interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
  left?: z.ZodType;
  right?: z.ZodType;
  options?: readonly z.ZodType[];
  items?: readonly z.ZodType[];
  getter?: () => z.ZodType;
  shape?: Record<string, z.ZodType>;
}

/** Every field below a schema with its level: its own, else its record's, else the one handed in. */
export function fieldsOf(schema: z.ZodType, level: Level): LeveledField[] {
  const found = new Map<string, LeveledField>();
  walk(schema, '', { level, from: 'route' }, new Set(), (field) => {
    const known = found.get(field.path);
    if (!known || isAbove(field.level, known.level)) found.set(field.path, field);
  });
  return [...found.values()];
}

function walk(schema: z.ZodType, path: string, above: Inherited, open: ReadonlySet<z.ZodType>, keep: (field: LeveledField) => void): void {
  if (open.has(schema)) return;
  const inside = new Set(open).add(schema);
  const definition = schema.def as unknown as Definition;
  const mark = z.globalRegistry.get(schema) as Mark;
  const own = mark?.[levelMark] as Level | undefined;
  const here: Inherited = own ? { level: own, from: 'field' } : above;
  const go = (part: z.ZodType, at: string, from: Inherited): void => walk(part, at, from, inside, keep);
  const parts = partsOf(definition);
  if (definition.type === 'object') {
    const record: Inherited = own ? { level: own, from: 'record' } : here.from === 'field' ? { ...here, from: 'record' } : here;
    for (const [name, part] of Object.entries(definition.shape ?? {})) go(part, path ? `${path}.${name}` : name, record);
  } else if (definition.type === 'array') go(definition.element as z.ZodType, `${path}[]`, here);
  else if (parts.length > 0) for (const part of parts) go(part, definition.type === 'record' || definition.type === 'tuple' ? `${path}[]` : path, here);
  else {
    const values = mark?.[valueLevelMark] as LeveledField['values'];
    keep({ path, ...here, ...(values ? { values } : {}) });
  }
}

function partsOf(definition: Definition): z.ZodType[] {
  if (definition.type === 'pipe') return [definition.in, definition.out].filter((part): part is z.ZodType => part !== undefined && part.def.type !== 'transform');
  const parts = [definition.innerType, definition.valueType, definition.left, definition.right, ...(definition.options ?? []), ...(definition.items ?? [])];
  return [...parts, definition.getter?.()].filter((part): part is z.ZodType => part !== undefined);
}

/** Whoever needs no sign-in reads public data; the rest of the routes answer with internal data where nothing is declared. */
export const routeBase = (route: Pick<Route, 'permission'>): Level => (route.permission === 'anonymous' ? 'public' : 'internal');

const known = new WeakMap<Route, Level>();

/** The level of what a route answers: the highest of its fields. */
export function levelOf(route: Route): Level {
  const before = known.get(route);
  if (before) return before;
  const fields = route.answer ? [] : answeredFields(route);
  const level = fields.length > 0 ? highest('public', ...fields.map((field) => field.level)) : routeBase(route);
  known.set(route, level);
  return level;
}

const answered = new WeakMap<Route, LeveledField[]>();

function answeredFields(route: Route): LeveledField[] {
  const fields = answered.get(route) ?? fieldsOf(route.out, routeBase(route));
  answered.set(route, fields);
  return fields;
}

const isRaising = (field: LeveledField): boolean => Object.values(field.values ?? {}).includes('sensitive');
const levelOfValue = (field: LeveledField, value: unknown): Level => highest(field.level, ...(field.values && typeof value === 'string' && Object.hasOwn(field.values, value) ? [field.values[value] as Level] : []));

/** The level of one answer: a route that may answer with sensitive fields is no higher than the rest while all of them are empty. */
export function levelOfAnswer(route: Route, value: unknown): Level {
  const level = levelOf(route);
  if (route.answer) return (value as { level?: Level } | null)?.level ?? level;
  const all = answeredFields(route);
  const deciding = all.filter((field) => field.level === 'sensitive' || isRaising(field));
  if (deciding.length === 0) return level;
  const isThere = deciding.some((field) => valuesAt(value, stepsOf(field.path)).some((each) => isGiven(each) && levelOfValue(field, each) === 'sensitive'));
  return isThere ? 'sensitive' : highest(routeBase(route), ...all.flatMap((field) => (field.level === 'sensitive' ? [] : [field.level])));
}

export interface GivenAbove {
  path: string;
  level: Level;
}

const declared = new WeakMap<Route, LeveledField[]>();

/** Fields of the input that declare a level above public. What a route merely passes on says who reads, not what is kept. */
function declaredFields(route: Route): LeveledField[] {
  const before = declared.get(route);
  if (before) return before;
  const parts = route.secret ? [] : (['query', 'body'] as const).flatMap((part) => {
    const schema = route[part];
    return schema ? fieldsOf(schema, 'public').map((field) => ({ ...field, path: [part, field.path].filter(Boolean).join('.') })) : [];
  });
  const fields = parts.filter((field) => field.level !== 'public' || field.values);
  declared.set(route, fields);
  return fields;
}

/** Values in what is sent that are declared above the ceiling. Credentials are no record: a route marked `secret` is left out. */
export function givenAbove(route: Route, given: { query: unknown; body: unknown }, ceiling: Level): GivenAbove[] {
  return declaredFields(route).flatMap((field) =>
    valuesAt(given, stepsOf(field.path)).flatMap((value): GivenAbove[] => {
      const level = levelOfValue(field, value);
      return isGiven(value) && isAbove(level, ceiling) ? [{ path: field.path, level }] : [];
    }),
  );
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

const stepsOf = (path: string): string[] => path.replaceAll('[]', '.[]').split('.').filter((step) => step !== '');

function valuesAt(value: unknown, steps: readonly string[]): unknown[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [value];
  if (value === null || typeof value !== 'object') return [];
  if (step === '[]') return Object.values(value).flatMap((part) => valuesAt(part, rest));
  return Object.hasOwn(value, step) ? valuesAt((value as Record<string, unknown>)[step], rest) : [];
}
