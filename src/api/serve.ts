import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { serveBackups } from '#platform/backup/schedule.ts';
import type { Config } from '#platform/config/config.ts';
import { unknownVariables, unknownWords } from '#platform/config/known-variables.ts';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { engineState } from '#platform/db/engine-releases.ts';
import type { OpenDatabase } from '#platform/db/open-database.ts';
import { makeServer } from '#platform/http/server.ts';
import { openLog } from '#platform/log/open-log.ts';
import { redactedLine } from '#platform/log/redact.ts';
import { watchStorage } from '#platform/storage/storage-watch.ts';
import { readGauges } from './metrics.ts';
import { findRoot, openProduct, productVersion } from './product.ts';
import { loadFirstContent, signInLines } from './sample.ts';
import { listenForStop, Stopped, type Shutdown } from './shutdown.ts';
import { say } from './tell.ts';

/** Starts everything, prints how to get in, and runs until it is told to stop. */
export async function serve(config: Config): Promise<void> {
  const shutdown = listenForStop();
  try {
    await start(config, shutdown);
  } catch (error) {
    await shutdown.stop();
    if (error instanceof Stopped) process.exit(0);
    throw error;
  }
}

async function start(config: Config, shutdown: Shutdown): Promise<void> {
  const logLine = openLog({ level: config.logLevel, now: () => new Date(), clean: redactedLine });
  const product = await openProduct(config, { log: say, logLine });
  shutdown.add(() => product.close());
  await loadFirstContent(product, config, say, () => shutdown.check());
  shutdown.add(product.startWorkers());
  const { database, clock } = product;
  shutdown.add(serveBackups({ source: database, plan: config.backup, dataDirectory: config.dataDirectory, productVersion: productVersion(), clock, log: logLine }));
  const storage = watchStorage({ directory: config.dataDirectory, log: logLine, say, reserve: config.storageReserve });
  shutdown.add(() => storage.stop());
  const server = await makeServer({
    ...product,
    storage,
    webFolder: join(findRoot(), 'dist/web'),
    secureCookies: config.publicUrl?.startsWith('https:') ?? false,
    rateLimitPerMinute: config.rateLimitPerMinute,
    checkAnswers: config.checkAnswers,
    log: logLine,
    requestLine: (line) => logLine({ message: 'request', ...line }),
    metrics: { gauges: () => readGauges(product), token: config.metricsToken, behindProxy: config.publicUrl !== null },
  });
  shutdown.add(() => closeWithin(server, 10_000));
  shutdown.add(async () => product.readiness.stop());
  const address = await server.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw (error as { code?: string }).code === 'EADDRINUSE' ? portBusy(config.port) : error;
  });
  for (const line of [...noticesAtStart(config, database), ...(await signInLines(product, config))]) say(line);
  shutdown.started();
  say(`Clusterloom is ready at ${config.publicUrl ?? address}`);
}

/** What whoever runs it should know, and need not look for. */
function noticesAtStart(config: Config, { engine }: OpenDatabase): string[] {
  const { words } = engineState(engine.version, engine.kind === 'embedded', new Date());
  const unsaved = 'No backups are scheduled: set CLUSTERLOOM_BACKUP_DIR to a folder on another disk. / 未设置定时备份：请将 CLUSTERLOOM_BACKUP_DIR 设为另一磁盘上的目录。';
  const unknown = unknownVariables(process.env).map(unknownWords).map(({ en, zh }) => `${en} / ${zh}`);
  return [...unknown, ...(words ? [`${words.en} / ${words.zh}`] : []), ...(config.backup.directory ? [] : [unsaved])];
}

/** Requests under way are answered; whoever takes longer than that loses the connection. */
async function closeWithin(server: FastifyInstance, milliseconds: number): Promise<void> {
  const late = setTimeout(() => server.server.closeAllConnections(), milliseconds);
  await server.close();
  clearTimeout(late);
}

function portBusy(port: number): PlainProblem {
  return new PlainProblem('portBusy', {
    en: `Port ${port} is in use. Stop the other program, or choose a port: PORT=8090 npm start`,
    zh: `端口 ${port} 已被占用。请停止占用它的程序，或另选端口：PORT=8090 npm start`,
  });
}
