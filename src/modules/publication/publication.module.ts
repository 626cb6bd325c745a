import type { Module } from '#platform/module/module.ts';
import { getCockpit, listWaiting } from './actions/read-cockpit.ts';
import { feed } from './actions/read-feed.ts';
import { getTrace, listFigures } from './actions/read-figures.ts';
import { publicationRoutes } from './publication.contract.ts';
import { publicationPermissions } from './publication.rules.ts';

export const publicationModule: Module = {
  room: 'publication',
  routes: publicationRoutes,
  permissions: publicationPermissions,
  actions: { 'figure.list': listFigures, 'trace.get': getTrace, 'feed.list': feed, 'waiting.list': listWaiting, 'cockpit.get': getCockpit },
  reasons: { traceUnknown: 404 },
};
