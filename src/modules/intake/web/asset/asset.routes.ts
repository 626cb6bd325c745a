import type { PageRoute } from '#web/router/page-route.ts';

export const assetPages: PageRoute[] = [
  { path: '/data-assets', title: 'intake.assets', load: () => import('./AssetListPage.tsx'), nav: { room: 'intake', order: 34, icon: 'rows', permissions: ['dataAsset.read'] } },
  { path: '/data-assets/new', title: 'intake.asset.new', load: () => import('./AssetNewPage.tsx') },
  { path: '/data-assets/$dataAssetId', title: 'intake.asset', load: () => import('./AssetPage.tsx') },
  { path: '/data-assets/$dataAssetId/edit', title: 'intake.asset.edit', load: () => import('./AssetEditPage.tsx') },
  { path: '/data-requests', title: 'intake.requests', load: () => import('./RequestListPage.tsx') },
];
