// `npm start`: installs and builds what is missing or changed, then runs the server in this process until it is stopped.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, install, root, stream } from './install.mjs';

/** Brings dist/ up to date, or the named parts of it. Building happens in a process of its own, whose memory is free again afterwards. */
export async function prepare(...names) {
  checkNode();
  await install();
  const { staleParts } = await import('./build.mjs');
  if (staleParts(names).length === 0) return;
  const built = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), ...names], { cwd: root, stdio: ['inherit', stream.fd, 'inherit'] });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await prepare();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, 'dist/server.mjs')).href);
}
