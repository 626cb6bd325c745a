import { createElement } from 'react';
import type { Figure } from '#platform/figure/figure.schema.ts';
import { formatDay } from '#kernel/quantity/format-words.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import { highest, levelOfAnswer } from '#platform/level/level.rules.ts';
import type { Level } from '#platform/level/level.schema.ts';
import { nameOnMark, printMark } from '#platform/level/print-mark.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { pageAnswer } from '#platform/page-template/render-page.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listClusterOrganisationRows } from '../../store/cluster-organisation.store.ts';
import { listClusterRows } from '../../store/cluster.store.ts';
import { listMemberRows } from '../../store/membership.store.ts';
import { titlesOf } from '../../store/organisation-title.store.ts';
import { findOrganisation } from '../../store/organisation.store.ts';
import { spaceTimeZone } from '../../store/space-zone.store.ts';
import { listStatementRows, type Subject } from '../../store/statement.store.ts';
import { clusterListQuery, membershipListQuery } from '../../words/cluster.schema.ts';
import { getCluster, listClusters } from '../../words/cluster.contract.ts';
import { listClusterOrganisations, listMembers } from '../../words/membership.contract.ts';
import { getOrganisation, listOrganisationTitles } from '../../words/organisation.contract.ts';
import type * as routes from '../../words/print.contract.ts';
import { listStatements } from '../../words/statement.contract.ts';
import type { Statement } from '../../words/statement.schema.ts';
import { readCluster } from '../cluster/cluster-content.ts';
import { findSubject } from '../statement/subject.ts';
import { ClusterSheet } from './ClusterSheet.tsx';
import { OrganisationSheet } from './OrganisationSheet.tsx';
import { wordingOf, type Wording } from './wording.ts';

/** Longest list on paper; what is left out is said over it. */
const rowsOnPaper = 200;

async function figuresOf(context: Context, subject: string, id: string): Promise<Figure[]> {
  const sources = context.contributions.summaryFigures.filter((source) => source.subject === subject);
  return (await Promise.all(sources.map((source) => source.figures(context, id)))).flat();
}

async function statementsOf(context: Context, subject: Subject): Promise<Statement[]> {
  const found = await findSubject(context, subject);
  return found ? listStatementRows(context, subject, found.seesInternal) : [];
}

/** The last line of the page and, where what is on it is sensitive, the words across it. */
async function marksOf(context: Context, say: Wording, level: Level): Promise<{ footer: string; watermark?: string }> {
  const timeZone = await spaceTimeZone(context.db);
  const footer = say.text('registry.print.footer', { name: nameOnMark(context.actor), day: formatDay(dayOf(context.now, timeZone), say.language) });
  const watermark = printMark(context.actor, context.now, level, { language: say.language, timeZone });
  return watermark ? { footer, watermark } : { footer };
}

export const printClusterAction: Action<typeof routes.printCluster> = async (context, { params }) => {
  const { clusterId } = params;
  const cluster = await readCluster(context, clusterId);
  if (!cluster.ok) return cluster;
  const say = wordingOf(context);
  const members = await listMemberRows(context, clusterId, membershipListQuery.parse({ limit: rowsOnPaper }));
  const statements = await statementsOf(context, { kind: 'cluster', id: clusterId });
  const organisations = (await listClusterOrganisationRows(context, clusterId)).filter((organisation) => organisation.until === null || organisation.until >= context.now.toISOString().slice(0, 10));
  const level = highest(levelOfAnswer(getCluster, cluster.value), levelOfAnswer(listMembers, members), levelOfAnswer(listClusterOrganisations, { items: organisations }), levelOfAnswer(listStatements, { items: statements }));
  const sheet = createElement(ClusterSheet, {
    say,
    cluster: cluster.value,
    figures: await figuresOf(context, 'cluster', clusterId),
    organisations,
    members: members ?? { items: [], total: 0 },
    statements,
    ...(await marksOf(context, say, level)),
  });
  return ok(pageAnswer(say.name(cluster.value.name), sheet, level));
};

export const printOrganisationAction: Action<typeof routes.printOrganisation> = async (context, { params }) => {
  const { organisationId } = params;
  const organisation = await findOrganisation(context, organisationId);
  if (!organisation) return fail('notFound');
  const say = wordingOf(context);
  const clusters = await listClusterRows({ ...context, scope: (permission = 'cluster.read') => context.scope(permission) }, clusterListQuery.parse({ organisationId, limit: rowsOnPaper }));
  const titles = await titlesOf(context.db, organisationId);
  const statements = await statementsOf(context, { kind: 'organisation', id: organisationId });
  const level = highest(levelOfAnswer(getOrganisation, organisation), levelOfAnswer(listClusters, clusters), levelOfAnswer(listOrganisationTitles, { items: titles }), levelOfAnswer(listStatements, { items: statements }));
  const sheet = createElement(OrganisationSheet, {
    say,
    organisation,
    figures: await figuresOf(context, 'organisation', organisationId),
    clusters: clusters ?? { items: [], total: 0 },
    titles,
    statements,
    ...(await marksOf(context, say, level)),
  });
  return ok(pageAnswer(say.name(organisation.name), sheet, level));
};
