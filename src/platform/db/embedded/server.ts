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
  /** Where finished pieces of the write-ahead log go; null keeps none. */
  spoolDirectory: string | null;
  log(line: string): void;
}

export interface Server {
  readonly pid: number;
  stop(): Promise<void>;
}

/** A piece that is not full is finished after so many seconds; moving it on takes some more, and five minutes are promised. */
export const archiveTimeout = 180;
const longestRecovery = 10 * 60_000;
// Container engines allow ten seconds in all.
const longestShutdown = 8000;
const shortestPause = 1000;
const longestPause = 30_000;
const fattestLog = 10 * 1024 * 1024;

interface Run {
  child: ChildProcess | null;
  stopping: AbortController;
}

/** Starts the server, and starts it again whenever it ends while it should run. */
export async function runServer(options: ServerOptions): Promise<Server> {
  const run: Run = { child: null, stopping: new AbortController() };
  await startPatiently(options, run);
  const supervision = supervise(options, run);
  return {
    get pid() {
      return run.child?.pid ?? 0;
    },
    async stop() {
      run.stopping.abort();
      if (run.child) await end(run.child);
      await supervision;
    },
  };
}

/** A start that fails, say because the disk is full, is tried again at growing distances until it works. */
async function supervise(options: ServerOptions, run: Run): Promise<void> {
  for (let pause = 0; !run.stopping.signal.aborted; ) {
    if (run.child) await ending(run.child);
    await sleep(pause, undefined, { signal: run.stopping.signal }).catch(() => {});
    if (run.stopping.signal.aborted) return;
    try {
      options.log('The database ended unexpectedly; starting it again.');
      await startPatiently(options, run);
      pause = 0;
    } catch (error) {
      pause = Math.min(shortestPause + pause * 2, longestPause);
      options.log((error as Error).message);
    }
  }
}

/** Processes of a server that was killed need a moment to notice; until then the new one is refused. */
async function startPatiently(options: ServerOptions, run: Run): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const failure = await startOnce(options, run);
    if (failure === null || run.stopping.signal.aborted) return;
    if (attempt >= 40 || !/pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(failure)) {
      throw explainFailure(failure, options.clusterDirectory);
    }
    await sleep(250);
  }
}

/** Null once it answers, or what it said when it gave up. */
async function startOnce(options: ServerOptions, run: Run): Promise<string | null> {
  let output: number;
  try {
    rotate(options.logFile);
    output = openSync(options.logFile, 'a', 0o600);
  } catch (error) {
    return String(error);
  }
  const before = statSync(options.logFile).size;
  const child = spawnTool(options.binaries, options.privilege, 'postgres', serverArguments(options), output);
  run.child = child;
  closeSync(output);
  let failure: string | null = null;
  child.once('error', (error) => {
    failure = error.message;
  });
  child.once('exit', (code, signal) => {
    failure ??= `exit ${signal ?? code}`;
  });
  for (const started = performance.now(); failure === null; ) {
    if (await answers(options.socketDirectory)) return null;
    if (performance.now() - started > longestRecovery) {
      await end(child);
      failure = 'no answer in time';
    }
    await sleep(20);
  }
  return `${readFileSync(options.logFile, 'utf8').slice(before)}\n${failure}`;
}

function serverArguments({ clusterDirectory, socketDirectory, durable, spoolDirectory }: ServerOptions): string[] {
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
    ...(spoolDirectory === null ? {} : { archive_mode: 'on', archive_library: 'basic_archive', 'basic_archive.archive_directory': spoolDirectory, archive_timeout: `${archiveTimeout}s` }),
  };
  return ['-D', clusterDirectory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

async function answers(socketDirectory: string): Promise<boolean> {
  const client = new pg.Client({ host: socketDirectory, user: superuser, database: 'postgres', connectionTimeoutMillis: 5000, query_timeout: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    // A server that dies in this instant may leave the goodbye unanswered.
    await Promise.race([client.end().catch(() => {}), sleep(1000)]);
  }
}

/** Fast shutdown; a server that hangs is stopped at once and recovers from its log at the next start. */
async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGQUIT'), longestShutdown);
  await ending(child);
  clearTimeout(late);
}

async function ending(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

function rotate(logFile: string): void {
  if (existsSync(logFile) && statSync(logFile).size > fattestLog) renameSync(logFile, `${logFile}.1`);
}
