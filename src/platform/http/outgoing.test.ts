import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allowedHosts, isHostEntry, mayConnect } from './address-guard.ts';
import { OutgoingRefused, safeFetch, type OutgoingOptions } from './outgoing.ts';

/** Stands for everything inside the own network: it must hear nothing. */
let canary: Server;
let port: number;
const heard: string[] = [];

beforeAll(async () => {
  canary = createServer((request, response) => {
    heard.push(`${request.method} ${request.headers.host}${request.url}`);
    const to = /^\/to\/(.+)$/.exec(request.url ?? '')?.[1];
    if (to) response.writeHead(302, { location: decodeURIComponent(to) }).end();
    else if (request.url === '/large') response.end('x'.repeat(3000));
    else if (request.url !== '/never') response.end('canary');
  });
  await new Promise<void>((done) => canary.listen(0, '::', done));
  port = (canary.address() as AddressInfo).port;
});
beforeEach(() => void heard.splice(0));
afterAll(() => {
  canary.closeAllConnections();
  canary.close();
});

const names: Readonly<Record<string, string[]>> = {
  'inner.test': ['127.0.0.1'], 'six.test': ['::1'], 'mixed.test': ['93.184.215.14', '127.0.0.1'], 'mapped.test': ['::ffff:127.0.0.1'], 'cloud.test': ['169.254.169.254'], 'gateway.test': ['127.0.0.1'], 'intranet': ['10.0.0.5'],
};
const resolve: OutgoingOptions['resolve'] = async (host) => {
  if (host === 'localhost') return [{ address: '127.0.0.1', family: 4 }];
  const found = names[host];
  if (!found) throw new Error('ENOTFOUND');
  return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
};
const outcome = (url: string, options: OutgoingOptions = {}): Promise<string> =>
  safeFetch(url, { resolve, timeoutMs: 2000, ...options }).then((answer) => String(answer.status), (error: unknown) => (error instanceof OutgoingRefused ? error.reason : String(error)));

const atCanary = ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '017700000001', '１２７.0.0.1', '①②⑦.0.0.1', '0.0.0.0', '0', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:1]', 'localhost', 'LOCALHOST.', 'inner.test', 'six.test', 'mapped.test', 'mixed.test'];
const elsewhere = ['10.0.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.100.100.200', '100.64.0.1', '168.63.129.16', '[fd00:ec2::254]', '[fe80::1]', '[fc00::1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[::127.0.0.1]', '[ff02::1]', '198.18.0.1', '224.0.0.1', '255.255.255.255', 'cloud.test', 'intranet'];
const noAddress = ['file:///etc/passwd', 'ftp://example.org/', 'gopher://127.0.0.1:6379/_x', 'data:text/plain,x', 'javascript:1', 'http://user:secret@example.org/', 'http://', '//127.0.0.1/', 'http://[::1', 'http://1.2.3.4.5.6.999/', 'unix:/run/x.sock'];

