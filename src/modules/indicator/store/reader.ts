import { sql, type RawBuilder } from 'kysely';
import type { Context } from '#platform/module/module.ts';
import { readableObservations } from './observation-sql.ts';

/** Observations (alias `o`) that the actor's screens may show. */
export function readableFor(context: Context): RawBuilder<boolean> {
  return readableObservations({
    read: context.scope('observation.read'),
    survey: context.scope('observation.survey'),
    organisations: context.scope('organisation.read'),
    clusters: context.scope('cluster.read'),
    places: context.scope('place.read'),
  });
}

/** What was entered (alias `o`) and released (its vintage, alias `v`) by the end of a day; everything without one. */
export const knownOn = (asOf: string | null): RawBuilder<boolean> => sql<boolean>`(${asOf}::date is null or (o.entered_at < ${asOf}::date + 1 and (v.released_on is null or v.released_on <= ${asOf}::date)))`;
