import { z } from 'zod';
import { defineRoute, type Route } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { levelReasons, levelRoutes } from './words/level.contract.ts';
import { healthSchema, jobListQuery, jobSchema, myJobsQuery, queueSchema } from './system.schema.ts';

/** Reasons of this room and their HTTP status; words are `system.reason.<name>`. */
export const systemReasons = { jobOver: 409, jobNotOver: 409, jobForgotten: 410, ...levelReasons } as const;

const jobParams = z.strictObject({ jobId: z.uuid() });

export const listMyJobs = defineRoute({ id: 'job.mine', method: 'GET', path: '/jobs/mine', query: myJobsQuery, out: pageOf(jobSchema), permission: 'signedIn', reasons: ['invalidCursor'], csv: ['title.zh', 'title.en', 'kind', 'state', 'askedAt', 'startedAt', 'finishedAt', 'failure.zh', 'failure.en'], summary: { zh: '我的任务', en: 'List the long work one asked for' } });
export const listJobs = defineRoute({ id: 'job.list', method: 'GET', path: '/jobs', query: jobListQuery, out: pageOf(jobSchema), permission: 'job.read', subject: { kind: 'job', from: 'list' }, reasons: ['invalidCursor'], csv: ['title.zh', 'title.en', 'kind', 'state', 'askedAt', 'startedAt', 'finishedAt', 'failure.zh', 'failure.en'], summary: { zh: '后台任务', en: 'List the long work of the space' } });
export const getJob = defineRoute({ id: 'job.get', method: 'GET', path: '/jobs/:jobId', params: jobParams, out: jobSchema, permission: 'signedIn', reasons: [], summary: { zh: '任务进度', en: 'Get one piece of long work: one’s own, or any as operator' } });
export const cancelJobRoute = defineRoute({ id: 'job.cancel', method: 'POST', path: '/jobs/:jobId/cancellation', params: jobParams, out: jobSchema, permission: 'signedIn', reasons: ['jobOver'], summary: { zh: '取消任务', en: 'Cancel long work; it stops at its next step' } });
export const retryJobRoute = defineRoute({ id: 'job.retry', method: 'POST', path: '/jobs/:jobId/retry', params: jobParams, out: jobSchema, permission: 'signedIn', reasons: ['jobNotOver', 'jobForgotten'], summary: { zh: '重试任务', en: 'Put failed or cancelled work back into the queue' } });
export const viewQueue = defineRoute({ id: 'job.queue', method: 'GET', path: '/jobs/queue', out: queueSchema, permission: 'job.read', subject: { kind: 'job', from: 'list' }, reasons: [], summary: { zh: '队列与定时任务', en: 'Queue depth by kind, and when schedules last ran' } });

export const viewHealth = defineRoute({ id: 'health.get', method: 'GET', path: '/health', out: healthSchema, permission: 'health.read', subject: { kind: 'health', from: 'list' }, reasons: [], summary: { zh: '系统健康状况', en: 'Health of the installation and the configuration in effect' } });

export const systemRoutes: readonly Route[] = [listMyJobs, listJobs, viewQueue, getJob, cancelJobRoute, retryJobRoute, viewHealth, ...levelRoutes];