describe('calls to the outside', () => {
  it('end nowhere inside the own network, however the address is written', async () => {
    for (const host of atCanary) expect([host, await outcome(`http://${host}:${port}/`)]).toEqual([host, 'innerAddress']);
    for (const host of elsewhere) expect([host, await outcome(`https://${host}/latest/meta-data`)]).toEqual([host, 'innerAddress']);
    for (const url of noAddress) expect([url, ['badAddress', 'unknownHost'].includes(await outcome(url))]).toEqual([url, true]);
    expect(heard).toEqual([]);
    process.stdout.write(`outgoing: ${atCanary.length + elsewhere.length + noAddress.length} addresses refused, ${heard.length} calls heard by the canary\n`);
  });

  it('follow no redirect inwards, send no write on, and stop after a few', async () => {
    const from = (to: string): string => `http://gateway.test:${port}/to/${encodeURIComponent(to)}`;
    const allowHosts = [`gateway.test:${port}`];
    for (const to of [`http://127.0.0.1:${port}/`, `http://0x7f.1:${port}/`, 'http://169.254.169.254/', `http://inner.test:${port}/`, `//localhost:${port}/`]) expect([to, await outcome(from(to), { allowHosts })]).toEqual([to, 'innerAddress']);
    expect(await outcome(from('file:///etc/passwd'), { allowHosts })).toBe('badAddress');
    expect(await outcome(from('/to/%2Fto%2F%252Fx'), { allowHosts, method: 'POST', body: 'x' })).toBe('tooManyRedirects');
    expect(await outcome(from(`http://gateway.test:${port}/end`), { allowHosts })).toBe('200');
    expect(await outcome(from('/x'), { allowHosts, redirect: 'manual' })).toBe('302');
    expect(heard.filter((line) => !line.includes('gateway.test'))).toEqual([]);
  });

  it('resolve a name once, so that a second answer gains nothing', async () => {
    let asked = 0;
    const turning: OutgoingOptions['resolve'] = async () => [{ address: (asked += 1) === 1 ? '127.0.0.1' : '10.0.0.9', family: 4 }];
    expect(await outcome(`http://gateway.test:${port}/once`, { resolve: turning, allowHosts: ['gateway.test'] })).toBe('200');
    expect([asked, heard]).toEqual([1, [`GET gateway.test:${port}/once`]]);
  });

  it('bound time and size', async () => {
    const allowHosts = ['127.0.0.0/8'];
    expect(await outcome(`http://127.0.0.1:${port}/never`, { allowHosts, timeoutMs: 100 })).toBe('timeout');
    expect(await outcome('http://slow.test/', { resolve: () => new Promise(() => undefined), timeoutMs: 100 })).toBe('timeout');
    expect(await outcome(`http://127.0.0.1:${port}/large`, { allowHosts, maxBytes: 2000 })).toBe('answerTooLarge');
    expect(await outcome('http://127.0.0.1:1/', { allowHosts })).toBe('unreachable');
  });
});

describe('the hosts an installation allows', () => {
  it('are reached, and what is next to them is not', async () => {
    const cases: [string, string[], string][] = [
      [`http://gateway.test:${port}/`, ['gateway.test'], '200'], [`http://gateway.test:${port}/`, [`gateway.test:${port}`], '200'], [`http://gateway.test:${port}/`, ['gateway.test:1'], 'innerAddress'],
      [`http://127.0.0.1:${port}/`, ['127.0.0.1'], '200'], [`http://[::ffff:127.0.0.1]:${port}/`, ['127.0.0.0/8'], '200'], [`http://inner.test:${port}/`, ['gateway.test'], 'innerAddress'], ['http://cloud.test/', ['cloud.test'], 'innerAddress'],
    ];
    for (const [url, allowHosts, expected] of cases) expect([url, allowHosts, await outcome(url, { allowHosts })]).toEqual([url, allowHosts, expected]);
  });

  it('need not be listed when they are public', () => {
    const open = ['8.8.8.8', '93.184.215.14', '223.5.5.5', '100.63.0.1', '172.32.0.1', '2606:4700:4700::1111', '2400:3200::1'];
    expect(open.filter((address) => !mayConnect(address, false, allowedHosts([])))).toEqual([]);
  });

  it('are written as a name, a name with a port, an address or a range', () => {
    expect(['gateway.corp', 'gateway', 'gateway:8443', '网关.企业', '10.0.0.1', '10.0.0.0/8', 'fd00::/8'].map(isHostEntry)).toEqual(Array.from({ length: 7 }, () => true));
    expect(['', '*', 'http://x/', 'a b', '10.0.0.0/33', 'x/8', '.corp', 'a:b'].map(isHostEntry)).toEqual(Array.from({ length: 8 }, () => false));
  });
});

describe('the canary', () => {
  it('hears every one of these calls once the guard lets everything through', async () => {
    for (const host of atCanary.filter((one) => one !== 'mixed.test')) await outcome(`http://${host}:${port}/`, { allowHosts: ['0.0.0.0/0', '::/0'] });
    expect(heard.length).toBe(atCanary.length - 1);
  });
});
