import type { Area } from './area.ts';
import { printClusterAction, printOrganisationAction } from './print/print-record.ts';
import { addAlias, listAliases, removeAlias } from './record/alias.ts';
import { history } from './record/history.ts';
import { search } from './record/search.ts';

/** What hangs on records of every kind. */
export const recordArea: Area = {
  actions: { 'alias.list': listAliases, 'alias.add': addAlias, 'alias.remove': removeAlias, 'history.list': history, 'search.list': search, 'cluster.print': printClusterAction, 'organisation.print': printOrganisationAction },
  reasons: { aliasTaken: 409 },
};
