import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { givenRows, listMark } from './given-rows.ts';
import { inSpace } from './in-space.ts';

const database = await freshDatabase();

it('carries every text, nothing, numbers, objects and lists as they are', async () => {
  const texts = ['', 'NULL', 'a,b', '"quoted"', 'back\\slash', '{brace}', '中文\n换行\t', "it's", '😀'];
  const rows = texts.map((text, at) => ({ number: at, text: at === 3 ? null : text, json: JSON.stringify({ [text]: [text, null] }), list: [text, 'x'].join(listMark) }));
  const back = await inSpace(database.app, null, async (db) => (await sql<{ number: number; text: string | null; json: unknown; list: string[] }>`
    select number, text, json, string_to_array(list, ${listMark}) as list from ${givenRows({ number: 'int', text: 'text', json: 'jsonb', list: 'text' }, rows)} order by number`.execute(db)).rows);
  expect(back).toEqual(texts.map((text, at) => ({ number: at, text: at === 3 ? null : text, json: { [text]: [text, null] }, list: [text, 'x'] })));
});
