import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freshDatabase, type TestDatabase } from '#platform/testing/test-database.ts';
import { pairs, type Pair } from './pairs.ts';

interface Column {
  nullable: boolean;
  /** Allowed values by a check of the form `column in (…)`. */
  values: string[] | null;
  bounds: { from: number; to: number } | null;
}

let database: TestDatabase;
let tables: Map<string, Map<string, Column>>;

beforeAll(async () => {
  database = await freshDatabase();
  tables = await readTables(database);
});

async function readTables({ ownerPool }: TestDatabase): Promise<Map<string, Map<string, Column>>> {
  const columns = await ownerPool.query<{ table: string; column: string; nullable: boolean }>(
    `select table_name as table, column_name as column, is_nullable = 'YES' as nullable from information_schema.columns where table_schema = 'public'`,
  );
  const checks = await ownerPool.query<{ table: string; text: string }>(`select conrelid::regclass::text as table, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c'`);
  const found = new Map<string, Map<string, Column>>();
  for (const { table, column, nullable } of columns.rows) {
    const own = checks.rows.filter((check) => check.table === table);
    const listed = own.map((check) => new RegExp(`^CHECK \\(\\(${column} = ANY \\(ARRAY\\[(.*)\\]\\)\\)\\)$`).exec(check.text)?.[1]).find(Boolean);
    const range = own.map((check) => new RegExp(`^CHECK \\(\\(\\(${column} >= (\\d+)\\) AND \\(${column} <= (\\d+)\\)\\)\\)$`).exec(check.text)).find(Boolean);
    const entry = {
      nullable,
      values: listed ? [...listed.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '') : null,
      bounds: range ? { from: Number(range[1]), to: Number(range[2]) } : null,
    };
    found.set(table, (found.get(table) ?? new Map<string, Column>()).set(column, entry));
  }
  return found;
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Looks through nullable and default to the schema that holds the values. */
function core(schema: z.ZodType): { schema: z.ZodType; nullable: boolean } {
  if (schema instanceof z.ZodNullable) return { schema: core(schema.unwrap() as z.ZodType).schema, nullable: true };
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return core(schema.unwrap() as z.ZodType);
  return { schema, nullable: false };
}

function differences(pair: Pair, columns: Map<string, Column>): string[] {
  const found: string[] = [];
  for (const [field, schema] of Object.entries(pair.entity.shape) as [string, z.ZodType][]) {
    if (pair.computed[field]) continue;
    const column = columns.get(snake(field));
    const { schema: inner, nullable } = core(schema);
    if (!column) found.push(`${field} has no column`);
    else if (column.nullable !== nullable) found.push(`${field}: the table ${column.nullable ? 'allows' : 'refuses'} null, the schema does not agree`);
    else if (inner instanceof z.ZodEnum && [...inner.options].sort().join() !== [...(column.values ?? [])].sort().join()) {
      found.push(`${field}: schema ${inner.options.join('|')}, table ${(column.values ?? ['any']).join('|')}`);
    }
  }
  const shown = new Set(Object.keys(pair.entity.shape).filter((field) => !pair.computed[field]).map(snake));
  for (const name of columns.keys()) if (!shown.has(name) && !pair.hidden[name] && name !== 'space_id') found.push(`column ${name} is in no schema`);
  for (const name of Object.keys(pair.hidden)) if (!columns.has(name)) found.push(`exception for a column that is not there: ${name}`);
  return found;
}

describe.each(pairs)('$table and its schema', (pair) => {
  it('tell one truth', () => {
    const columns = tables.get(pair.table);
    expect(columns, `table ${pair.table}`).toBeDefined();
    expect(differences(pair, columns ?? new Map())).toEqual([]);
  });
});

it('notices a difference', () => {
  const pair: Pair = { table: 'alias', entity: z.object({ name: z.string().nullable(), extra: z.string() }), computed: {}, hidden: {} };
  expect(differences(pair, tables.get('alias') ?? new Map()).length).toBeGreaterThan(2);
});
