import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';

export interface Import {
  /** As written. */
  specifier: string;
  /** The path from the root of the repository; null for a package. */
  target: string | null;
}

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  /** The text without comments. */
  code: string;
  /** The text without comments and without what stands in quotes. */
  bare: string;
  lines: number;
  imports: Import[];
}

export type Floor = 'kernel' | 'words' | 'platform' | 'room' | 'map' | 'api' | 'web' | 'test';

export const root = resolve(import.meta.dirname, '../..');

export function sourceFile(path: string, text: string): SourceFile {
  const code = withoutComments(text);
  return { path, text, code, bare: withoutQuotes(code), lines: text.trimEnd().split('\n').length, imports: findImports(path, code) };
}

export function listFiles(directory: string): string[] {
  if (!existsSync(join(root, directory))) return [];
  const entries = readdirSync(join(root, directory), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

export function readSources(): SourceFile[] {
  const paths = ['src', 'test', 'journeys', 'prober', 'scripts', 'bench'].flatMap(listFiles).filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  return paths.sort().map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

const aliases: Readonly<Record<string, string>> = { '#kernel/': 'src/kernel/', '#platform/': 'src/platform/', '#modules/': 'src/modules/', '#api/': 'src/api/', '#web/': 'src/web/' };

function findImports(path: string, code: string): Import[] {
  const found = [...code.matchAll(/(?:^|[\s;}])(?:import|export)\s[^'"`;]*?\sfrom\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g)];
  return found.map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    return { specifier, target: resolveImport(path, specifier) };
  });
}

function resolveImport(path: string, specifier: string): string | null {
  const clean = specifier.replace(/\?.*$/, '');
  if (clean.startsWith('.')) return posix.normalize(posix.join(dirname(path), clean));
  const alias = Object.keys(aliases).find((prefix) => clean.startsWith(prefix));
  return alias ? aliases[alias] + clean.slice(alias.length) : null;
}

export function floorOf(path: string): Floor {
  if (/\.(test|bench|journey)\.tsx?$/.test(path) || /^(test|journeys|prober|scripts|bench)\//.test(path) || /^src\/(platform|api|web)\/testing\//.test(path)) return 'test';
  if (path.startsWith('src/kernel/')) return 'kernel';
  if (/^src\/(platform|modules)\/.*\.(schema|contract|rules)\.ts$/.test(path) || /^src\/modules\/[^/]+\/words\//.test(path)) return 'words';
  if (path.startsWith('src/web/') || /^src\/modules\/[^/]+\/web\//.test(path)) return 'web';
  if (path.startsWith('src/platform/')) return 'platform';
  if (path.startsWith('src/api/')) return 'api';
  if (/^src\/modules\/[^/]+\.ts$/.test(path)) return 'map';
  return 'room';
}

export function roomOf(path: string): string | null {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null;
}

export function isDoor(path: string): boolean {
  return /^src\/modules\/[^/]+\/(web\/)?index\.tsx?$/.test(path);
}

/** Keeps strings and template literals, so that an address such as 'http://…' is not cut. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`)|\/\*[^]*?\*\/|(?<![\\/])\/\/[^\n]*/g, (_all, quoted: string | undefined) => quoted ?? ' ');
}

function withoutQuotes(code: string): string {
  return code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "''");
}
