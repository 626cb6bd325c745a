import type { Gauge } from '#platform/http/metrics.ts';
import type { OpenedProduct } from './product.ts';

/** Numbers of the machine beside the requests. */
export async function readGauges({ database }: Pick<OpenedProduct, 'database'>): Promise<Gauge[]> {
  const { appPool } = database;
  const jobs = await appPool
    .query<{ state: string; count: string }>('select state::text, count(*) from pgboss.job group by 1')
    .then(({ rows }) => rows.map(({ state, count }) => ({ labels: { state }, value: Number(count) })), () => []);
  const { rss, heapUsed } = process.memoryUsage();
  return [
    { name: 'clusterloom_jobs', help: 'Jobs in the queue, by state.', values: jobs },
    { name: 'clusterloom_database_connections', help: 'Connections of the pool.', values: [{ labels: { state: 'idle' }, value: appPool.idleCount }, { labels: { state: 'busy' }, value: appPool.totalCount - appPool.idleCount }, { labels: { state: 'awaited' }, value: appPool.waitingCount }] },
    { name: 'clusterloom_memory_bytes', help: 'Memory of the program.', values: [{ labels: { kind: 'resident' }, value: rss }, { labels: { kind: 'heap' }, value: heapUsed }] },
    { name: 'clusterloom_up_seconds', help: 'Seconds since the program started.', values: [{ value: Math.round(process.uptime()) }] },
  ];
}
