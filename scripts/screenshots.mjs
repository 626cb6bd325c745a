// `npm run screenshots`: starts the built product with data of its own, and makes the pictures of docs/screenshots.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, install, root } from './install.mjs';

checkNode();
await install({ development: true });
const done = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/take-screenshots.ts'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exitCode = done.status ?? 1;
