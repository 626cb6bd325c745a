// Builds dist/: the server and the command line (esbuild), the web app (vite), the migrations. Unchanged parts are skipped.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { say, root, timed } from './install.mjs';

const dist = join(root, 'dist');
const isWords = /\.(schema|contract|rules)\.ts$|\/words\//;
const isWeb = (path) => /^src\/(web|kernel)\/|\/web\/|\/messages\//.test(path) || isWords.test(path);

/** The parts of dist/: what each is made from, what it leaves behind, and how. */
const parts = [
  { name: 'server', title: 'Building the server | 构建服务端', uses: (path) => !path.includes('/web/') && !path.endsWith('.css'), makes: 'server.mjs', make: buildServer },
  { name: 'compute', title: 'Building the methods | 构建计算方法', uses: (path) => /^src\/(kernel|api\/compute)\//.test(path), makes: 'compute.mjs', make: () => bundleForNode({ compute: 'src/api/compute/main.ts' }) },
  { name: 'web', title: 'Building the web app | 构建网页', uses: isWeb, makes: 'web/index.html', make: buildWeb },
];

/** The named parts; all where none is named. */
const partsOf = (names) => parts.filter(({ name }) => names.length === 0 || names.includes(name));

/** Names of the parts whose sources changed since they were built, of those that are asked about. */
export function staleParts(names = [], sources = readSources(names)) {
  return partsOf(names).filter((part) => !existsSync(join(dist, part.makes)) || readStamp(part) !== hashOf(part, sources)).map(({ name }) => name);
}

export async function build(names = []) {
  const sources = readSources(names);
  const stale = new Set(staleParts(names, sources));
  mkdirSync(dist, { recursive: true });
  for (const part of parts.filter(({ name }) => stale.has(name))) {
    rmSync(stampFile(part), { force: true });
    await timed(part.title, part.make);
    writeFileSync(stampFile(part), hashOf(part, sources));
  }
}

async function buildServer() {
  const entries = { server: 'src/api/main.ts', clusterloom: 'src/api/command-line.ts', 'read-workbook': 'src/modules/intake/read/workbook/reader-process.ts', 'scoreboard-thread': 'src/modules/observatory/actions/scoreboard/compute/scoreboard-thread.ts' };
  await bundleForNode(Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))));
  copyMigrations();
}

async function bundleForNode(entryPoints) {
  const { build: bundle } = await import('esbuild');
  await bundle({
    absWorkingDir: root,
    entryPoints,
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}

/** All rooms' migrations in one directory: their names order them. */
function copyMigrations() {
  const target = join(dist, 'migrations');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of listFiles('src').filter((path) => /\/migrations\/[^/]+\.sql$/.test(path))) copyFileSync(join(root, file), join(target, basename(file)));
}

async function buildWeb() {
  const { build: bundle } = await import('vite');
  process.chdir(root);
  await bundle({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: join(dist, 'web'), emptyOutDir: true } });
  compressAssets(join(dist, 'web/assets'));
}

/** Pressed once here, so that the server need not do it for every visitor. */
function compressAssets(directory) {
  for (const name of readdirSync(directory).filter((each) => /\.(js|css|svg|json)$/.test(each))) {
    const plain = readFileSync(join(directory, name));
    if (plain.length < 1024) continue;
    writeFileSync(join(directory, `${name}.br`), brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }));
    writeFileSync(join(directory, `${name}.gz`), gzipSync(plain));
  }
}

/** The sources of the named parts, with the hash of each. */
function readSources(names) {
  const wanted = partsOf(names);
  const shared = ['package.json', 'package-lock.json', 'scripts/build.mjs'];
  const files = listFiles('src').filter((path) => !/\.(test|bench)\.tsx?$|\.md$/.test(path) && wanted.some((part) => part.uses(path)));
  const web = ['vite.config.ts', 'index.html'].filter((path) => existsSync(join(root, path)));
  const read = (path) => ({ path, hash: createHash('sha256').update(readFileSync(join(root, path))).digest('hex') });
  return { shared: shared.map(read), web: web.map(read), files: files.map(read) };
}

function hashOf(part, sources) {
  const used = [...sources.shared, ...(part.name === 'web' ? sources.web : []), ...sources.files.filter(({ path }) => part.uses(path))];
  return createHash('sha256').update(JSON.stringify(used)).digest('hex');
}

function listFiles(directory) {
  const entries = readdirSync(join(root, directory), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'));
  return files.sort();
}

function stampFile(part) {
  return join(dist, `.${part.name}.stamp`);
}

function readStamp(part) {
  return existsSync(stampFile(part)) ? readFileSync(stampFile(part), 'utf8') : null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await build(process.argv.slice(2));
    say('dist/ is up to date.');
  } catch (error) {
    say(`The build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
