import { sql } from 'kysely';
import { checkUscc } from '#kernel/text/uscc.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { placesOfSites } from '../../store/organisation-site.store.ts';
import { holderOfUscc, readableOrganisation } from '../../store/organisation.store.ts';
import { canLink } from '../../store/visible-ids.ts';
import { organisationSubtypes, type OrganisationInput } from '../../words/organisation.schema.ts';

type Reason = 'usccInvalid' | 'usccTaken' | 'subtypeMismatch' | 'territoryUnknown' | 'industryUnknown' | 'pinIncomplete' | 'placeUnknown';

/** Checks what a single field's schema cannot know, and returns the input with its credit code in stored form. */
export async function checkContent(context: Context, input: OrganisationInput, id: string | null): Promise<Result<OrganisationInput, Reason>> {
  const at = <R extends Reason>(reason: R, path: string, params?: Record<string, string | number>) => fail(reason, params, [{ path: `body.${path}`, reason, ...(params ? { params } : {}) }]);
  const subtypes: readonly string[] = organisationSubtypes[input.type];
  if (input.subtype !== null && !subtypes.includes(input.subtype)) return at('subtypeMismatch', 'subtype', { subtype: input.subtype, type: input.type });
  const half = input.sites.findIndex((site) => (site.longitude === null) !== (site.latitude === null));
  if (half >= 0) return at('pinIncomplete', `sites.${half}`);
  const known = new Set(id ? await placesOfSites(context.db, id) : []);
  const unknownTerritory = await firstUnknown(context, 'territory', [input.territoryId, ...input.sites.map((site) => site.territoryId)]);
  if (unknownTerritory) return at('territoryUnknown', unknownTerritory === input.territoryId ? 'territoryId' : 'sites', { id: unknownTerritory });
  const linked = input.sites.map((site) => site.placeId);
  if (!(await canLink(context, 'place', linked.filter((place) => place !== null && !known.has(place))))) return at('placeUnknown', 'sites');
  const unknownIndustry = await firstUnknown(context, 'industry', [input.industryId]);
  if (unknownIndustry) return at('industryUnknown', 'industryId', { id: unknownIndustry });
  if (!input.uscc) return ok({ ...input, uscc: null });
  const verdict = checkUscc(input.uscc);
  if (!verdict.valid) return at('usccInvalid', 'uscc', { code: verdict.code, issue: verdict.issues[0] ?? 'checkDigit', ...(verdict.suggestion ? { suggestion: verdict.suggestion } : {}) });
  const taken = await usccTakenBy(context, verdict.code, id);
  return taken ? at('usccTaken', 'uscc', taken) : ok({ ...input, uscc: verdict.code });
}

/** Params of `usccTaken`: the holder is named only to a reader who may see it. */
export async function usccTakenBy(context: Context, uscc: string, besides: string | null): Promise<Record<string, string> | null> {
  const holder = await holderOfUscc(context.db, uscc, besides);
  if (!holder) return null;
  const shown = await readableOrganisation(context, holder);
  return shown ? { uscc, id: shown.id, name: shown.name.zh ?? shown.name.en ?? '' } : { uscc };
}

async function firstUnknown(context: Context, table: 'territory' | 'industry', ids: readonly (string | null)[]): Promise<string | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return null;
  const { rows } = await sql<{ id: string }>`
    select wanted.id from unnest(${wanted}::text[]) as wanted (id) where not exists (select 1 from ${sql.table(table)} known where known.id = wanted.id) limit 1`.execute(context.db);
  return rows[0]?.id ?? null;
}
