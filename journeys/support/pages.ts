import type { Page } from 'playwright-core';
import type { PageRoute } from '#web/router/page-route.ts';
import { firstId } from './sign-in.ts';

const found = import.meta.glob<{ routes: readonly PageRoute[] }>('../../src/modules/*/web/routes.tsx', { eager: true });

/** Every page of the product, as the router knows them. */
export const pageRoutes: readonly PageRoute[] = Object.values(found).flatMap((module) => [...module.routes]);

/** Where each kind of record in an address is found. */
const lists: Readonly<Record<string, string>> = {
  organisationId: '/organisations?limit=1&sample=true&type=enterprise',
  clusterId: '/clusters?limit=1&sample=true',
  placeId: '/places?limit=1&kind=park&sample=true',
  listId: '/lists?limit=1',
  programmeId: '/programmes?limit=1',
  indicatorId: '/indicators?limit=1&held=true',
  crossTableId: '/cross-tables?limit=1',
  personId: '/people?limit=1',
  batchId: '/import-batches?limit=1',
  sourceId: '/sources?limit=1',
  formId: '/forms?limit=1',
  campaignId: '/campaigns?limit=1',
  postId: '/posts',
  ruleId: '/stage-rules?limit=1',
  warningId: '/warnings?limit=1',
  alarmRuleId: '/alarm-rules?limit=1',
  tableEditionId: '/table-editions?limit=1',
  approvalId: '/approvals?view=asked&limit=1',
};

/** Real addresses of every page; pages about a record of which there is none are left out and named. */
export async function addressesOf(page: Page): Promise<{ addresses: string[]; without: string[] }> {
  const ids = new Map<string, string>([['territoryId', 'cn:440000']]);
  for (const [name, path] of Object.entries(lists)) {
    const id = await firstId(page, path).catch(() => null);
    if (id) ids.set(name, id);
  }
  const filled = pageRoutes.map(({ path }) => path.replaceAll(/\$([A-Za-z]+)/g, (whole, name: string) => encodeURIComponent(ids.get(name) ?? whole)));
  return { addresses: filled.filter((path) => !path.includes('%24') && !path.includes('$')), without: filled.filter((path) => path.includes('%24') || path.includes('$')) };
}
