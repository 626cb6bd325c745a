import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleLogins, seedPeople, seedSpace } from '#modules/identity/index.ts';
import { modules } from '#modules/index.ts';
import type { Config } from '#platform/config/config.ts';
import type { Product } from './product.ts';
import { makeSampleEvents } from './sample-events.ts';

/** The sample's password is made once for each installation and kept beside its data, readable by its owner only. */
export function samplePassword(config: Config): string {
  if (config.samplePassword) return config.samplePassword;
  const file = join(config.dataDirectory, 'sample-sign-in.txt');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = `loom-${randomBytes(6).toString('hex')}`;
  mkdirSync(config.dataDirectory, { recursive: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Reference tables always; the space 样例 only into an installation that has no space yet. `mayGoOn` throws to stop between two steps. */
export async function loadFirstContent(product: Product, config: Config, log: (line: string) => void, mayGoOn: () => void = () => undefined): Promise<void> {
  for (const module of modules) {
    mayGoOn();
    await module.loadReference?.(product.database.ownerPool);
  }
  mayGoOn();
  const { rowCount } = await product.database.appPool.query('select 1 from space limit 1');
  if (rowCount) return;
  const started = performance.now();
  log('Loading the sample space 样例 (reference pack and generated organisations) …');
  const password = samplePassword(config);
  const [spaceId, clusterId] = await product.asSystem(null, async (context) => {
    const id = await seedSpace(context, 'sample');
    const ids: Record<string, string> = {};
    for (const module of modules) {
      Object.assign(ids, await module.seed?.(context));
      mayGoOn();
    }
    await seedPeople(context, password, ids);
    return [id, ids['clusterId']] as const;
  });
  await makeSampleEvents(product, spaceId, clusterId);
  log(`The sample space is loaded (${((performance.now() - started) / 1000).toFixed(1)} s).`);
}

export async function signInLines(product: Product, config: Config): Promise<string[]> {
  const { rowCount } = await product.database.appPool.query(`select 1 from space where kind = 'sample' limit 1`);
  if (!rowCount) return [];
  return ['Sign in to the sample 样例 with any of these names:', `  ${sampleLogins.map((login) => `sample-${login}`).join('  ')}`, `  password: ${samplePassword(config)}`];
}
