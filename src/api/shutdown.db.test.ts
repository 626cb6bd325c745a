import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

test.each(['SIGTERM', 'SIGINT'] as const)('%s while the product still starts leaves no database behind', async (signal) => {
  const home = mkdtempSync(join(tmpdir(), 'cl-stop-'));
  folders.push(home);
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'main.ts')], {
    env: { ...process.env, PORT: '0', CLUSTERLOOM_DATA: home, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const ended = once(child, 'exit');
  const pidFile = join(home, 'postgres/postmaster.pid');
  await vi.waitFor(() => expect(existsSync(pidFile) && readFileSync(pidFile, 'utf8').length > 0).toBe(true), { timeout: 60_000, interval: 10 });
  const server = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  expect(lives(server)).toBe(true);
  child.kill(signal);
  const [code] = await ended;
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('Stopping') });
  expect(said).not.toContain('is ready at');
  expect(lives(server)).toBe(false);
}, 120_000);
