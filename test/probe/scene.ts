import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { openApi } from '#platform/http/openapi.ts';
import { makeServer } from '#platform/http/server.ts';
import { sharedReasons } from '#platform/http/route.contract.ts';
import type { House } from '#platform/module/collect.ts';
import type { ProbeAnswer, ProbeHooks, ProbeRequest } from '../../prober/index.ts';
import type { OpenApiDocument } from '../../prober/document.ts';
import { testPassword, testProduct } from '../test-product.ts';
import { makeRecords } from './probe-records.ts';

export interface ProbeScene {
  document: OpenApiDocument;
  hooks: ProbeHooks;
  routes: number;
}

const file = (text: string): Uint8Array => new TextEncoder().encode(text);
/** What takes records or the caller's own rights away comes after everything else. */
const takesAway = /archive|merge|split|discard|undo|apply|remove|revoke|leave|end|disable|reset|policy|switch|ceiling/i;

/** The product with one record of each kind and an operator; `change` may break a handler. */
export async function probeScene(change: (house: House) => House = (house) => house): Promise<ProbeScene> {
  const product = await testProduct();
  const house = change(product.product.house);
  const lines: Record<string, unknown>[] = [];
  const server = await makeServer({ ...product.product, house, webFolder: null, secureCookies: false, rateLimitPerMinute: 1e6, checkAnswers: false, log: (line) => lines.push(line) });
  const document = openApi(house.routes.map(({ route }) => route), house.reasons) as unknown as OpenApiDocument;
  let people = 0;
  let spaceId = await product.newSpace();
  let cookie = '';

  /** Somebody fresh, in a fresh space where the old one lets nobody in any more. */
  const enter = async (): Promise<string> => {
    const login = `prober-${(people += 1)}`;
    await product.addUser(spaceId, login, { role: 'operator', scopeKind: 'space', scopeId: null });
    return product.signIn(login);
  };
  const works = async (): Promise<boolean> => (await server.inject({ method: 'GET', url: '/api/v1/people?limit=1', headers: { cookie } })).statusCode === 200;
  cookie = await enter();
  const known = { ...(await makeRecords(product, cookie)), password: testPassword, currentPassword: testPassword };

  let calls = 0;
  const send = async (request: ProbeRequest): Promise<ProbeAnswer> => {
    calls += 1;
    // Each from an address of its own: what is probed is not the limit of calls.
    const remoteAddress = `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}`;
    const response = await server.inject({ method: request.method as 'GET', url: request.target, headers: { 'accept-language': 'en', ...request.headers }, remoteAddress, ...(request.body ? { payload: Buffer.from(request.body) } : {}) });
    return { status: response.statusCode, headers: response.headers as ProbeAnswer['headers'], body: unpacked(response.headers['content-encoding'], response.rawPayload) };
  };
  const hooks: ProbeHooks = {
    send,
    known,
    async credentials(lastStatus) {
      if ((lastStatus === 401 || lastStatus === 403) && !(await works())) {
        cookie = await enter();
        if (!(await works())) {
          spaceId = await product.newSpace();
          cookie = await enter();
        }
      }
      return { cookie };
    },
    files: { '*': [file('机构名称,所在城市\n样例甲,深圳市\n样例乙,朝阳区\n'), file('name\nSample\n')] },
    secrets: [testPassword],
    check: (operation, _request, answer) => reasonFaults(house, operation.id, answer),
    explain: () => String(lines.at(-1)?.['message'] ?? '').slice(0, 800),
    weight: (operation) => (operation.id.startsWith('session.') ? 2 : takesAway.test(operation.id) || takesAway.test(operation.path) ? 1 : 0),
  };
  return { document, hooks, routes: house.routes.length };
}

/** A refusal says a reason of its status that the route declares, in words. */
function reasonFaults(house: House, id: string, answer: ProbeAnswer): string[] {
  if (answer.status < 400 || !answer.body.startsWith('{')) return [];
  const { reason, detail } = JSON.parse(answer.body) as { reason: string; detail: string };
  const route = house.routes.find((entry) => entry.route.id === id)?.route;
  const declared = reason in sharedReasons || route?.reasons.includes(reason);
  return [
    ...(house.reasons[reason]?.status === answer.status ? [] : [`reason ${reason} does not belong to status ${answer.status}`]),
    ...(declared ? [] : [`reason ${reason} is not among those the route declares`]),
    ...(detail && !/platform\.|\{\{|\.reason\./.test(detail) ? [] : [`no words for ${reason}: ${detail}`]),
  ];
}

/** What a client sees: the answer without its packing. */
function unpacked(encoding: unknown, bytes: Buffer): string {
  const unpack = encoding === 'br' ? brotliDecompressSync : encoding === 'gzip' ? gunzipSync : encoding === 'deflate' ? inflateSync : (plain: Buffer) => plain;
  return unpack(bytes).toString();
}
