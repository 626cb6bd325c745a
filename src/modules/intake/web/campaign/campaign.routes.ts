import type { PageRoute } from '#web/router/page-route.ts';

export const campaignPages: PageRoute[] = [
  { path: '/my-reports', title: 'intake.ownReports', load: () => import('./OwnReportsPage.tsx'), nav: { room: 'intake', order: 31, icon: 'edit', permissions: ['party.submit'], covers: ['/reports', '/published-campaigns'] } },
  { path: '/reports/$partyId', title: 'intake.report', load: () => import('./ReportPage.tsx') },
  { path: '/published-campaigns', title: 'intake.publishedCampaigns', load: () => import('./PublishedPage.tsx') },
  { path: '/campaigns', title: 'intake.campaigns', load: () => import('./CampaignListPage.tsx'), nav: { room: 'intake', order: 32, icon: 'governance', permissions: ['campaign.read'], covers: ['/forms', '/campaign-summaries'] } },
  { path: '/campaigns/new', title: 'intake.campaign.new', load: () => import('./CampaignEditPage.tsx') },
  { path: '/campaigns/$campaignId', title: 'intake.campaign', load: () => import('./CampaignPage.tsx') },
  { path: '/campaigns/$campaignId/edit', title: 'intake.campaign.edit', load: () => import('./CampaignEditPage.tsx') },
  { path: '/campaign-summaries/$campaignSummaryId', title: 'intake.summary', load: () => import('./SummaryPage.tsx') },
  { path: '/forms', title: 'intake.forms', load: () => import('./FormListPage.tsx') },
  { path: '/forms/new', title: 'intake.form.new', load: () => import('./FormEditPage.tsx') },
  { path: '/forms/$formId', title: 'intake.form', load: () => import('./FormPage.tsx') },
  { path: '/forms/$formId/edit', title: 'intake.form.edit', load: () => import('./FormEditPage.tsx') },
];
