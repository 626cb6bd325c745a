import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Taken {
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}
export interface FakeHttp {
  url: string;
  taken: Taken[];
  /** What the next calls are answered; a function may look at the call. */
  answer: { status: number; body: unknown };
  close(): Promise<void>;
}

const listen = (server: Server): Promise<number> => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

/** Stands for a robot, a gateway or somebody's webhook. */
export async function fakeHttp(body: unknown = {}): Promise<FakeHttp> {
  const taken: Taken[] = [];
  const state = { answer: { status: 200, body } };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      taken.push({ url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(state.answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(state.answer.body));
    });
  });
  const port = await listen(server);
  return Object.assign(state, { url: `http://127.0.0.1:${port}/hook`, taken, close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
}

export interface FakeMail {
  port: number;
  taken: { to: string[]; raw: string }[];
  close(): Promise<void>;
}

/** A mail server that wants a password and refuses one address. */
export async function fakeMail(password: string, refused = 'gone@example.org'): Promise<FakeMail> {
  const taken: FakeMail['taken'] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => (auth.password === password ? done(null, { user: auth.username ?? '' }) : done(new Error('no'))),
    onRcptTo: (address, _session, done) => (address.address === refused ? done(Object.assign(new Error('unknown here'), { responseCode: 550 })) : done()),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
