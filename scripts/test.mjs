// `npm test`: packages, build, types, lint, then every test. Ends with `N passed, N failed`.
// `--long` adds the long-running tests; other words go to vitest, so `npm test -- src/platform` runs a part.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, install, root, say } from './install.mjs';

const words = process.argv.slice(2);
const long = words.includes('--long');
const rest = words.filter((word) => word !== '--long');
const counts = join(root, '.cache/test-counts.json');
const durations = [];
let failedParts = 0;

checkNode();
const started = performance.now();
await install({ development: true });
durations.push(['packages', performance.now() - started]);

part('build', ['scripts/build.mjs']);
part('types', ['node_modules/ts7/bin/tsc', '-b']);
part('lint', ['node_modules/oxlint/bin/oxlint', 'src', 'test', 'journeys', 'prober', 'scripts']);

mkdirSync(join(root, '.cache'), { recursive: true });
const result = { passed: 0, failed: 0, skipped: 0 };
addTests('tests', ['node_modules/vitest/vitest.mjs', 'run', ...rest]);
// The same once more on the oldest release that is promised; unit tests know no database.
if (long) addTests('tests on PostgreSQL 15', ['--import', 'tsx', 'scripts/on-postgres-15.ts', '--project', 'database', '--project', 'api', '--project', 'journeys', ...rest]);

const failed = result.failed + failedParts;
say(durations.map(([name, milliseconds]) => `${name} ${(milliseconds / 1000).toFixed(1)} s`).join(', '));
say(`${result.passed} passed, ${failed} failed${result.skipped > 0 ? `, ${result.skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/** One run of vitest; what it counted is added up. A run that counted nothing counts as a failure. */
function addTests(name, args) {
  rmSync(counts, { force: true });
  const passed = run(name, args, { CLUSTERLOOM_TEST_COUNTS: counts, ...(long ? { CLUSTERLOOM_LONG: '1' } : {}) });
  const counted = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
  if (!passed && counted.failed === 0) counted.failed = 1;
  if (long) say(`${name}: ${counted.passed} passed, ${counted.failed} failed`);
  for (const state of Object.keys(result)) result[state] += counted[state];
}

/** A check beside the tests; when it fails it counts as one failure. */
function part(name, args) {
  if (run(name, args)) return;
  failedParts += 1;
  say(`failed: ${name}`);
}

function run(name, args, environment = {}) {
  say(`— ${name}`);
  const begun = performance.now();
  const done = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  durations.push([name, performance.now() - begun]);
  return done.status === 0;
}
