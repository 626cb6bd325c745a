import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { formChangeSchema, formInputSchema, formListQuery, formSchema, formSummarySchema, idSchema } from './form.schema.ts';

const params = z.strictObject({ formId: idSchema });
const one = { kind: 'form', param: 'formId' } as const;
const many = { kind: 'form', from: 'list' } as const;

export const listForms = defineRoute({
  id: 'form.list', method: 'GET', path: '/forms', query: formListQuery, out: pageOf(formSummarySchema), permission: 'form.read', subject: many, reasons: [],
  csv: ['id', 'name', 'edition', 'state', 'legalBasis', 'respondent', 'periodicity', 'formNumber', 'validUntil'],
  summary: { zh: '查询报表', en: 'List forms' },
});
export const getForm = defineRoute({
  id: 'form.get', method: 'GET', path: '/forms/:formId', params, query: z.strictObject({ edition: z.coerce.number().int().min(1).max(100_000).optional() }), out: formSchema, permission: 'form.read', subject: one, reasons: [],
  summary: { zh: '查看报表', en: 'Get a form' },
});
export const createForm = defineRoute({
  id: 'form.create', method: 'POST', path: '/forms', body: formInputSchema, out: formSchema, permission: 'form.create', subject: { kind: 'form', from: 'body' }, reasons: ['holderUnknown'], status: 201,
  summary: { zh: '新建报表', en: 'Create a form' },
});
export const updateForm = defineRoute({
  id: 'form.update', method: 'PUT', path: '/forms/:formId', params, body: formChangeSchema, out: formSchema, permission: 'form.update', subject: one, reasons: ['formNotDraft'], ifMatch: true,
  summary: { zh: '修改报表草稿', en: 'Change the draft of a form' },
});
export const reviseForm = defineRoute({
  id: 'form.revise', method: 'POST', path: '/forms/:formId/editions', params, out: formSchema, permission: 'form.update', subject: one, reasons: ['draftThere'], status: 201,
  summary: { zh: '开始新的版本', en: 'Begin a new edition' },
});
export const publishForm = defineRoute({
  id: 'form.publish', method: 'POST', path: '/forms/:formId/publish', params, out: formSchema, permission: 'form.publish', subject: one, reasons: ['formNotDraft', 'formUnsound'], ifMatch: true,
  summary: { zh: '发布报表', en: 'Publish a form' },
});
export const retireForm = defineRoute({
  id: 'form.retire', method: 'POST', path: '/forms/:formId/retire', params, out: formSchema, permission: 'form.publish', subject: one, reasons: ['formNotPublished'], ifMatch: true,
  summary: { zh: '停用报表', en: 'Retire a form' },
});

export const formReasons = { holderUnknown: 422, formNotDraft: 409, draftThere: 409, formUnsound: 422, formNotPublished: 409 } as const;
export const formRoutes = [listForms, getForm, createForm, updateForm, reviseForm, publishForm, retireForm] as const;
