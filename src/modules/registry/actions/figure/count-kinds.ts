import { z } from 'zod';
import type { Context } from '#platform/module/module.ts';
import { traceClusters, traceLists, traceMembers, traceMemberships, tracePlaces, traceProvinces, traceTitles, type TracedCount } from '../../store/record-figures.store.ts';
import { membershipClasses } from '../../words/cluster.schema.ts';
import { organisationTypes } from '../../words/organisation.schema.ts';
import { placeKinds } from '../../words/place.schema.ts';
import { idSchema, territoryIdSchema } from '../../words/record.schema.ts';

export type Params = Readonly<Record<string, string | undefined>>;

export interface CountKind {
  /** Also the key of its messages: figure.<key>, trace.<key>.definition. */
  key: string;
  params: z.ZodObject;
  /** Path of a row's page: below this, or the same page for every row. */
  path: string;
  page?: (params: Params) => string;
  /** The record that must be readable before anything is counted. */
  subject?: { kind: string; param: string };
  count(context: Context, params: Params, cap: number): Promise<TracedCount>;
}

/** What is counted, row by row. */
export const kinds = {
  memberCount: {
    key: 'memberCount',
    params: z.strictObject({ clusterId: idSchema, membershipClass: z.enum(membershipClasses).optional(), type: z.enum(organisationTypes).optional() }),
    path: '/organisations',
    subject: { kind: 'cluster', param: 'clusterId' },
    count: (context, params, cap) => traceMembers(context, params as unknown as Parameters<typeof traceMembers>[1], cap),
  },
  membershipCount: {
    key: 'membershipCount',
    params: z.strictObject({ organisationId: idSchema }),
    path: '/clusters',
    subject: { kind: 'organisation', param: 'organisationId' },
    count: (context, { organisationId = '' }, cap) => traceMemberships(context, organisationId, cap),
  },
  titleCount: {
    key: 'titleCount',
    params: z.strictObject({ organisationId: idSchema }),
    path: '',
    page: ({ organisationId }) => `/organisations/${organisationId}?tab=titles`,
    subject: { kind: 'organisation', param: 'organisationId' },
    count: (context, { organisationId = '' }, cap) => traceTitles(context, organisationId, cap),
  },
  clusterCount: { key: 'clusterCount', params: z.strictObject({ territoryId: territoryIdSchema.optional() }), path: '/clusters', count: (context, { territoryId }, cap) => traceClusters(context, territoryId, cap) },
  placeCount: {
    key: 'placeCount',
    params: z.strictObject({ territoryId: territoryIdSchema.optional(), kind: z.enum(placeKinds).optional(), parentId: idSchema.optional() }),
    path: '/places',
    count: (context, params, cap) => tracePlaces(context, params, cap),
  },
  listCount: { key: 'listCount', params: z.strictObject({ subjectId: z.string().max(60).optional() }), path: '/lists', count: (context, { subjectId }, cap) => traceLists(context, subjectId, cap) },
  provinceCount: { key: 'provinceCount', params: z.strictObject({}), path: '/territories', count: (context, _, cap) => traceProvinces(context, cap) },
} as const satisfies Record<string, CountKind>;
export type CountKey = keyof typeof kinds;
