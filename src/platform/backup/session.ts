import pg from 'pg';
import { valueTypes } from '#platform/db/connection.ts';

/** One connection of its own for a piece of work, ended afterwards whatever happens. */
export async function withSession<Value>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<Value>): Promise<Value> {
  const client = new pg.Client({ ...config, types: valueTypes });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The only row of an answer that always has one. */
export async function oneRow<Row extends pg.QueryResultRow>(client: pg.ClientBase, text: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await client.query<Row>(text, values);
  const row = rows[0];
  if (!row) throw new Error(`No row: ${text}`);
  return row;
}
