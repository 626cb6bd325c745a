import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'vitest';

const directory = process.env['CLUSTERLOOM_SHARED'] ?? resolve(import.meta.dirname, '../../shared');

/** A file of the material that is handed around beside the repository and never copied into it. */
export function sharedPath(...parts: string[]): string {
  return join(directory, ...parts);
}

/** Tests that need such files; where they are absent the title says so and the tests count as skipped. */
export function describeWithShared(title: string, needed: readonly string[], tests: () => void): void {
  const missing = needed.find((path) => !existsSync(sharedPath(path)));
  if (missing === undefined) describe(title, tests);
  // The body is not run either: it may read the files.
  else describe.skip(`${title} (skipped: ${missing} is not there; set CLUSTERLOOM_SHARED)`, () => test(`needs ${missing}`, () => undefined));
}
