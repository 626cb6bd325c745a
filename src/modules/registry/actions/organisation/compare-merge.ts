import { isDeepStrictEqual } from 'node:util';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { aliasesOf } from '../../store/alias.store.ts';
import { countRelationMoves } from '../../store/organisation-merge.store.ts';
import { countMoves } from '../../store/organisation-moves.ts';
import { findStanding, findSummary } from '../../store/organisation.store.ts';
import type { compareMergeOrganisation } from '../../words/organisation.contract.ts';
import type { OrganisationSummary } from '../../words/organisation.schema.ts';
import { findMergePair, namesToKeep } from './merge-pair.ts';

const compared = ['name', 'type', 'subtype', 'sector', 'sizeClass', 'ownership', 'origin', 'uscc', 'externalCode', 'territory', 'industry', 'industryLabel', 'foundedYear'] as const satisfies readonly (keyof OrganisationSummary)[];

export const compareMerge: Action<typeof compareMergeOrganisation> = async (context, { params, query }) => {
  const pair = await findMergePair(context, params.organisationId, query.mergedId, findStanding);
  if (!pair.ok) return pair;
  const kept = await findSummary(context, params.organisationId);
  const merged = await findSummary(context, query.mergedId);
  if (!kept || !merged) return fail('notFound');
  const present = (await aliasesOf(context.db, 'organisation', kept.id)).map((alias) => alias.name);
  const moves = [...(await countMoves(context.db, kept.id, merged.id)), { kind: 'relations' as const, ...(await countRelationMoves(context.db, kept.id, merged.id)) }];
  return ok({
    kept,
    merged,
    moves: moves.filter(({ moved, resting }) => moved + resting > 0),
    aliases: namesToKeep(pair.value, present).map(({ name }) => name),
    differences: compared.filter((field) => !isDeepStrictEqual(kept[field], merged[field])).map((field) => ({ field, kept: kept[field], merged: merged[field] })),
  });
};
