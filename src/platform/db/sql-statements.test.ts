import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitStatements } from './sql-statements.ts';

describe('splitStatements', () => {
  test.each([
    ['select 1; select 2;', ['select 1', 'select 2']],
    ['select 1', ['select 1']],
    ['-- only a comment; nothing\n', []],
    [';;  ;', []],
    ["select ';', 'it''s; fine'; select 2", ["select ';', 'it''s; fine'", 'select 2']],
    [String.raw`select E'a\';b'; select 'c\'; select 3`, [String.raw`select E'a\';b'`, String.raw`select 'c\'`, 'select 3']],
    ['create table "a;b" (x int); select 1', ['create table "a;b" (x int)', 'select 1']],
    ['do $$ begin; end $$; select 1', ['do $$ begin; end $$', 'select 1']],
    ['do $f$ a; $$ b; $$ c; $f$; select 1', ['do $f$ a; $$ b; $$ c; $f$', 'select 1']],
    ['select a$b$c; select $1; select 3', ['select a$b$c', 'select $1', 'select 3']],
    ['/* a; /* b; */ c; */ select 1; select 2 -- x; y\n', ['/* a; /* b; */ c; */ select 1', 'select 2 -- x; y']],
  ])('%s', (text, expected) => {
    expect(splitStatements(text)).toEqual(expected);
  });

  test('statements joined by semicolons come apart again', () => {
    const part = fc.constantFrom("select ';'", 'select $a$ ; $a$', 'select /* ; */ 1', 'select "x;y"', "insert into t values (E'\\';')");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        expect(splitStatements(parts.map((text) => `${text};\n`).join(''))).toEqual(parts);
      }),
    );
  });
});
