import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { idSchema } from './subject.schema.ts';
import { viewChoiceSchema, viewInputSchema, viewPage, viewPatchSchema, viewSchema } from './view.schema.ts';

export const viewReasons = { viewNameTaken: 409, notOwnView: 409, tooManyViews: 409 } as const;
const onView = z.strictObject({ viewId: idSchema });

export const listViews = defineRoute({ id: 'savedView.list', method: 'GET', path: '/saved-views', query: z.strictObject({ page: viewPage.optional(), pinned: z.enum(['true']).optional() }), out: z.object({ items: z.array(viewSchema), total: z.number().int() }), permission: 'savedView.read', subject: { kind: 'savedView', from: 'list' }, reasons: [], csv: ['page', 'name', 'query', 'shared', 'owner'], summary: { zh: '查询保存的视图', en: 'List saved views: own and shared' } });
export const createView = defineRoute({ id: 'savedView.create', method: 'POST', path: '/saved-views', body: viewInputSchema, out: viewSchema, permission: 'savedView.create', subject: { kind: 'savedView', from: 'list' }, reasons: ['viewNameTaken', 'tooManyViews'], status: 201, summary: { zh: '保存当前视图', en: 'Save a view' } });
export const updateView = defineRoute({ id: 'savedView.update', method: 'PATCH', path: '/saved-views/:viewId', params: onView, body: viewPatchSchema, ifMatch: true, out: viewSchema, permission: 'savedView.create', subject: { kind: 'savedView', from: 'list' }, reasons: ['viewNameTaken', 'notOwnView'], summary: { zh: '修改保存的视图', en: 'Change an own saved view' } });
export const removeView = defineRoute({ id: 'savedView.remove', method: 'DELETE', path: '/saved-views/:viewId', params: onView, out: z.null(), permission: 'savedView.create', subject: { kind: 'savedView', from: 'list' }, reasons: ['notOwnView'], status: 204, summary: { zh: '删除保存的视图', en: 'Remove a saved view' } });
export const chooseView = defineRoute({ id: 'savedView.choose', method: 'PUT', path: '/saved-views/:viewId/choice', params: onView, body: viewChoiceSchema, out: viewSchema, permission: 'savedView.create', subject: { kind: 'savedView', from: 'list' }, reasons: [], summary: { zh: '设为默认或置顶', en: 'Make a view the own default, or pin it' } });

export const viewRoutes = [listViews, createView, updateView, removeView, chooseView] as const;
