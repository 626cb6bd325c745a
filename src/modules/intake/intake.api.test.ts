import { describe, expect, it } from 'vitest';
import { testInstallation } from '#platform/testing/test-installation.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct({ ...testInstallation, importLimits: { ...testInstallation.importLimits, bytes: 8 * 1024 * 1024 } });
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'intake-operator', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'intake-reader', { role: 'reader', scopeKind: 'space', scopeId: null });
const operator = await house.signIn('intake-operator');
const reader = await house.signIn('intake-reader');

const upload = (cookie: string | null, payload: string | Buffer, type = 'text/csv') =>
  house.request(cookie, { method: 'POST', url: '/api/v1/import-batches?fileName=firms.csv', headers: { 'content-type': type }, payload });
const listed = async () => (await house.request(operator, { method: 'GET', url: '/api/v1/import-batches' })).json<{ total: number }>().total;

describe('an upload', () => {
  it('is refused with words and leaves nothing behind', async () => {
    const broken = await upload(operator, 'name,city\n"Sample,Foshan\n');
    expect(broken.statusCode).toBe(422);
    expect(broken.json()).toMatchObject({ reason: 'quoteUnclosed', detail: 'A quotation mark opened near row 2 is never closed.' });
    expect((await upload(operator, Buffer.from('name\nSociété é\n', 'latin1'))).json()).toMatchObject({ reason: 'encodingUnreadable' });
    expect((await upload(operator, '')).statusCode).toBeLessThan(500);
    expect((await upload(operator, '{"a":1}', 'application/json')).statusCode).toBe(415);
    expect((await upload(operator, '<a/>', 'application/xml')).statusCode).toBe(415);
    expect((await upload(operator, Buffer.alloc(8 * 1024 * 1024 + 1, 'a'))).statusCode).toBe(413);
    expect((await upload(reader, 'name\nSample\n')).statusCode).toBe(403);
    expect((await upload(null, 'name\nSample\n')).statusCode).toBe(401);
    expect(await listed()).toBe(0);
  });

  it('goes its way through the API, each step only on the version that was read', async () => {
    const created = await upload(operator, 'name,city\nSample Works,Foshan\n');
    expect(created.statusCode).toBe(201);
    const batch = created.json<{ id: string; version: number; mapping: (string | null)[] }>();
    const step = (method: 'POST' | 'PUT', path: string, version: number | null, payload?: object) =>
      house.request(operator, { method, url: `/api/v1/import-batches/${batch.id}/${path}`, headers: version === null ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
    expect((await step('POST', 'apply', batch.version)).json()).toMatchObject({ reason: 'wrongState' });
    expect((await step('PUT', 'mapping', batch.version, { mapping: ['name', 'name'] })).json()).toMatchObject({ reason: 'fieldTwice', detail: 'Name is chosen for two columns.' });
    expect((await step('PUT', 'mapping', batch.version, { mapping: batch.mapping })).json()).toMatchObject({ state: 'mapped', version: batch.version + 1 });
    expect((await step('POST', 'check', null)).json()).toMatchObject({ state: 'checked', version: batch.version + 2 });
    expect((await step('POST', 'apply', batch.version + 1)).statusCode).toBe(412);
    const applied = (await step('POST', 'apply', batch.version + 2)).json<{ version: number; outcome: object }>();
    expect(applied).toMatchObject({ state: 'applied', outcome: { created: 1, left: 0 } });
    const organisations = await house.request(operator, { method: 'GET', url: `/api/v1/organisations?batchId=${batch.id}` });
    expect(organisations.json()).toMatchObject({ total: 1, items: [{ name: { en: 'Sample Works' }, territory: { id: 'cn:440600' } }] });
    expect((await step('POST', 'undo', applied.version)).json()).toMatchObject({ state: 'undone', outcome: { removed: 1, kept: 0 } });
  });
});
