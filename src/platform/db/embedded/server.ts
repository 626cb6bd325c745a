import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Binaries } from './binaries.ts';
import { superuser } from './initialise.ts';
import type { Privilege } from './privilege.ts';
import { spawnTool } from './run.ts';
import { explainFailure } from './server-failure.ts';

export interface ServerOptions {
  clusterDirectory: string;
  socketDirectory: string;
  logFile: string;
  binaries: Binaries;
  privilege: Privilege;
  /** False only for databases that are thrown away, such as a test's. */
  durable: boolean;
  log(line: string): void;
}

export interface Server {
  readonly pid: number;
  stop(): Promise<void>;
}

const longestRecovery = 10 * 60_000;
const fattestLog = 10 * 1024 * 1024;

/** Starts the server, and starts it again when it dies while it should run. */
export async function runServer(options: ServerOptions): Promise<Server> {
  let stopping = false;
  let child = await startPatiently(options);
  let restarts: number[] = [];
  const watch = () =>
    child.once('exit', (code, signal) => {
      if (!stopping) void revive(`${signal ?? code}`);
    });
  const revive = async (reason: string) => {
    const now = performance.now();
    restarts = [...restarts.filter((time) => now - time < 60_000), now];
    if (restarts.length > 3) return options.log(`The database ended again (${reason}) and is left alone; see ${options.logFile}.`);
    options.log(`The database ended unexpectedly (${reason}); starting it again.`);
    try {
      child = await startPatiently(options);
      if (stopping) await end(child);
      else watch();
    } catch (error) {
      options.log((error as Error).message);
    }
  };
  watch();
  return {
    get pid() {
      return child.pid ?? 0;
    },
    async stop() {
      stopping = true;
      await end(child);
    },
  };
}

/** Processes of a server that was killed need a moment to notice; until then the new one is refused. */
async function startPatiently(options: ServerOptions): Promise<ChildProcess> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await startOnce(options);
    if (typeof outcome !== 'string') return outcome;
    if (attempt >= 40 || !/pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(outcome)) {
      throw explainFailure(outcome, options.clusterDirectory);
    }
    await sleep(250);
  }
}

/** The process once it answers, or what it said when it gave up. */
async function startOnce(options: ServerOptions): Promise<ChildProcess | string> {
  let output: number;
  try {
    rotate(options.logFile);
    output = openSync(options.logFile, 'a', 0o600);
  } catch (error) {
    return String(error);
  }
  const before = statSync(options.logFile).size;
  const child = spawnTool(options.binaries, options.privilege, 'postgres', serverArguments(options), output);
  closeSync(output);
  let failure: string | null = null;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= `exit ${signal ?? code}`;
  });
  for (const started = performance.now(); failure === null; ) {
    if (await answers(options.socketDirectory)) return child;
    if (performance.now() - started > longestRecovery) {
      await end(child);
      failure = 'no answer in time';
    }
    await sleep(20);
  }
  return `${readFileSync(options.logFile, 'utf8').slice(before)}\n${failure}`;
}

function serverArguments({ clusterDirectory, socketDirectory, durable }: ServerOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: `"${socketDirectory}"`,
    unix_socket_permissions: '0700',
    cluster_name: 'clusterloom',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '100',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    jit: 'off',
    ...(durable ? { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' } : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  return ['-D', clusterDirectory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function answers(socketDirectory: string): Promise<boolean> {
  const client = new pg.Client({ host: socketDirectory, user: superuser, database: 'postgres', connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Fast shutdown; a server that hangs is stopped at once and recovers from its log at the next start. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), 30_000);
  await ended;
  clearTimeout(late);
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > fattestLog) renameSync(logFile, `${logFile}.1`);
}
