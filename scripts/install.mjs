// Checks Node, and installs the packages when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const needed = [20, 19];

/** What is computed for a script has the standard output to itself. */
export const stream = process.argv[2] === 'compute' ? process.stderr : process.stdout;

export function say(line) {
  stream.write(`${line}\n`);
}

/** Prints what is being done, and how long it took. */
export async function timed(title, work) {
  const started = performance.now();
  say(`${title} …`);
  const result = await work();
  say(`${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > needed[0] || (major === needed[0] && minor >= needed[1])) return;
  say(`Clusterloom needs Node.js ${needed.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org`);
  say(`Clusterloom 需要 Node.js ${needed.join('.')} 或更高版本，当前为 ${process.versions.node}。下载地址：https://nodejs.org`);
  process.exit(1);
}

/** With `development`, what tests and checks need is installed too. */
export async function install({ development = false } = {}) {
  const modules = join(root, 'node_modules');
  if (isCurrent(modules, development)) return;
  // A linked directory belongs to another checkout; npm ci would empty it.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return say('node_modules is a link and is left as it is.');
  await timed('Installing packages (npm ci) | 安装依赖', () => runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', ...(development ? [] : ['--omit=dev'])]));
  writeFileSync(join(modules, stampName), JSON.stringify({ lock: lockHash(), development }));
}

const stampName = '.clusterloom-install.json';

function isCurrent(modules, development) {
  const stamp = join(modules, stampName);
  if (existsSync(stamp)) {
    const done = JSON.parse(readFileSync(stamp, 'utf8'));
    if (done.lock === lockHash() && (done.development || !development)) return true;
  }
  // Somebody may have run npm by hand since: npm writes its own copy of the lock at the end.
  const own = join(modules, '.package-lock.json');
  if (!existsSync(own)) return false;
  const since = existsSync(stamp) ? Math.max(modified(stamp), modified(join(root, 'package-lock.json'))) : modified(join(root, 'package-lock.json'));
  return modified(own) >= since && (!development || existsSync(join(modules, 'vitest')));
}

function modified(file) {
  return statSync(file).mtimeMs;
}

function lockHash() {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(`${process.platform}-${process.arch}`).digest('hex');
}

function runNpm(args) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const done = spawnSync(command, [...first, ...args], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' && command === 'npm' });
  if (done.status === 0) return;
  say(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`);
  say('The packages could not be installed; the reason stands above. Is the npm registry reachable?');
  say('依赖安装失败，原因见上。请检查 npm 源是否可访问。');
  process.exit(1);
}
