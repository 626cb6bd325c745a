import type { Figure } from '#platform/figure/figure.schema.ts';
import type { Context, SummaryFigureSource } from '#platform/module/module.ts';
import { countOwn } from '../../store/organisation-figures.store.ts';
import { countClusterOrganisations } from '../../store/record-figures.store.ts';
import type { SubjectKind } from '../../words/record.schema.ts';
import { countFigure } from '../organisation/organisation-figures.ts';
import { compositionFigures } from './composition-trace.ts';
import { countedFigure } from './count-trace.ts';
import { shownFigures } from './statement-trace.ts';

/** A summary strip names a few figures; the facts of a record have them all. */
const mostStatements = 12;

const stated = async (context: Context, kind: SubjectKind, id: string): Promise<Figure[]> => [
  ...(await shownFigures(context, { kind, id }, mostStatements)),
  ...(await compositionFigures(context, { kind, id })),
];

const of = (subject: string, figures: (context: Context, id: string) => Promise<Figure[]>): SummaryFigureSource => ({ subject, figures: async (context, id) => (id === null ? [] : figures(context, id)) });

export const recordFigures: readonly SummaryFigureSource[] = [
  {
    subject: 'space',
    figures: async (context) => [await countedFigure(context, 'clusterCount'), await countedFigure(context, 'placeCount'), await countedFigure(context, 'listCount'), await countedFigure(context, 'provinceCount')],
  },
  of('cluster', async (context, id) => {
    const organisations = await countClusterOrganisations(context, id);
    return [
      await countedFigure(context, 'memberCount', { clusterId: id }),
      await countedFigure(context, 'memberCount', { clusterId: id, membershipClass: 'core' }),
      countFigure('clusterOrganisationCount', organisations.count, organisations.sample),
      await countedFigure(context, 'listCount', { subjectId: id }),
      ...(await stated(context, 'cluster', id)),
    ];
  }),
  of('place', async (context, id) => [await countedFigure(context, 'placeCount', { parentId: id }), await countedFigure(context, 'listCount', { subjectId: id }), ...(await stated(context, 'place', id))]),
  of('territory', async (context, id) => [await countedFigure(context, 'clusterCount', { territoryId: id }), await countedFigure(context, 'placeCount', { territoryId: id }), ...(await stated(context, 'territory', id))]),
  of('organisation', async (context, id) => {
    const own = await countOwn(context, id);
    if (!own) return [];
    return [
      ...(await stated(context, 'organisation', id)),
      await countedFigure(context, 'membershipCount', { organisationId: id }),
      await countedFigure(context, 'titleCount', { organisationId: id }),
      await countedFigure(context, 'listCount', { subjectId: id }),
      countFigure('siteCount', own.sites, own.sample && own.sites > 0),
      countFigure('statementCount', own.statements, own.sample && own.statements > 0),
    ];
  }),
];
