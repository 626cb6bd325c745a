import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { choosePrivilege, giveTo } from '#platform/db/embedded/privilege.ts';

/** PostgreSQL 15 as Debian installs it: the oldest release that is promised. */
const installed = '/usr/lib/postgresql/15/bin';

export const isInstalled = (): boolean => existsSync(join(installed, 'postgres'));

/** A server of the machine's own PostgreSQL, as somebody would bring one; thrown away afterwards. */
export interface InstalledServer {
  address(user: string, database: string): string;
  asSuperuser(database: string, ...statements: string[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startInstalled(): Promise<InstalledServer> {
  const privilege = choosePrivilege();
  const home = mkdtempSync(join(tmpdir(), 'cl-own-'));
  giveTo(privilege.owner, home);
  const run = (tool: string, ...args: string[]) => [...privilege.prefix, join(installed, tool), ...args] as [string, ...string[]];
  const account = privilege.kind === 'nobody' && privilege.owner ? privilege.owner : {};
  const [initdb, ...initArguments] = run('initdb', '-D', join(home, 'data'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
  const made = spawnSync(initdb, initArguments, { encoding: 'utf8', cwd: home, ...account });
  if (made.status !== 0) throw new Error(made.stderr);
  const [postgres, ...serverArguments] = run('postgres', '-D', join(home, 'data'), '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`, '-c', 'fsync=off');
  const server = spawn(postgres, serverArguments, { stdio: 'ignore', cwd: home, ...account });
  const address: InstalledServer['address'] = (user, database) => `postgresql:///${database}?host=${encodeURIComponent(home)}&user=${user}`;
  const asSuperuser: InstalledServer['asSuperuser'] = async (database, ...statements) => {
    const client = new pg.Client({ connectionString: address('postgres', database) });
    client.on('error', () => {});
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  for (let waited = 0; !(await asSuperuser('postgres', 'select 1').then(() => true, () => false)); waited += 100) {
    if (waited > 20_000) throw new Error('PostgreSQL 15 does not start');
    await sleep(100);
  }
  return {
    address,
    asSuperuser,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
