// `npm run bench [part of a path]`: runs every *.bench.ts and writes one JSON of figures into bench/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { checkNode, install, root, say } from './install.mjs';

checkNode();
await install({ development: true });
const wanted = process.argv[2] ?? '';
// What else the machine does shows in every figure; the load at both ends says how much that is.
const load = [loadavg()[0]];
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bench.ts') && file.includes(wanted)).sort();
const runner = join(root, 'scripts/run-bench.ts');
const measurements = files.flatMap((file) => {
  say(`— ${file}`);
  const text = execFileSync(process.execPath, ['--import', 'tsx', runner, join(root, 'src', file)], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1e8 });
  const found = JSON.parse(text.slice(text.indexOf('[{')));
  for (const { name, value, unit, limit, peer } of found) {
    const against = limit ? `, limit ${limit} ${unit}` : '';
    const beside = peer ? `, ${(peer.value / value).toFixed(1)} × faster than ${peer.name} (${peer.value.toFixed(1)} ${unit})` : '';
    say(`${name}: ${value.toFixed(1)} ${unit}${against}${beside}`);
  }
  return found.map((measurement) => ({ file: `src/${file}`, ...measurement }));
});
mkdirSync(join(root, 'bench'), { recursive: true });
const now = new Date().toISOString();
load.push(loadavg()[0]);
const machine = { cpus: cpus().length, memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version, load: load.map((each) => Math.round(each * 10) / 10) };
const out = join('bench', `${now.slice(0, 10)}${wanted ? `-${wanted.replaceAll(/\W+/g, '-')}` : ''}.json`);
writeFileSync(join(root, out), `${JSON.stringify({ at: now, machine, measurements }, null, 2)}\n`);
say(`written: ${out}`);
