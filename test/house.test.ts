import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importCycles, importFaults } from './house/import-rules.ts';
import { budgets, lengthFaults, nameFaults, roomFaults, textFaults } from './house/shape-rules.ts';
import { listFiles, readSources, root, sourceFile } from './house/source-files.ts';

const files = readSources();
const rooms = readRooms();

/** The order of the map: the order of its array. */
function readRooms(): string[] {
  const map = join(root, 'src/modules/index.ts');
  const listed = /modules[^=]*= \[([^\]]*)\]/.exec(existsSync(map) ? readFileSync(map, 'utf8') : '')?.[1] ?? '';
  const named = [...listed.matchAll(/(\w+)Module\b/g)].map((match) => match[1] ?? '');
  return named.length > 0 ? named : ['identity', 'registry', 'intake', 'publication'];
}

describe('the house', () => {
  test('there is something to look at', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  test('imports run one way, and rooms meet at doors', () => {
    expect(importFaults(files, rooms)).toEqual([]);
  });

  test('no files import each other in a circle', () => {
    expect(importCycles(files)).toEqual([]);
  });

  test('nothing that the rules of the text forbid', () => {
    expect(textFaults(files)).toEqual([]);
  });

  test('files keep to their length', () => {
    expect(lengthFaults(files)).toEqual([]);
  });

  test('names say what is inside', () => {
    expect(nameFaults(files)).toEqual([]);
  });

  test('the root of a room stays short', () => {
    expect(roomFaults(listFiles('src/modules'))).toEqual([]);
  });
});

describe('the rules bite', () => {
  const faults = (path: string, text: string) => importFaults([sourceFile(path, text)], ['identity', 'registry', 'intake', 'publication']);

  test.each([
    ['src/kernel/stats/mean.ts', `import { z } from 'zod';`, 'no package'],
    ['src/kernel/stats/mean.ts', `import { ok } from '#platform/result/result.rules.ts';`, 'kernel must not import words'],
    ['src/modules/registry/registry.rules.ts', `import { sql } from 'kysely';`, 'but zod'],
    ['src/modules/registry/registry.schema.ts', `import { x } from './registry.store.ts';`, 'words must not import room'],
    ['src/platform/db/x.ts', `import { x } from '#modules/registry/index.ts';`, 'platform must not import room'],
    ['src/platform/page/page.schema.ts', `import { x } from '#modules/registry/registry.schema.ts';`, 'platform knows no room'],
    ['src/modules/intake/actions/x.ts', `import { x } from '#modules/registry/registry.store.ts';`, 'meet at doors'],
    ['src/modules/intake/actions/x.ts', `import { x } from '#modules/registry/registry.schema.ts';`, 'meet at doors'],
    ['src/modules/registry/actions/x.ts', `import { x } from '#modules/intake/index.ts';`, 'intake stands below registry'],
    ['src/modules/registry/actions/x.ts', `import { x } from '../index.ts';`, 'own door'],
    ['src/modules/registry/web/X.tsx', `import { x } from '../registry.store.ts';`, 'web must not import room'],
    ['src/modules/registry/web/X.tsx', `import { readFile } from 'node:fs';`, 'browser'],
    ['src/web/shell.tsx', `import { x } from '#modules/registry/web/index.ts';`, 'the shell knows no room'],
    ['src/api/main.ts', `import { x } from '#modules/registry/registry.store.ts';`, 'meet at doors'],
    ['prober/probe.ts', `import { x } from '#platform/http/server.ts';`, 'knows nothing of the product'],
    ['prober/probe.ts', `import { readFile } from 'node:fs';`, 'knows nothing of the product'],
    ['src/platform/db/x.ts', `import { x } from './y';`, 'no extension'],
    ['src/platform/db/x.ts', `const x = await import('#api/main.ts');`, 'platform must not import api'],
  ])('%s: %s', (path, text, fault) => {
    expect(faults(path, text).join()).toContain(fault);
  });

  test.each([
    ['src/modules/intake/actions/x.ts', `import { x } from '#modules/registry/index.ts';`],
    ['src/modules/intake/intake.schema.ts', `import { x } from '#modules/registry/registry.schema.ts';`],
    ['src/modules/intake/intake.rules.ts', `// import { x } from 'kysely';\nexport const address = 'http://example.org'; import { z } from 'zod';`],
    ['src/modules/intake/web/routes.tsx', `import { x } from '#modules/registry/web/index.ts';`],
    ['src/modules/index.ts', `import { registry } from './registry/registry.module.ts';`],
    ['src/modules/intake/x.test.ts', `import { x } from '#modules/registry/registry.store.ts';`],
  ])('%s may: %s', (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });

  test('circles of two, three and one', () => {
    const one = (path: string, ...targets: string[]) => sourceFile(path, targets.map((target) => `import '${target}';`).join('\n'));
    expect(importCycles([one('src/a.ts', './b.ts'), one('src/b.ts', './c.ts'), one('src/c.ts', './a.ts'), one('src/d.ts', './a.ts')])).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts']]);
    expect(importCycles([one('src/a.ts', './a.ts'), one('src/b.ts')])).toEqual([['src/a.ts']]);
  });

  test.each([
    ['src/kernel/x.ts', 'const t = Date.now();'],
    ['src/kernel/x.ts', 'const t = new Date();'],
    ['src/kernel/x.ts', 'const t = Math.random();'],
    ['src/kernel/x.ts', 'const t = process.env;'],
    ['src/api/x.ts', `export * from './y.ts';`],
    ['src/api/x.ts', 'const y = x as any;'],
    ['src/api/x.ts', '// TODO: later'],
    ['src/api/x.test.ts', `test.only('x')`],
    ['src/api/x.ts', 'export enum Colour { Red }'],
  ])('%s: %s', (path, text) => {
    expect(textFaults([sourceFile(path, text)])).toHaveLength(1);
  });

  test('the clock is free outside the kernel, and words in comments are free everywhere', () => {
    expect(textFaults([sourceFile('src/api/x.ts', 'const t = Date.now();'), sourceFile('src/kernel/x.ts', '// Math.random is not used\n/** as any */')])).toEqual([]);
  });

  test('lengths and names', () => {
    const long = (path: string, lines: number) => sourceFile(path, 'x;\n'.repeat(lines));
    expect(lengthFaults([long('src/api/a.ts', budgets.longest + 1)]).length).toBeGreaterThan(0);
    expect(lengthFaults([long('src/modules/x/actions/a.ts', budgets.action + 1)]).join()).toContain('an action');
    expect(lengthFaults([long('src/modules/x/index.ts', budgets.door + 1)])).toHaveLength(1);
    expect(nameFaults([sourceFile('src/api/utils.ts', ''), sourceFile('src/api/helpers/x.ts', ''), sourceFile('src/api/myFile.ts', '')])).toHaveLength(3);
    expect(roomFaults(Array.from({ length: 13 }, (_, index) => `src/modules/x/file-${index}.ts`))).toHaveLength(1);
  });
});
