import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Migration {
  /** `202611220000_platform` */
  name: string;
  checksum: string;
  text: string;
}

const fileName = /^(\d{12}_[a-z0-9_]+)\.sql$/;

/**
 * Beside the sources, migrations lie in their rooms; beside a built bundle, all of them lie in one directory
 * `migrations`. Either way the names order them, over all rooms.
 */
export function findMigrations(here: string = dirname(fileURLToPath(import.meta.url))): Migration[] {
  const directories = [join(here, 'migrations')];
  const modules = join(here, '../../modules');
  if (existsSync(join(here, 'migrate.ts')) && existsSync(modules)) {
    for (const room of readdirSync(modules)) directories.push(join(modules, room, 'migrations'));
  }
  return orderMigrations(directories.filter(existsSync).flatMap(sqlFiles));
}

export function orderMigrations(files: readonly string[]): Migration[] {
  const migrations = files.map(readMigration).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [index, { name }] of migrations.entries()) {
    if (name === migrations[index + 1]?.name) throw new Error(`Two migrations are called ${name}.`);
  }
  return migrations;
}

function sqlFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => join(directory, file));
}

function readMigration(file: string): Migration {
  const name = fileName.exec(basename(file))?.[1];
  if (!name) throw new Error(`${file} must be called YYYYMMDDHHMM_name.sql.`);
  // A checkout on Windows may turn line ends around; that is no change.
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
}
