import type { Figure } from '#platform/figure/figure.schema.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../publication.contract.ts';

/** Key figures of a subject, from every room that offers some, in the order of the rooms. */
export async function figuresOf(context: Context, subject: string, subjectId: string | null): Promise<Figure[]> {
  const sources = context.contributions.summaryFigures.filter((source) => source.subject === subject);
  const figures: Figure[] = [];
  for (const source of sources) figures.push(...(await source.figures(context, subjectId)));
  return figures;
}

/** A record that may not be read is not there; the space itself has no id. */
export const listFigures: Action<typeof routes.listFigures> = async (context, { query }) => {
  if (query.subject === 'space') return ok({ items: await figuresOf(context, 'space', null) });
  if (query.subjectId === undefined) return fail('notFound');
  const loader = context.contributions.subjects[query.subject];
  const facts = await loader?.byId(context.db, query.subjectId);
  if (!loader || !facts || !context.allows(loader.readPermission, facts)) return fail('notFound');
  return ok({ items: await figuresOf(context, query.subject, query.subjectId) });
};

/** Finds the room that can account for a figure; the room itself checks what this reader may see. */
export const getTrace: Action<typeof routes.getTrace> = async (context, { params, query }) => {
  const provider = context.contributions.traceProviders.find((one) => one.id === params.provider);
  if (!provider) return fail('traceUnknown', { provider: params.provider });
  const given = provider.params.safeParse(query);
  if (!given.success) return fail('traceUnknown', { provider: params.provider });
  return provider.trace(context, given.data as Record<string, string>);
};
