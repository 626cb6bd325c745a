import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from './shared.ts';

const root = resolve(import.meta.dirname, '..');
const rooms = ['identity', 'registry', 'intake', 'network', 'observatory', 'chain', 'governance', 'programme', 'ladder', 'services', 'attraction', 'alliance', 'publication'];
const states = ['done', 'part', 'left'];
const columns = ['id', 'room', 'route', 'screen', 'test', 'state', 'reason'] as const;
type Line = Record<(typeof columns)[number], string>;

/** Enough of RFC 4180 for a file of our own: quotes around cells with commas, no line breaks inside. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

const [header = '', ...body] = readFileSync(join(root, 'docs/coverage.csv'), 'utf8').trim().split('\n');
const lines = body.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [columns[at], cell])) as Line);
const namedIn = (column: 'route' | 'screen' | 'test'): string[] => [...new Set(lines.flatMap((line) => line[column].split(' ').filter(Boolean)))];

const sourceFiles = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).map((file) => `src/${file.replaceAll('\\', '/')}`);

/** Every route value that a contract file exports, alone or in a list. */
async function routeIds(): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const file of sourceFiles.filter((each) => each.endsWith('.contract.ts'))) {
    const exported = (await import(join(root, file))) as Record<string, unknown>;
    for (const value of Object.values(exported).flat() as { id?: string; method?: string }[]) if (value?.id && value.method) ids.add(value.id);
  }
  return ids;
}

/** Every path that a list of pages names, also where it stands in a constant first. */
const screenPaths = (): Set<string> =>
  new Set(sourceFiles.filter((each) => /[/.]routes\.tsx?$/u.test(each)).flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/'(\/[^']*)'/gu)].map(([, path]) => path ?? '')));

describe('coverage of the requirements', () => {
  let routes: Set<string>;
  beforeAll(async () => {
    routes = await routeIds();
  });

  it('has one line per requirement, each in a room and a state', () => {
    expect(header).toBe(columns.join(','));
    const ids = lines.map((line) => line.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    expect(lines.filter((line) => !rooms.includes(line.room) || !states.includes(line.state)).map((line) => line.id)).toEqual([]);
  });

  it('says why where something is left, and shows what answers where it is not', () => {
    expect(lines.filter((line) => line.state !== 'done' && line.reason === '').map((line) => line.id)).toEqual([]);
    expect(lines.filter((line) => line.state !== 'left' && !line.route && !line.screen).map((line) => line.id)).toEqual([]);
    expect(lines.filter((line) => line.state === 'done' && !line.test).map((line) => line.id)).toEqual([]);
  });

  it('names only routes, screens and tests that are there', () => {
    expect(namedIn('route').filter((id) => !routes.has(id))).toEqual([]);
    const screens = screenPaths();
    expect(namedIn('screen').filter((path) => !screens.has(path))).toEqual([]);
    expect(namedIn('test').filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describeWithShared('coverage beside the requirements', ['spec/requirements-a.md', 'spec/requirements-b.md'], () => {
  it('leaves no requirement out and makes none up', () => {
    const text = ['a', 'b'].map((part) => readFileSync(sharedPath('spec', `requirements-${part}.md`), 'utf8')).join('\n');
    const required = [...new Set([...text.matchAll(/^\| ((?:S\d|F\d?|X)-\d+) \|/gmu)].map(([, id]) => id))];
    expect(lines.map((line) => line.id).toSorted()).toEqual(required.toSorted());
  });
});
