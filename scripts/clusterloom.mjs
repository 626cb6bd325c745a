#!/usr/bin/env node
// The command line: `clusterloom <command>`; `clusterloom help` lists them.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { prepare } from './start.mjs';

await prepare();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist/clusterloom.mjs')).href);
