import { basename } from 'node:path';
import { floorOf, isDoor, roomOf, type SourceFile } from './source-files.ts';

export const budgets = { median: 80, ninetieth: 200, longest: 400, action: 120, door: 30, roomEntries: 12 } as const;

const vague = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'manager', 'data', 'info']);

interface Pattern {
  fault: string;
  pattern: RegExp;
  applies?(file: SourceFile): boolean;
  inComments?: boolean;
}

const patterns: readonly Pattern[] = [
  { fault: 'export of everything', pattern: /\bexport\s+\*/ },
  { fault: 'a cast that switches the types off', pattern: /\bas\s+any\b|<any>|\bany\[\]/ },
  { fault: 'a note of work left undone', pattern: /\b(?:TODO|FIXME)\b/, inComments: true },
  { fault: 'a test that shuts out the others', pattern: /\b(?:describe|test|it)\.only\b/ },
  { fault: 'kernel uses the clock', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\./, applies: isKernel },
  { fault: 'kernel uses chance', pattern: /\bMath\.random\b|\bcrypto\b/, applies: isKernel },
  { fault: 'kernel uses its surroundings', pattern: /\bprocess\b|\bconsole\b|\bglobalThis\b|\bfetch\(/, applies: isKernel },
  { fault: 'syntax that cannot be erased', pattern: /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w|^\s*(?:export\s+)?namespace\s+\w/m, applies: (file) => /\.tsx?$/.test(file.path) },
];

function isKernel(file: SourceFile): boolean {
  return floorOf(file.path) === 'kernel';
}

/** Its own examples of what is forbidden would be found. */
export function textFaults(files: readonly SourceFile[]): string[] {
  return files
    .filter((file) => !file.path.startsWith('test/house'))
    .flatMap((file) => {
      const broken = patterns.filter((each) => (each.applies?.(file) ?? true) && each.pattern.test(each.inComments ? file.text : file.bare));
      return broken.map((each) => `${file.path}: ${each.fault}`);
    });
}

export function lengthFaults(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const { path, lines } of files) {
    if (lines > budgets.longest) faults.push(`${path}: ${lines} lines, at most ${budgets.longest}`);
    if (/^src\/modules\/[^/]+\/actions\//.test(path) && floorOf(path) === 'room' && lines > budgets.action) faults.push(`${path}: ${lines} lines, an action has at most ${budgets.action}`);
    if (isDoor(path) && lines > budgets.door) faults.push(`${path}: ${lines} lines, a door has at most ${budgets.door}`);
  }
  const product = files.filter(({ path }) => path.startsWith('src/') && floorOf(path) !== 'test').map(({ lines }) => lines);
  const sorted = product.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  if (at(0.5) > budgets.median) faults.push(`the median file has ${at(0.5)} lines, at most ${budgets.median}`);
  if (at(0.9) > budgets.ninetieth) faults.push(`one file in ten has more than ${at(0.9)} lines, at most ${budgets.ninetieth}`);
  return faults;
}

export function nameFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const [stem = ''] = basename(path).split('.');
    const faults: string[] = [];
    const isComponent = path.endsWith('.tsx') && /^[A-Z][A-Za-z0-9]*$/.test(stem);
    if (!isComponent && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem)) faults.push(`${path}: names are kebab-case, components PascalCase`);
    const words = path.split('/').slice(0, -1);
    if (vague.has(stem) || words.some((word) => vague.has(word))) faults.push(`${path}: the name says nothing`);
    return faults;
  });
}

/** What stands in the root of each room, tests aside. */
export function roomFaults(paths: readonly string[]): string[] {
  const entries = new Map<string, Set<string>>();
  for (const path of paths) {
    const room = roomOf(path);
    const entry = path.split('/')[3];
    if (room === null || entry === undefined || /\.test\.tsx?$/.test(entry)) continue;
    entries.set(room, (entries.get(room) ?? new Set()).add(entry));
  }
  return [...entries].filter(([, names]) => names.size > budgets.roomEntries).map(([room, names]) => `${room}: ${names.size} entries in its root, at most ${budgets.roomEntries}`);
}
