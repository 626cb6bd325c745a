import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownServerConfigs } from '#platform/db/own-server.ts';
import { onServer, toDatabase } from '#platform/testing/test-server.ts';

export interface Product {
  address: string;
  /** Everything it printed so far, the sign-ins of the sample space among it. */
  output(): string;
  /** Ends it in order and removes its data. */
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** Kept after the end when given; otherwise a directory of its own. */
  dataDirectory?: string;
  environment?: Record<string, string>;
  patience?: number;
}

const root = resolve(import.meta.dirname, '../..');

/** Builds what changed, and starts the product as a user would have it, on a free port with an embedded database of its own. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The product could not be built.\n${built.stdout}${built.stderr}`);
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'cl-journey-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/server.mjs'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), CLUSTERLOOM_DATA: dataDirectory, DATABASE_URL: await ownDatabase(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    if (!options.dataDirectory) rmSync(dataDirectory, { recursive: true, force: true });
  };
  const patience = options.patience ?? 120_000;
  for (let waited = 0; waited < patience && child.exitCode === null; waited += 50) {
    const address = /Clusterloom is ready at (http:\/\/\S+)/.exec(printed)?.[1];
    if (address) return { address: address.replace(/\/$/, ''), output: () => printed, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`The product did not become ready.\n${printed}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Where the run was given a server, each product gets an empty database on it; else it starts its own. */
async function ownDatabase(): Promise<string> {
  const address = process.env['CLUSTERLOOM_TEST_DATABASE_URL'];
  if (!address) return '';
  const name = `journey_${randomUUID().replaceAll('-', '')}`;
  await onServer({ ownerConfig: ownServerConfigs(address).ownerConfig }, `create database ${name}`);
  return String(toDatabase({ connectionString: address }, name).connectionString);
}
