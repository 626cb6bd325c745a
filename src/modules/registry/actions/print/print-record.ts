import { createElement } from 'react';
import type { Figure } from '#platform/figure/figure.schema.ts';
import { formatDay } from '#kernel/quantity/format-words.ts';
import type { Action, Context } from '#platform/module/module.ts';
import { pageAnswer } from '#platform/page-template/render-page.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { listClusterOrganisationRows } from '../../store/cluster-organisation.store.ts';
import { listClusterRows } from '../../store/cluster.store.ts';
import { listMemberRows } from '../../store/membership.store.ts';
import { titlesOf } from '../../store/organisation-title.store.ts';
import { findOrganisation } from '../../store/organisation.store.ts';
import { listStatementRows, type Subject } from '../../store/statement.store.ts';
import { clusterListQuery, membershipListQuery } from '../../words/cluster.schema.ts';
import type * as routes from '../../words/print.contract.ts';
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

function footerOf(context: Context, say: Wording): string {
  return say.text('registry.print.footer', { name: context.actor.name, day: formatDay(context.now.toISOString().slice(0, 10), say.language) });
}

export const printClusterAction: Action<typeof routes.printCluster> = async (context, { params }) => {
  const { clusterId } = params;
  const cluster = await readCluster(context, clusterId);
  if (!cluster.ok) return cluster;
  const say = wordingOf(context);
  const members = await listMemberRows(context, clusterId, membershipListQuery.parse({ limit: rowsOnPaper }));
  const sheet = createElement(ClusterSheet, {
    say,
    cluster: cluster.value,
    figures: await figuresOf(context, 'cluster', clusterId),
    organisations: (await listClusterOrganisationRows(context, clusterId)).filter((organisation) => organisation.until === null || organisation.until >= context.now.toISOString().slice(0, 10)),
    members: members ?? { items: [], total: 0 },
    statements: await statementsOf(context, { kind: 'cluster', id: clusterId }),
    footer: footerOf(context, say),
  });
  return ok(pageAnswer(say.name(cluster.value.name), sheet));
};

export const printOrganisationAction: Action<typeof routes.printOrganisation> = async (context, { params }) => {
  const { organisationId } = params;
  const organisation = await findOrganisation(context, organisationId);
  if (!organisation) return fail('notFound');
  const say = wordingOf(context);
  const clusters = await listClusterRows({ ...context, scope: (permission = 'cluster.read') => context.scope(permission) }, clusterListQuery.parse({ organisationId, limit: rowsOnPaper }));
  const sheet = createElement(OrganisationSheet, {
    say,
    organisation,
    figures: await figuresOf(context, 'organisation', organisationId),
    clusters: clusters ?? { items: [], total: 0 },
    titles: await titlesOf(context.db, organisationId),
    statements: await statementsOf(context, { kind: 'organisation', id: organisationId }),
    footer: footerOf(context, say),
  });
  return ok(pageAnswer(say.name(organisation.name), sheet));
};
