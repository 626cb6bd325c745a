import { gzipSync } from 'node:zlib';
import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct();
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('op');

const send = (options: InjectOptions) => house.request(operator, options);
const post = (payload: string | Buffer | object, headers: Record<string, string> = {}) =>
  send({ method: 'POST', url: '/api/v1/people', payload, headers: { ...(typeof payload === 'string' || Buffer.isBuffer(payload) ? { 'content-type': 'application/json' } : {}), ...headers } });
const people = async (): Promise<number> => (await send({ method: 'GET', url: '/api/v1/people' })).json().total;

describe('a bad request is told what is wrong, and nothing is written', () => {
  it.each<[string, string | Buffer | object, number, string, string]>([
    ['broken JSON', '{"name":', 400, 'body', 'notReadable'],
    ['no body', '', 400, 'body', 'missing'],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 400, 'body', 'notReadable'],
    ['a field given twice', '{"name":{"en":"Ann"},"name":{"en":"Bob"}}', 400, 'body.name', 'givenTwice'],
    ['__proto__', '{"name":{"en":"Ann"},"__proto__":{"language":"en"}}', 400, 'body.__proto__', 'unknownField'],
    ['constructor', '{"name":{"en":"Ann"},"constructor":{"prototype":{"x":1}}}', 400, 'body.constructor', 'unknownField'],
    ['deep nesting', `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}`, 400, 'body', 'nestedTooDeep'],
    ['an unknown field', { name: { en: 'Ann' }, mandate: 'operator' }, 400, 'body.mandate', 'unknownField'],
    ['a missing field', { email: 'ann@example.org' }, 400, 'body.name', 'missing'],
    ['a wrong type', { name: { en: 7 } }, 400, 'body.name.en', 'wrongType'],
    ['a text too long', { name: { en: 'x'.repeat(201) } }, 400, 'body.name.en', 'tooLong'],
    ['an empty text', { name: { en: '  ' } }, 400, 'body.name.en', 'tooShort'],
    ['a list for an object', [1, 2], 400, 'body', 'wrongType'],
    ['a number beyond numbers', '{"name":1e999}', 400, 'body.name', 'wrongType'],
    ['NUL in a text', { name: { en: 'A\u0000nn' } }, 400, 'body.name.en', 'unreadableCharacter'],
    ['NUL in a name', { name: { en: 'Ann' }, ['a\u0000']: 1 }, 400, 'body', 'unreadableCharacter'],
    ['half a surrogate pair', '{"name":{"zh":"\\ud83d"}}', 400, 'body.name.zh', 'unreadableCharacter'],
  ])('%s', async (_title, payload, status, path, reason) => {
    const before = await people();
    const response = await post(payload);
    expect(response.statusCode).toBe(status);
    expect(response.json().reason).toBe('invalidInput');
    expect(response.json().problems.map((problem: { path: string; reason: string }) => [problem.path.startsWith(path), problem.reason])).toContainEqual([true, reason]);
    expect(await people()).toBe(before);
  });

  it.each<[string, InjectOptions, number, string]>([
    ['a body too large', { method: 'POST', url: '/api/v1/people', headers: { 'content-type': 'application/json' }, payload: `{"name":"${'x'.repeat(300_000)}"}` }, 413, 'bodyTooLarge'],
    ['a body that unpacks to something too large', { method: 'POST', url: '/api/v1/people', headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' }, payload: gzipSync(`{"name":"${'x'.repeat(3_000_000)}"}`) }, 413, 'bodyTooLarge'],
    ['a plain text', { method: 'POST', url: '/api/v1/people', headers: { 'content-type': 'text/plain' }, payload: '{"name":{"en":"Ann"}}' }, 415, 'unsupportedType'],
    ['a form', { method: 'POST', url: '/api/v1/people', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'name=Ann' }, 415, 'unsupportedType'],
    ['a table where JSON is due', { method: 'POST', url: '/api/v1/people', headers: { 'content-type': 'text/csv' }, payload: 'a,b' }, 415, 'unsupportedType'],
    ['JSON where a table is due', { method: 'POST', url: '/api/v1/import-batches?fileName=a.csv', payload: { a: 1 } }, 415, 'unsupportedType'],
    ['an unknown packing', { method: 'POST', url: '/api/v1/people', headers: { 'content-type': 'application/json', 'content-encoding': 'zip' }, payload: '{}' }, 415, 'unsupportedType'],
    ['an address that is none', { method: 'GET', url: '/api/v1/nowhere' }, 404, 'notFound'],
    ['a path upwards', { method: 'GET', url: '/api/v1/people/..%2f..%2f..%2fetc%2fpasswd' }, 404, 'notFound'],
    ['an id that is none', { method: 'GET', url: "/api/v1/people/1'--" }, 404, 'notFound'],
    ['a very long id', { method: 'GET', url: `/api/v1/people/${'9'.repeat(5000)}` }, 404, 'notFound'],
    ['a broken address', { method: 'GET', url: '/api/v1/people/%E0%A4%A' }, 404, 'notFound'],
    ['NUL in a query', { method: 'GET', url: '/api/v1/people?q=%00' }, 400, 'invalidInput'],
    ['a query given twice', { method: 'GET', url: '/api/v1/people?q=a&q=b' }, 400, 'invalidInput'],
    ['an unknown query', { method: 'GET', url: '/api/v1/people?where=1' }, 400, 'invalidInput'],
    ['a query where none is read', { method: 'GET', url: '/api/v1/session?x=1' }, 400, 'invalidInput'],
    ['a body where none is read', { method: 'POST', url: '/api/v1/people/0190aaaa-0000-7000-8000-000000000001/invitations', payload: { role: 'operator' } }, 400, 'invalidInput'],
    ['a sort that is not offered', { method: 'GET', url: '/api/v1/people?sort=password' }, 400, 'invalidInput'],
  ])('%s', async (_title, options, status, reason) => {
    const response = await send(options);
    expect([response.statusCode, response.json().reason]).toEqual([status, reason]);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('a method that is not offered names those that are', async () => {
    const response = await send({ method: 'PUT', url: '/api/v1/people' });
    expect([response.statusCode, response.json().reason, response.headers['allow']]).toEqual([405, 'methodNotAllowed', 'GET, HEAD, POST']);
  });

  it('reads a packed body that is in order', async () => {
    const response = await post(gzipSync('{"name":{"en":"Packed"}}'), { 'content-encoding': 'gzip' });
    expect(response.statusCode).toBe(201);
  });
});

describe('what a problem says', () => {
  it('has the same shape in both languages, with words of its own for each', async () => {
    const ask = async (language: string) => (await post({ name: { en: 7 }, email: 'x' }, { 'accept-language': language })).json();
    const [zh, en] = [await ask('zh-CN'), await ask('en')];
    expect(en).toEqual({
      type: '/problems/invalidInput', title: 'Check your entries', status: 400, reason: 'invalidInput', detail: 'Nothing was saved: 2 entries need a correction.', reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
      problems: [{ path: 'body.name.en', reason: 'wrongType', message: 'Expected a text.' }, { path: 'body.email', reason: 'wrongFormat', message: 'This is not written as expected (an e-mail address).' }],
    });
    expect(zh).toMatchObject({ reason: 'invalidInput', detail: '没有保存：有 2 处需要改正。', problems: [{ message: '类型应为文字。' }, { message: '写法不符合要求（电子邮箱）。' }] });
  });

  it.each([
    ['lang in the address', '/api/v1/nowhere?lang=zh', {}, 'zh-CN'],
    ['before the cookie', '/api/v1/nowhere?lang=en', { cookie: 'clusterloom_lang=zh-CN' }, 'en'],
    ['the cookie before the browser', '/api/v1/nowhere', { cookie: 'clusterloom_lang=zh-CN' }, 'zh-CN'],
    ['the browser', '/api/v1/nowhere', { 'accept-language': 'fr, zh;q=0.9, en;q=0.8' }, 'zh-CN'],
    ['nothing we have', '/api/v1/nowhere', { 'accept-language': 'fr' }, 'zh-CN'],
  ])('language: %s', async (_title, url, headers, language) => {
    const response = await house.server.inject({ method: 'GET', url, headers: { 'accept-language': 'en', ...headers } });
    expect(response.headers['content-language']).toBe(language);
  });
});
