import type { TestProject } from 'vitest/node';
import { startTestServer } from '#platform/testing/test-server.ts';
import '#platform/testing/test-database.ts';
import { prepareTemplate } from './template.ts';

type Running = Awaited<ReturnType<typeof startTestServer>>;

// Every vitest project loads this file anew, so what they share hangs on the process.
const shared = globalThis as { clusterloomTestServer?: { running: Promise<Running>; users: number } };

/** One server for all projects of a run; the last one to finish stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.clusterloomTestServer ??= {
    running: startTestServer({ databaseUrl: process.env['CLUSTERLOOM_TEST_DATABASE_URL'], prepareTemplate }),
    users: 0,
  };
  const holder = shared.clusterloomTestServer;
  holder.users += 1;
  const { server, stop } = await holder.running;
  project.provide('testServer', server);
  return async () => {
    holder.users -= 1;
    if (holder.users > 0) return;
    delete shared.clusterloomTestServer;
    await stop();
  };
}
