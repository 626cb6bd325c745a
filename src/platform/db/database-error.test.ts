import { expect, it } from 'vitest';
import { databaseTrouble } from './database-error.ts';

it.each([
  [Object.assign(new Error('no space'), { code: '53100' }), 'full'],
  [new Error('could not write file "base/1": Read-only file system'), 'readOnly'],
  [new Error('Connection terminated unexpectedly'), 'unavailable'],
  [new Error('Client has encountered a connection error and is not queryable'), 'unavailable'],
  [new Error('Client was closed and is not queryable'), 'unavailable'],
  [Object.assign(new Error('duplicate key'), { code: '23505' }), null],
  [new Error('x is not a function'), null],
  ['no error at all', null],
])('%s is %s', (error, trouble) => {
  expect(databaseTrouble(error)).toBe(trouble);
});
