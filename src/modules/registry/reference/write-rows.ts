import type { PoolClient } from 'pg';

const rowsAStatement = 1_000;

/** Adds rows or brings those with the same key up to date; one statement per thousand, values as JSON read by the table's own row type. */
export async function writeRows(client: PoolClient, table: string, key: readonly string[], rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const list = columns.join(', ');
  const changes = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  const conflict = changes.length > 0 ? `do update set ${changes.join(', ')}` : 'do nothing';
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    const batch = JSON.stringify(rows.slice(from, from + rowsAStatement));
    await client.query(`insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb) on conflict (${key.join(', ')}) ${conflict}`, [batch]);
  }
}
