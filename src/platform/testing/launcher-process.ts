import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startEmbedded } from '#platform/db/embedded/embedded.ts';

/** A launcher in a process of its own, for tests that kill it. */
export interface LauncherProcess {
  child: ChildProcess;
  socketDirectory: string;
  serverPid: number;
}

/** Starts this very file in another Node; `ready` waits for the database, otherwise the caller may strike at any moment. */
export function spawnLauncher(dataDirectory: string): { child: ChildProcess; ready: Promise<LauncherProcess> } {
  const child = spawn(process.execPath, ['--import', 'tsx', import.meta.filename, dataDirectory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ready = new Promise<LauncherProcess>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = /^ready (.*)$/m.exec(text)?.[1];
      if (line) resolve({ child, ...(JSON.parse(line) as { socketDirectory: string; serverPid: number }) });
    });
    child.once('exit', () => reject(new Error(`The launcher ended early: ${text}`)));
  });
  ready.catch(() => {});
  return { child, ready };
}

export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

if (process.argv[1] === import.meta.filename && process.argv[2]) {
  const embedded = await startEmbedded({ dataDirectory: process.argv[2], log: console.log });
  console.log(`ready ${JSON.stringify({ socketDirectory: embedded.socketDirectory, serverPid: embedded.serverPid() })}`);
  process.once('SIGTERM', () => void embedded.stop().then(() => process.exit(0)));
}
