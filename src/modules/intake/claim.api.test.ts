import { describe, expect, it } from 'vitest';
import { completeUscc } from '#kernel/text/uscc.ts';
import { testInstallation } from '#platform/testing/test-installation.ts';
import { smallestPicture } from '../../../test/smallest-picture.ts';
import { testProduct } from '../../../test/test-product.ts';

const house = await testProduct({ ...testInstallation, publicUrl: 'https://clusterloom.example' });
const spaceId = await house.newSpace();
await house.addUser(spaceId, 'op', { role: 'operator', scopeKind: 'space', scopeId: null });
await house.addUser(spaceId, 'city', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440600' });
await house.addUser(spaceId, 'elsewhere', { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440300' });
const [operator, city, elsewhere] = [await house.signIn('op'), await house.signIn('city'), await house.signIn('elsewhere')];

const [known, unknown] = [completeUscc('91440605MA4ABCDE1'), completeUscc('91440605MA4ABCDE2')];
let caller = 0;
const call = (cookie: string | null, method: 'GET' | 'POST', path: string, payload?: object, version?: number) => {
  caller += 1;
  return house.request(cookie, { method, url: `/api/v1${path}`, remoteAddress: `10.8.0.${caller}`, headers: version === undefined ? {} : { 'if-match': `"v${version}"` }, ...(payload ? { payload } : {}) });
};
const claim = (more: object = {}) => call(null, 'POST', '/reporter-claims', { spaceId, code: known, name: '李敏', phone: '138 0000 0001', licence: { name: 'licence.png', bytes: smallestPicture }, ...more });
const waiting = async (cookie: string) => (await call(cookie, 'GET', '/reporter-claims?state=waiting')).json<{ total: number; items: { id: string; version: number; code: string }[] }>();

const firm = (await call(operator, 'POST', '/organisations', { name: { zh: '样例认领厂' }, type: 'enterprise', territoryId: 'cn:440605', uscc: known })).json<{ id: string }>().id;

describe('a claim from outside', () => {
  it('is answered in the same words whether the register knows the code or not', async () => {
    const answers = [await claim(), await claim({ code: unknown })];
    expect(answers.map((answer) => [answer.statusCode, answer.body])).toEqual([[201, '{"received":true}'], [201, '{"received":true}']]);
  });

  it('is refused with words and leaves nothing behind', async () => {
    const before = (await waiting(operator)).total;
    expect((await claim({ code: `${known.slice(0, 17)}${known.endsWith('0') ? '1' : '0'}` })).json()).toMatchObject({ reason: 'invalidInput', problems: [{ path: 'body.code', reason: 'usccWrong' }] });
    expect((await claim({ licence: { name: 'licence.png', bytes: Buffer.from('no picture').toString('base64') } })).json().reason).toBe('licenceKind');
    expect((await claim({ licence: { name: 'licence.csv', bytes: Buffer.from('a,b\n1,2\n').toString('base64') } })).json().reason).toBe('licenceKind');
    expect((await claim({ phone: null })).statusCode).toBe(400);
    expect((await claim({ spaceId: '00000000-0000-7000-8000-000000000000' })).json().reason).toBe('claimPlaceUnknown');
    expect((await waiting(operator)).total).toBe(before);
  });

  it('waits at those who answer for the firm, and at no one else', async () => {
    expect(await waiting(city)).toMatchObject({ total: 1, items: [{ code: known, organisation: { id: firm, name: { zh: '样例认领厂' } }, reporters: 0 }] });
    expect((await waiting(elsewhere)).total).toBe(0);
    expect((await waiting(operator)).total).toBe(2);
    const [own] = (await waiting(city)).items;
    const files = (await call(city, 'GET', `/records/reporterClaim/${own?.id}/files`)).json<{ items: { id: string; name: string }[] }>();
    expect(files.items).toMatchObject([{ name: 'licence.png' }]);
    expect((await call(city, 'GET', `/records/reporterClaim/${own?.id}/files/${files.items[0]?.id}/content`)).rawPayload.toString('base64')).toBe(smallestPicture);
    expect((await call(elsewhere, 'GET', `/reporter-claims/${own?.id}`)).statusCode).toBe(404);
    expect((await call(elsewhere, 'GET', `/records/reporterClaim/${own?.id}/files`)).statusCode).toBe(404);
  });

  it('becomes a contact with a link once it is approved, and is decided once', async () => {
    const [own] = (await waiting(city)).items;
    const path = `/reporter-claims/${own?.id}/decide`;
    expect((await call(city, 'POST', path, { decision: 'approve' })).statusCode).toBe(428);
    expect((await call(city, 'POST', path, { decision: 'reject' }, own?.version)).json()).toMatchObject({ problems: [{ path: 'body.note', reason: 'claimWhy' }] });
    const approved = await call(city, 'POST', path, { decision: 'approve' }, own?.version);
    expect(approved.json()).toMatchObject({ claim: { state: 'approved' }, outcome: { made: 1, sent: 0, unsent: 1 } });
    expect((await call(city, 'GET', `/reporter-contacts?organisationId=${firm}`)).json()).toMatchObject({ total: 1, items: [{ name: '李敏', phone: '13800000001', state: 'invited' }] });
    expect((await call(city, 'POST', path, { decision: 'approve' }, (own?.version ?? 0) + 1)).json().reason).toBe('claimDecided');
  });

  it('cannot be approved for a firm that the register lacks, and is rejected with a reason', async () => {
    const [lost] = (await waiting(operator)).items;
    const path = `/reporter-claims/${lost?.id}/decide`;
    expect((await call(operator, 'POST', path, { decision: 'approve' }, lost?.version)).json().reason).toBe('claimFirmUnknown');
    expect((await call(operator, 'POST', path, { decision: 'reject', note: '执照与代码不符' }, lost?.version)).json()).toMatchObject({ claim: { state: 'rejected', note: '执照与代码不符' }, outcome: null });
  });

  it('is no way to fill the queue of one firm', async () => {
    for (let at = 0; at < 5; at += 1) expect((await claim()).statusCode).toBe(201);
    expect((await claim()).json().reason).toBe('claimsWaiting');
  });
});
