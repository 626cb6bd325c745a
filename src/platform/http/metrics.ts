import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrafficCount } from './observe.ts';

/** Numbers besides the requests: name → value by label. */
export interface Gauge {
  name: string;
  help: string;
  values: readonly { labels?: Readonly<Record<string, string>>; value: number }[];
}

export interface MetricsParts {
  gauges(): Promise<readonly Gauge[]>;
  /** With a token everybody who has it may read, from anywhere; without one only this machine. */
  token: string | null;
  /** A proxy on this machine stands in front, so that everybody seems to come from here. */
  behindProxy: boolean;
}

/** Prometheus text at /metrics. To anybody else the page does not exist. */
export function serveMetrics(app: FastifyInstance, traffic: TrafficCount, parts: MetricsParts): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, parts)) return reply.callNotFound();
    return reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store').send(`${[...trafficLines(traffic), ...(await parts.gauges()).flatMap(gaugeLines)].join('\n')}\n`);
  });
}

function mayRead(request: FastifyRequest, parts: MetricsParts): boolean {
  if (parts.token !== null) return isSame(request.headers.authorization ?? '', `Bearer ${parts.token}`);
  return !parts.behindProxy && request.headers['x-forwarded-for'] === undefined && /^(127\.|::1$|::ffff:127\.)/.test(request.ip);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function trafficLines(traffic: TrafficCount): string[] {
  const { byStatus, latency, seconds, count } = traffic.read();
  return [
    '# HELP clusterloom_requests_total Requests answered since the start, by status.',
    '# TYPE clusterloom_requests_total counter',
    ...[...byStatus].sort(([a], [b]) => a - b).map(([status, value]) => `clusterloom_requests_total{status="${status}"} ${value}`),
    '# HELP clusterloom_request_seconds Time until the answer has left.',
    '# TYPE clusterloom_request_seconds histogram',
    ...latency.map(({ upTo, count: below }) => `clusterloom_request_seconds_bucket{le="${upTo}"} ${below}`),
    `clusterloom_request_seconds_bucket{le="+Inf"} ${count}`,
    `clusterloom_request_seconds_sum ${seconds.toFixed(6)}`,
    `clusterloom_request_seconds_count ${count}`,
  ];
}

function gaugeLines({ name, help, values }: Gauge): string[] {
  const line = ({ labels, value }: Gauge['values'][number]): string => {
    const pairs = Object.entries(labels ?? {}).map(([key, text]) => `${key}="${text.replaceAll(/["\\\n]/g, '_')}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  };
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...values.map(line)];
}
