import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** `clusterloom compute …` as somebody types it: brings the built command up to date first. */
export function clusterloomCompute(...args: string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(root, 'scripts/clusterloom.mjs'), 'compute', ...args], { encoding: 'utf8', cwd: root });
  return { code: status ?? -1, stdout, stderr };
}

/** The same command as it was built last, which spares looking at the sources each time. */
export function builtCompute(...args: string[]): Promise<Ran> {
  return new Promise((done) => {
    execFile(process.execPath, [resolve(root, 'dist/compute.mjs'), ...args], { encoding: 'utf8', cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr });
    });
  });
}

export const jsonFile = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
