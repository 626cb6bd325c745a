import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { openDraft, type Draft } from './backup-folder.ts';
import type { BackupRequest } from './base-backup.ts';
import { manifestHead } from './manifest-head.ts';
import type { FileEntry, LogicalManifest } from './manifest.schema.ts';
import { copyProductFiles, uploads } from './product-files.ts';
import { oneRow } from './session.ts';

export const tableFolder = 'tables';

/** A table as it travels: its own columns, without those that are computed, and whether spaces divide it. */
export interface CarriedTable {
  name: string;
  columns: string[];
  divided: boolean;
}

const tableQuery = `
  select c.relname as name, c.relrowsecurity as divided, array_agg(quote_ident(a.attname) order by a.attnum)::text[] as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migration'
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  group by c.oid, c.relname, c.relrowsecurity order by 1`;

export async function carriedTables(client: pg.ClientBase): Promise<CarriedTable[]> {
  return (await client.query<CarriedTable>(tableQuery)).rows;
}

/**
 * Every row of every table, as text, out of one snapshot: writers go on and are not seen. It restores into any PostgreSQL
 * of the promised versions. Row-level security binds the owner too, so divided tables are read space by space.
 */
export async function takeLogicalBackup(owner: pg.Pool, request: BackupRequest): Promise<{ folder: string; manifest: LogicalManifest }> {
  const startedAt = request.now();
  const draft = await openDraft(request.root, startedAt);
  const client = await owner.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const written = await writeTables(client, draft);
    const facts = await oneRow<{ system: string; version: string; at: string }>(
      client,
      `select (select system_identifier::text from pg_control_system()) || '/' || current_database() as system, current_setting('server_version') as version, now() as at`,
    );
    const migrations = (await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration order by name')).rows;
    await client.query('commit');
    const files = [...written.files, ...(await copyProductFiles(request.dataDirectory, draft.folder, join(request.root, uploads)))];
    const manifest: LogicalManifest = {
      kind: 'logical',
      ...manifestHead({ name: draft.name, reason: request.reason, productVersion: request.productVersion, startedAt, finishedAt: request.now(), files }),
      installation: facts.system,
      stateAt: new Date(facts.at).toISOString(),
      postgresVersion: facts.version,
      migrations,
      tables: written.counts,
      countsExact: true,
      directories: [tableFolder],
      columns: written.columns,
    };
    return { folder: await draft.finish(manifest), manifest };
  } catch (error) {
    await draft.discard();
    throw error;
  } finally {
    client.release(true);
  }
}

async function writeTables(client: pg.ClientBase, draft: Draft): Promise<{ files: FileEntry[]; counts: Record<string, number>; columns: Record<string, string[]> }> {
  await mkdir(join(draft.folder, tableFolder), { mode: 0o700 });
  const spaces = (await client.query<{ id: string }>('select id from space order by id')).rows.map(({ id }) => id);
  const written = { files: [] as FileEntry[], counts: {} as Record<string, number>, columns: {} as Record<string, string[]> };
  for (const table of await carriedTables(client)) {
    const path = `${tableFolder}/${table.name}.copy.gz`;
    const { rows, ...entry } = await writeTable(client, table, spaces, join(draft.folder, path));
    written.files.push({ path, ...entry });
    written.counts[table.name] = rows;
    written.columns[table.name] = table.columns;
  }
  return written;
}

async function writeTable(client: pg.ClientBase, table: CarriedTable, spaces: readonly string[], file: string): Promise<{ rows: number; bytes: number; sha256: string }> {
  let rows = 0;
  async function* parts(): AsyncGenerator<Buffer> {
    for (const space of table.divided ? spaces : ['']) {
      await client.query(`select set_config('app.space_id', $1, true)`, [space]);
      const stream = client.query(copyTo(`copy (select ${table.columns.join(', ')} from public."${table.name}") to stdout`));
      for await (const part of stream.pipe(new PassThrough())) yield part as Buffer;
      rows += stream.rowCount;
    }
  }
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
  });
  await pipeline(Readable.from(parts(), { objectMode: true }), createGzip({ level: 3 }), measure, createWriteStream(file, { mode: 0o600 }));
  return { rows, bytes, sha256: hash.digest('hex') };
}
