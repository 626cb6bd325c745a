import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, resolve } from 'node:path';

export interface Chromium {
  executable: string;
  /** What it needs in its environment: fonts, and libraries where the system lacks them. */
  environment: Record<string, string>;
}

const cache = resolve(import.meta.dirname, '../../.cache/chromium');
const require = createRequire(import.meta.url);

/** The Chromium on PATH, else the one that came as an npm package, unpacked once into .cache. CLUSTERLOOM_CHROMIUM=package insists on the latter. */
export function findChromium(): Chromium {
  const insists = process.env['CLUSTERLOOM_CHROMIUM'] === 'package';
  const own = insists ? null : ['chromium', 'chromium-browser', 'google-chrome'].map(onPath).find((path) => path !== null);
  const { executable, libraries } = own ? { executable: own, libraries: null } : unpackPackage();
  return { executable, environment: { FONTCONFIG_FILE: writeFontConfig(), ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } };
}

function onPath(name: string): string | null {
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      accessSync(join(directory, name), constants.X_OK);
      return join(directory, name);
    } catch {
      continue;
    }
  }
  return null;
}

function unpackPackage(): { executable: string; libraries: string | null } {
  const packageRoot = packageDirectory('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const directory = join(cache, version);
  if (!existsSync(directory)) {
    const partial = `${directory}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    // The package unpacks into the temporary directory, and its libraries only where it takes the machine for a cloud function.
    const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: resolve(import.meta.dirname, '../..'),
      env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (existsSync(directory)) rmSync(partial, { recursive: true });
    else renameSync(partial, directory);
  }
  const executable = join(directory, 'chromium');
  const libraries = join(directory, 'al2023', 'lib');
  return { executable, libraries: runs(executable) ? null : libraries };
}

function runs(executable: string): boolean {
  try {
    execFileSync(executable, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}

/** A bare machine has no Chinese font, and the same fonts everywhere give the same pictures everywhere. */
function writeFontConfig(): string {
  const chinese = join(packageDirectory('@embedpdf/fonts-sc'), 'fonts');
  // It holds Latin letters too. Nothing of the system's fonts is used.
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC'];
  const aliases = families.map((family) => `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans S Chinese</family></prefer></alias>`);
  const file = join(cache, 'fonts.conf');
  mkdirSync(cache, { recursive: true });
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escapeXml(chinese)}</dir><cachedir>${escapeXml(join(cache, 'font-cache'))}</cachedir>${aliases.join('')}</fontconfig>\n`;
  writeFileSync(file, text);
  return file;
}

/** Some packages hide their package.json, so it is looked for above the entry point. */
function packageDirectory(name: string): string {
  for (let path = dirname(require.resolve(name)); path !== dirname(path); path = dirname(path)) {
    const file = join(path, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === name) return path;
  }
  throw new Error(`${name} is not installed.`);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
