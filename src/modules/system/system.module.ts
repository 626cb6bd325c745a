import type { Module } from '#platform/module/module.ts';
import { listJobsAction, listMyJobsAction, viewQueueAction } from './actions/list-jobs.ts';
import { cancelJobAction, getJobAction, retryJobAction } from './actions/steer-job.ts';
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
  },
  permissions: systemPermissions,
  reasons: systemReasons,
};
