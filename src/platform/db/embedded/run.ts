import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import type { Privilege } from './privilege.ts';

/** Starts one of PostgreSQL's programs under the chosen privilege. */
export function spawnTool(binaries: Binaries, privilege: Privilege, tool: string, args: readonly string[], output: number | 'pipe'): ChildProcess {
  const [command = '', ...rest] = [...privilege.prefix, join(binaries.directory, 'bin', tool), ...args];
  return spawn(command, rest, {
    cwd: binaries.directory,
    // A session of its own: Ctrl+C in the terminal reaches the launcher, which then stops the server in order.
    detached: true,
    // Nothing of the surroundings: PGDATA, PGPORT, locale or a time zone would change what the server does.
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: binaries.directory, TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', output, output],
    ...(privilege.kind === 'nobody' && privilege.owner ? privilege.owner : {}),
  });
}

export async function runToEnd(binaries: Binaries, privilege: Privilege, tool: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const child = spawnTool(binaries, privilege, tool, args, 'pipe');
  let output = '';
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return await new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ code, output }));
  });
}
