import type pg from 'pg';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import type { Inspection } from '#platform/db/migrate.ts';
import type { Migration } from '#platform/db/migration-files.ts';
import { carriedTables } from './logical-backup.ts';
import { verifyAllAudit } from './restore-checks.ts';

interface Shape {
  counts: Record<string, number>;
  columns: Record<string, string>;
}

/** Rows of every table, over all spaces; the owner is bound by row-level security too, so one space after the other. In a transaction. */
export async function countEverything(client: pg.ClientBase): Promise<Record<string, number>> {
  const tables = await carriedTables(client);
  const counts = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const add = async (names: readonly string[]): Promise<void> => {
    if (names.length === 0) return;
    const { rows } = await client.query<Record<string, number>>(`select ${names.map((name) => `(select count(*)::int from public."${name}") as "${name}"`).join(', ')}`);
    for (const [name, rowsThere] of Object.entries(rows[0] ?? {})) counts[name] = (counts[name] ?? 0) + rowsThere;
  };
  await add(tables.filter(({ divided }) => !divided).map(({ name }) => name));
  const divided = tables.filter((table) => table.divided).map(({ name }) => name);
  for (const { id } of (await client.query<{ id: string }>('select id from space')).rows) {
    await client.query(`select set_config('app.space_id', $1, true)`, [id]);
    await add(divided);
  }
  await client.query(`select set_config('app.space_id', '', true)`);
  return counts;
}

/** Tables that no longer have the rows they had. */
export function differences(before: Record<string, number>, after: Record<string, number>): string[] {
  return Object.entries(before).flatMap(([table, rows]) => (after[table] === rows ? [] : [`${table} (${rows} → ${after[table] ?? '–'})`]));
}

async function shapeOf(client: pg.ClientBase): Promise<Shape> {
  const tables = await carriedTables(client);
  return { counts: await countEverything(client), columns: Object.fromEntries(tables.map(({ name, columns }) => [name, columns.join(',')])) };
}

function untouched(shape: Shape, pending: readonly Migration[]): Shape {
  const isNamed = (table: string): boolean => pending.some(({ text }) => new RegExp(`\\b${table}\\b`, 'i').test(text));
  const keep = <Value>(record: Record<string, Value>): Record<string, Value> => Object.fromEntries(Object.entries(record).filter(([table]) => !isNamed(table)));
  return { counts: keep(shape.counts), columns: keep(shape.columns) };
}

const seen = new WeakMap<pg.ClientBase, Shape>();

/** What migrations do not name must have the same rows and columns afterwards, and every audit chain must hold. */
export const inspectUpgrade: Inspection = {
  async before(client, pending) {
    seen.set(client, untouched(await shapeOf(client), pending));
  },
  async after(client) {
    const before = seen.get(client);
    const after = await shapeOf(client);
    const lost = differences(before?.counts ?? {}, after.counts);
    if (lost.length > 0) {
      throw new PlainProblem('upgradeTouchedMore', {
        en: `Tables that the upgrade should leave alone have other rows: ${lost.join(', ')}. If another Clusterloom works on this database, stop it first.`,
        zh: `升级不应改动的表出现行数变化：${lost.join('、')}。如有其他 Clusterloom 正在使用该数据库，请先停止。`,
      });
    }
    const reshaped = Object.entries(before?.columns ?? {}).flatMap(([table, columns]) => (after.columns[table] === columns ? [] : [table]));
    if (reshaped.length > 0) throw new PlainProblem('upgradeTouchedMore', { en: `Tables that the upgrade should leave alone have other columns: ${reshaped.join(', ')}.`, zh: `升级不应改动的表出现列的变化：${reshaped.join('、')}。` });
    await verifyAllAudit(client);
  },
};
