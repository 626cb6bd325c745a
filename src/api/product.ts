import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findActor } from '#modules/identity/index.ts';
import { modules } from '#modules/index.ts';
import { anonymous, type Actor } from '#platform/auth/actor.ts';
import { makeCallers, type Callers } from '#platform/auth/callers.ts';
import { upgrade } from '#platform/backup/upgrade.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { backupRoot, type Config } from '#platform/config/config.ts';
import type { Installation } from '#platform/config/installation.ts';
import { installationKey } from '#platform/crypto/installation-key.ts';
import { oidcSignIn } from '#platform/auth/outside-sign-in.ts';
import { secretBox } from '#platform/crypto/secret-box.ts';
import { inSpace } from '#platform/db/in-space.ts';
import { blobStore } from '#platform/files/blob-store.ts';
import { openDatabase, type OpenDatabase } from '#platform/db/open-database.ts';
import { removeSpaceRows } from '#platform/db/remove-space.ts';
import { installationChecks } from '#platform/health/checks.ts';
import { readinessOf, type Readiness } from '#platform/health/readiness.ts';
import { shownVariables } from '#platform/config/known-variables.ts';
import { makeContext } from '#platform/http/context.ts';
import type { Runtime } from '#platform/http/run-route.ts';
import { openBoss } from '#platform/jobs/boss.ts';
import { pgQueue } from '#platform/jobs/pg-queue.ts';
import { runDueJobs } from '#platform/jobs/run-due-jobs.ts';
import type { JobRun } from '#platform/jobs/run-job.ts';
import { makeScheduler } from '#platform/jobs/schedule.ts';
import { startWorkers } from '#platform/jobs/worker.ts';
import { loadTexts } from '#platform/i18n/messages.ts';
import { collect } from '#platform/module/collect.ts';
import type { Context } from '#platform/module/module.ts';

/** The folder that holds package.json: the same whether this runs from the sources or from the bundle. */
export function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isOurs(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('The product folder was not found above the running file.');
    folder = above;
  }
  return folder;
}

/** As package.json says. */
export function productVersion(): string {
  return (JSON.parse(readFileSync(join(findRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

function isOurs(file: string): boolean {
  return existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'clusterloom';
}

/** The one who acts when no person does: start, seeds, the command line on the machine itself. */
export const systemActor: Actor = {
  ...anonymous,
  name: 'Clusterloom',
  mandates: [{ id: '', organisationId: null, role: 'operator', scopeKind: 'space', scopeId: null }],
};

/** The part of an open database that the product works with; tests bring one of their own. */
export type OpenPools = Pick<OpenDatabase, 'app' | 'appPool' | 'ownerPool' | 'close'>;

export interface Product extends Runtime {
  database: OpenPools;
  texts: ReturnType<typeof loadTexts>;
  resolveActor: Callers['resolveActor'];
  /** Work of the installation itself, in one transaction, audited like any other. */
  asSystem<Value>(spaceId: string | null, work: (context: Context) => Promise<Value>, actor?: Actor): Promise<Value>;
  /** Runs jobs in the background until the returned function is called. */
  startWorkers(): () => Promise<void>;
  /** For tests, which have no workers in the background: runs everything that is due by the clock, to its end. */
  runDueJobs(): Promise<JobRun[]>;
  readiness: Readiness;
  close(): Promise<void>;
}

/** With the database that it opened, for what only the one who starts it may do. */
export interface OpenedProduct extends Product {
  database: OpenDatabase;
}

export interface ProductOptions {
  log(line: string): void;
  clock?: Clock;
  /** Lines of the log; nowhere unless told. */
  logLine?(line: Record<string, unknown>): void;
  /** A command beside a running server shares its database. */
  join?: boolean;
}

/** Configuration → database → rooms. The HTTP server, the command line and the tests all begin here. */
export async function openProduct(config: Config, options: ProductOptions): Promise<OpenedProduct> {
  const database = await openDatabase(config, { log: options.log, archive: config.backup.directory !== null, ...(options.join ? { join: true } : {}) });
  try {
    await bringUpToDate(database, config, options);
    const clock = options.clock ?? systemClock;
    const health = { checks: installationChecks({ config, database, clock }), version: productVersion(), startedAt: clock.now(), variables: shownVariables(process.env) };
    return { ...assemble(database, { ...options, installation: { ...openInstallation(config), health } }), database };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function bringUpToDate(database: OpenDatabase, config: Config, options: ProductOptions): Promise<void> {
  const clock = options.clock ?? systemClock;
  const say = ({ en, zh }: { en: string; zh: string }): void => options.log(`${en} / ${zh}`);
  await upgrade(database, { root: backupRoot(config), dataDirectory: config.dataDirectory, productVersion: productVersion(), withBackup: config.backup.beforeUpgrade, now: () => clock.now(), say });
}

function openInstallation(config: Config): Installation {
  return {
    level: config.level,
    secrets: secretBox(installationKey(config.secret, config.dataDirectory)),
    outside: config.oidc ? oidcSignIn(config.oidc) : null,
    files: blobStore(join(config.dataDirectory, 'files')),
    importLimits: config.importLimits,
    texts: loadTexts(join(findRoot(), 'src')),
    publicUrl: config.publicUrl,
    allowHosts: config.allowHosts,
  };
}

export function assemble(database: OpenPools, options: Partial<Pick<ProductOptions, 'clock' | 'logLine'>> & { installation: Installation }): Product {
  const { installation } = options;
  const house = collect(modules);
  const clock = options.clock ?? systemClock;
  const log = options.logLine ?? (() => undefined);
  const boss = openBoss(database.appPool);
  const jobs = pgQueue({ boss, kinds: house.jobs, clock });
  const run: Runtime['inSpace'] = (spaceId, work, limits) => inSpace(database.app, spaceId, work, limits);
  const asSystem: Product['asSystem'] = async (spaceId, work, actor = { ...systemActor, spaceId }) => {
    const [value, committed] = await run(spaceId, async (db) => {
      const reply = { setSession: () => undefined, afterCommit: () => undefined, removeSpace: () => undefined };
      const made = makeContext({ house, installation, db, actor, clock, jobs, language: actor.language ?? 'zh-CN', permission: '', spaceId, reply });
      const result = await work(made.context);
      await made.flush();
      return [result, made.committed] as const;
    });
    committed();
    return value;
  };
  const callers = makeCallers({ clock, subjects: house.contributions.subjects, inSpace: run, find: findActor });
  const work = { boss, queue: jobs, kinds: house.jobs, clock, inSpace: run, asSystem, log };
  const sendDue = makeScheduler(work);
  return {
    house,
    clock,
    jobs,
    database,
    inSpace: run,
    removeSpace: async (spaceId) => {
      await removeSpaceRows(database.ownerPool, spaceId);
      await installation.files.removeSpace(spaceId);
    },
    texts: installation.texts,
    installation,
    ...callers,
    asSystem,
    startWorkers: () => startWorkers({ ...work, sendDue }),
    runDueJobs: () => runDueJobs({ ...work, sendDue }),
    readiness: readinessOf(database),
    close: () => database.close(),
  };
}
