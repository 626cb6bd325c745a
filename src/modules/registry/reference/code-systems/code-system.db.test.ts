import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { buildCodeSystem } from './build-code-system.ts';
import { readCodeSystem } from './read-code-system.ts';
import { isBuiltIn, readOutsideParents, writeCodeSystem } from './write-code-system.ts';

const { app, appPool } = await freshDatabase();
const csv = `codeSystem,kind,systemNameEn,source,code,nameEn,level,parent
own-zones,territory,Sample zones,Sample list,A,Sample zone A,authority,cn:440600
own-zones,,,,A1,Sample street A1,other,A`;

describe('a code system of the user’s own', () => {
  it('is written under the official divisions, and again without doubling', async () => {
    const draft = readCodeSystem(csv);
    if (!draft.ok) throw new Error('unreadable');
    const built = buildCodeSystem(draft.value, await readOutsideParents(app, draft.value));
    if (!built.ok) throw new Error('unsound');
    await writeCodeSystem(app, built.value);
    await writeCodeSystem(app, built.value);
    const { rows } = await appPool.query("select id, ancestors from territory where 'cn:440600' = any(ancestors) and code_system_id = 'own-zones' order by id");
    expect(rows).toEqual([
      { id: 'own-zones:A', ancestors: ['world', 'world:CN', 'cn:440000', 'cn:440600', 'own-zones:A'] },
      { id: 'own-zones:A1', ancestors: ['world', 'world:CN', 'cn:440000', 'cn:440600', 'own-zones:A', 'own-zones:A1'] },
    ]);
    expect([await isBuiltIn(app, 'own-zones'), await isBuiltIn(app, 'cn')]).toEqual([false, true]);
  });
});
