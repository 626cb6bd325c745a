import type { Module } from '#platform/module/module.ts';
import { listJobsAction, listMyJobsAction, viewQueueAction } from './actions/list-jobs.ts';
import { cancelJobAction, getJobAction, retryJobAction } from './actions/steer-job.ts';
import { createExportRequestAction, exportApprovals, listExportRequestsAction, listExportsAction } from './actions/ask-export.ts';
import { getLevelPolicyAction, updateLevelPolicyAction } from './actions/keep-level-policy.ts';
import { listLevelFieldsAction } from './actions/list-level-fields.ts';
import { outboxCheck, viewHealthAction } from './actions/view-health.ts';
import { tidyJobs } from './actions/tidy-jobs.ts';
import { systemReasons, systemRoutes } from './system.contract.ts';
import { systemPermissions } from './system.rules.ts';

export const systemModule: Module = {
  room: 'system',
  routes: systemRoutes,
  actions: {
    'job.mine': listMyJobsAction,
    'job.list': listJobsAction,
    'job.queue': viewQueueAction,
    'job.get': getJobAction,
    'job.cancel': cancelJobAction,
    'job.retry': retryJobAction,
    'health.get': viewHealthAction,
    'levelPolicy.get': getLevelPolicyAction,
    'levelPolicy.update': updateLevelPolicyAction,
    'levelField.list': listLevelFieldsAction,
    'exportRequest.create': createExportRequestAction,
    'exportRequest.list': listExportRequestsAction,
    'export.list': listExportsAction,
  },
  permissions: systemPermissions,
  reasons: systemReasons,
  jobs: { 'system.tidyJobs': tidyJobs },
  contributions: { approvalKinds: exportApprovals, healthChecks: [outboxCheck] },
};
