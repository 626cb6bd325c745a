// Starts the machine's own PostgreSQL 15, runs vitest against it, stops it. Part of `npm run test:long`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { isInstalled, startInstalled } from '#platform/testing/installed-server.ts';

if (!isInstalled()) {
  process.stdout.write('PostgreSQL 15 is not installed on this machine: this part was not run.\n');
  process.exit(3);
}
const server = await startInstalled();
try {
  await server.asSuperuser('postgres', 'create role weaver login createrole createdb', 'create database weaving owner weaver');
  const environment = { ...process.env, CLUSTERLOOM_TEST_DATABASE_URL: server.address('weaver', 'weaving') };
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], { stdio: 'inherit', env: environment });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} finally {
  await server.stop();
}
