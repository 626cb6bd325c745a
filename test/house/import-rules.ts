import { floorOf, isDoor, roomOf, type Floor, type Import, type SourceFile } from './source-files.ts';

/** Which floors a floor may import from. Rooms are looked at more closely below. */
const mayImport: Readonly<Record<Floor, readonly Floor[]>> = {
  kernel: ['kernel'],
  words: ['kernel', 'words'],
  platform: ['kernel', 'words', 'platform'],
  room: ['kernel', 'words', 'platform', 'room'],
  map: ['room', 'platform', 'words'],
  api: ['kernel', 'words', 'platform', 'room', 'map', 'api'],
  web: ['kernel', 'words', 'web'],
  test: ['kernel', 'words', 'platform', 'room', 'map', 'api', 'web', 'test'],
};

export function importFaults(files: readonly SourceFile[], rooms: readonly string[]): string[] {
  return files.flatMap((file) => file.imports.flatMap((each) => faultsOfOne(file, each, rooms).map((fault) => `${file.path}: ${fault} (${each.specifier})`)));
}

function faultsOfOne(file: SourceFile, { specifier, target }: Import, rooms: readonly string[]): string[] {
  const floor = floorOf(file.path);
  if (file.path.startsWith('prober/')) return proberFaults(specifier, target);
  if (floor === 'test') return [];
  if (target === null) return packageFaults(floor, specifier);
  if (!target.startsWith('src/')) return file.path.startsWith('src/') && !target.endsWith('.json') ? ['leaves src'] : [];
  const faults = /\.[a-z0-9]+$/i.test(target) ? [] : ['names no extension'];
  const other = floorOf(target);
  if (/\.(json|css|svg|png)$/.test(target)) return faults;
  if (!mayImport[floor].includes(other)) faults.push(`${floor} must not import ${other}`);
  if (floor === 'words' && other === 'words' && file.path.startsWith('src/platform/') && roomOf(target)) faults.push('platform knows no room');
  if (floor === 'platform' && roomOf(target)) faults.push('platform knows no room');
  return [...faults, ...roomFaults(file.path, target, rooms)];
}

/** It stands alone, so that it can be published. */
function proberFaults(specifier: string, target: string | null): string[] {
  const isOwn = target === null ? /^(?:fast-check|ajv)(?:\/|$)/.test(specifier) : target.startsWith('prober/');
  return isOwn ? [] : ['the prober knows nothing of the product'];
}

function packageFaults(floor: Floor, specifier: string): string[] {
  if (floor === 'kernel') return ['kernel imports no package'];
  if (floor === 'words' && specifier !== 'zod') return ['words import no package but zod'];
  if (floor === 'web' && specifier.startsWith('node:')) return ['web runs in a browser'];
  return [];
}

/** Rooms meet at doors, and only upwards in the map; words of a room above may be read directly by words and by pages. */
function roomFaults(from: string, to: string, rooms: readonly string[]): string[] {
  const own = roomOf(from);
  const other = roomOf(to);
  if (other === null) return [];
  if (own === other) return isDoor(to) ? ['a room does not use its own door'] : [];
  const floor = floorOf(from);
  const byWords = floorOf(to) === 'words' && (floor === 'words' || floor === 'web' || floor === 'api');
  if (floor === 'map') return /\/(index|[^/]+\.module)\.ts$/.test(to) ? [] : ['the map names manifests only'];
  const faults = byWords || isDoor(to) ? [] : ['rooms meet at doors'];
  if (own !== null && rooms.indexOf(other) > rooms.indexOf(own)) faults.push(`${other} stands below ${own} in the map`);
  if (own === null && floor === 'web' && !byWords) faults.push('the shell knows no room');
  return faults;
}

/** Groups of files that import each other in a circle. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const graph = new Map(files.map((file) => [file.path, file.imports.flatMap(({ target }) => target ?? [])]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path) ?? 0);
    stack.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1 || graph.get(path)?.includes(path)) cycles.push(group.toSorted());
  };
  for (const path of graph.keys()) if (!index.has(path)) visit(path);
  return cycles;
}
