import type pg from 'pg';

const spaceTables = `
  select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent
  from pg_constraint c where c.contype = 'f' and c.conrelid <> c.confrelid`;
const withSpace = `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'space_id'`;

/**
 * Removes every row of one space and the space itself, in one transaction. It runs as the owner: requests may not
 * delete audit entries. Tables are emptied children first, by the foreign keys that the database itself knows.
 */
export async function removeSpaceRows(ownerPool: pg.Pool, spaceId: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/i.test(spaceId)) throw new Error('A space id must be a UUID.');
  const client = await ownerPool.connect();
  try {
    await client.query('begin');
    // A literal, which a distributed database passes on to its nodes; the id has just been checked.
    await client.query(`set local app.space_id = '${spaceId}'`);
    const tables = (await client.query<{ name: string }>(withSpace)).rows.map((row) => row.name);
    const links = await foreignKeys(client);
    for (const table of childrenFirst(tables, links)) {
      await client.query(`delete from "${table}" where space_id = $1`, [spaceId]);
    }
    await client.query('delete from space where id = $1', [spaceId]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Which table refers to which, as the database itself knows it. */
export async function foreignKeys(client: pg.ClientBase): Promise<{ child: string; parent: string }[]> {
  return (await client.query<{ child: string; parent: string }>(spaceTables)).rows;
}

export function childrenFirst(tables: readonly string[], links: readonly { child: string; parent: string }[]): string[] {
  const left = new Set(tables);
  const order: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter((table) => !links.some((link) => link.parent === table && left.has(link.child)));
    if (free.length === 0) throw new Error(`foreign keys form a ring: ${[...left].join(', ')}`);
    for (const table of free) {
      left.delete(table);
      order.push(table);
    }
  }
  return order;
}
