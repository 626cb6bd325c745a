import type { RawBuilder } from 'kysely';
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
