import { describe, expect, it } from 'vitest';
import { readJsonBody } from './json-body.ts';

const read = (text: string): unknown => readJsonBody(new TextEncoder().encode(text));

describe('a JSON body', () => {
  it.each([['{"a":[1,{"b":"\\"}:{"}],"c":null}'], ['[]'], ['"a:b"'], ['{"a":{"a":{"a":1}},"b":{"a":2}}']])('%s is read as JSON.parse reads it', (text) => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it('may be absent, and may begin with a byte-order mark', () => {
    expect(readJsonBody(new Uint8Array())).toBeUndefined();
    expect(read('\uFEFF{"a":1}')).toEqual({ a: 1 });
  });

  it.each([
    ['{"a":1', 'notReadable'],
    ['{"a":1,"a":2}', 'givenTwice'],
    ['{"b":{"a":1,"\\u0061":2}}', 'givenTwice'],
    ['[{"__proto__":{"role":"operator"}}]', 'unknownField'],
    ['{"\\u005f_proto__":1}', 'unknownField'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'nestedTooDeep'],
    [`"${'\\"'.repeat(200_000)}`, 'notReadable'],
  ])('%.40s is refused', (text, reason) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ statusCode: 400, problem: expect.objectContaining({ reason }) }));
  });

  it('in broken UTF-8 is refused, not repaired', () => {
    expect(() => readJsonBody(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow('notReadable');
  });
});
