import { matchPages } from './match/match.routes.ts';
import { sourcePages } from './source/source.routes.ts';
import type { PageRoute } from '#web/router/page-route.ts';
import { assetPages } from './asset/asset.routes.ts';
import { campaignPages } from './campaign/campaign.routes.ts';
import { reporterPages } from './reporter/reporter.routes.ts';

export const routes: PageRoute[] = [
  { path: '/imports', title: 'intake.nav', load: () => import('./ImportListPage.tsx'), nav: { room: 'intake', order: 30, icon: 'intake', permissions: ['import.read'] } },
  { path: '/imports/$batchId', title: 'intake.batch', load: () => import('./ImportBatchPage.tsx') },
  ...matchPages,
  ...assetPages,
  ...sourcePages,
  ...campaignPages,
  ...reporterPages,
];
