import { z } from 'zod';
import { defineRoute, fileAnswer } from '#platform/http/route.contract.ts';
import { clusterParams } from './cluster.contract.ts';
import { idSchema } from './record.schema.ts';

/** Finished pages for paper, at the root and not below the API. */
export const printCluster = defineRoute({
  id: 'cluster.print',
  method: 'GET',
  path: '/print/clusters/:clusterId',
  params: clusterParams,
  out: fileAnswer,
  answer: 'page',
  permission: 'cluster.read',
  subject: { kind: 'cluster', param: 'clusterId' },
  reasons: [],
  summary: { zh: '打印集群档案', en: 'Print the profile of a cluster' },
});

export const printOrganisation = defineRoute({
  id: 'organisation.print',
  method: 'GET',
  path: '/print/organisations/:organisationId',
  params: z.strictObject({ organisationId: idSchema }),
  out: fileAnswer,
  answer: 'page',
  permission: 'organisation.read',
  subject: { kind: 'organisation', param: 'organisationId' },
  reasons: [],
  summary: { zh: '打印单位档案', en: 'Print the portrait of an organisation' },
});

export const printRoutes = [printCluster, printOrganisation] as const;
