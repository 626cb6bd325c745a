import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '#platform/auth/actor.ts';
import { mountedPath, type Route } from './route.contract.ts';

/** Upper ends of the latency classes, in seconds. */
const classes = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export interface RequestLine {
  method: string;
  /** The route's id, or the kind of thing that was asked for; never the address, which may hold names. */
  route: string;
  status: number;
  ms: number;
  person: string | null;
  space: string | null;
  reference: string;
}

export interface Traffic {
  byStatus: ReadonlyMap<number, number>;
  /** Requests up to each class, and the sum of seconds. */
  latency: { upTo: number; count: number }[];
  seconds: number;
  count: number;
}

/** Counts what a process has answered since its start. */
export class TrafficCount {
  readonly #byStatus = new Map<number, number>();
  readonly #classes = classes.map(() => 0);
  #seconds = 0;
  #count = 0;

  add(status: number, seconds: number): void {
    this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
    for (const [index, upTo] of classes.entries()) if (seconds <= upTo) this.#classes[index] = (this.#classes[index] ?? 0) + 1;
    this.#seconds += seconds;
    this.#count += 1;
  }

  read(): Traffic {
    return { byStatus: this.#byStatus, latency: classes.map((upTo, index) => ({ upTo, count: this.#classes[index] ?? 0 })), seconds: this.#seconds, count: this.#count };
  }
}

const actors = new WeakMap<FastifyRequest, Actor>();

/** Remembers who asked, for the line that is written when the answer has left. */
export function noteActor(request: FastifyRequest, actor: Actor): void {
  actors.set(request, actor);
}

/** One line and one count for each request, once its answer has left. */
export function observe(app: FastifyInstance, routes: readonly Route[], tell: ((line: RequestLine) => void) | undefined, traffic: TrafficCount): void {
  const ids = new Map(routes.map((route) => [`${route.method} ${mountedPath(route)}`, route.id]));
  const nameOf = (request: FastifyRequest): string => {
    const url = request.routeOptions.url ?? '';
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    return ids.get(`${method} ${url}`) ?? (['/healthz', '/readyz', '/metrics', '/api/openapi.json'].includes(url) ? url : url === '' ? 'unknown' : 'page');
  };
  app.addHook('onResponse', async (request, reply) => {
    traffic.add(reply.statusCode, reply.elapsedTime / 1000);
    const actor = actors.get(request);
    tell?.({ method: request.method, route: nameOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10, person: actor?.personId ?? null, space: actor?.spaceId ?? null, reference: request.id });
  });
}
