#!/usr/bin/env node
// The command line: `clusterloom <command>`; `clusterloom help` lists them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { prepare } from './start.mjs';

// An import makes much that is thrown away at once. Left alone, the heap grows until it is worth clearing; bounded, a file of any length takes the same memory.
const frugal = ['--max-old-space-size=200', '--max-semi-space-size=4'];
if (process.argv[2] === 'import' && !process.execArgv.includes(frugal[0])) {
  const { status } = spawnSync(process.execPath, [...frugal, ...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

// What computes needs neither the server nor the web app, and starts in a blink.
const entry = process.argv[2] === 'compute' ? 'compute' : 'clusterloom';
await prepare(...(entry === 'compute' ? ['compute'] : []));
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, `dist/${entry}.mjs`)).href);
