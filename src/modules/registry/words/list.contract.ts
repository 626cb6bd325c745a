import { z } from 'zod';
import { defineRoute } from '#platform/http/route.contract.ts';
import { pageOf } from '#platform/page/page.schema.ts';
import { listEntryInputSchema, listEntryListQuery, listEntrySchema, listInputSchema, listListQuery, listSummarySchema, programmeInputSchema, programmeListQuery, programmeSchema } from './list.schema.ts';
import { idSchema } from './record.schema.ts';

const listParams = z.strictObject({ listId: idSchema });
const entryParams = listParams.extend({ entryId: idSchema });
const programmeParams = z.strictObject({ programmeId: idSchema });
const ofList = { kind: 'list', param: 'listId' } as const;
const ofProgramme = { kind: 'programme', param: 'programmeId' } as const;

export const listLists = defineRoute({
  id: 'list.list',
  method: 'GET',
  path: '/lists',
  query: listListQuery,
  out: pageOf(listSummarySchema),
  permission: 'record.listed',
  subject: { kind: 'list', from: 'list' },
  reasons: [],
  csv: ['id', 'name', 'issuer', 'issuedOn', 'issuedPeriod', 'batch', 'announcedCount', 'entryCount', 'entryKind'],
  summary: { zh: '名单', en: 'List official lists' },
});
export const getList = defineRoute({ id: 'list.get', method: 'GET', path: '/lists/:listId', params: listParams, out: listSummarySchema, permission: 'record.listed', subject: ofList, reasons: [], summary: { zh: '读取名单', en: 'Get an official list' } });
export const createList = defineRoute({
  id: 'list.create',
  method: 'POST',
  path: '/lists',
  body: listInputSchema,
  out: listSummarySchema,
  permission: 'list.create',
  subject: { kind: 'list', from: 'body' },
  reasons: ['sourceUnknown'],
  status: 201,
  summary: { zh: '登记名单', en: 'Create an official list' },
});
export const updateList = defineRoute({
  id: 'list.update',
  method: 'PUT',
  path: '/lists/:listId',
  params: listParams,
  body: listInputSchema,
  out: listSummarySchema,
  permission: 'list.update',
  subject: ofList,
  reasons: ['sourceUnknown', 'entriesOfOtherKind'],
  ifMatch: true,
  summary: { zh: '修改名单', en: 'Update an official list' },
});
export const listListEntries = defineRoute({
  id: 'listEntry.list',
  method: 'GET',
  path: '/lists/:listId/entries',
  params: listParams,
  query: listEntryListQuery,
  out: pageOf(listEntrySchema),
  permission: 'record.listed',
  subject: ofList,
  reasons: [],
  csv: ['id', 'position', 'nameAsListed', 'subject', 'batch', 'note'],
  summary: { zh: '名单条目', en: 'Entries of an official list' },
});
export const addListEntry = defineRoute({
  id: 'listEntry.add',
  method: 'POST',
  path: '/lists/:listId/entries',
  params: listParams,
  body: listEntryInputSchema,
  out: listEntrySchema,
  permission: 'list.update',
  subject: ofList,
  reasons: ['subjectUnknown', 'alreadyListed'],
  status: 201,
  summary: { zh: '加入名单条目', en: 'Add an entry' },
});
export const removeListEntry = defineRoute({
  id: 'listEntry.remove',
  method: 'DELETE',
  path: '/lists/:listId/entries/:entryId',
  params: entryParams,
  out: z.null(),
  permission: 'list.update',
  subject: ofList,
  reasons: [],
  status: 204,
  summary: { zh: '移除名单条目', en: 'Remove an entry' },
});

export const listProgrammes = defineRoute({
  id: 'programme.list',
  method: 'GET',
  path: '/programmes',
  query: programmeListQuery,
  out: pageOf(programmeSchema),
  permission: 'programme.read',
  subject: { kind: 'programme', from: 'list' },
  reasons: [],
  csv: ['id', 'name', 'country', 'region', 'startedYear', 'endedYear', 'leadDepartment'],
  summary: { zh: '集群计划', en: 'List cluster programmes' },
});
export const getProgramme = defineRoute({ id: 'programme.get', method: 'GET', path: '/programmes/:programmeId', params: programmeParams, out: programmeSchema, permission: 'programme.read', subject: ofProgramme, reasons: [], summary: { zh: '读取集群计划', en: 'Get a cluster programme' } });
export const createProgramme = defineRoute({
  id: 'programme.create',
  method: 'POST',
  path: '/programmes',
  body: programmeInputSchema,
  out: programmeSchema,
  permission: 'programme.create',
  subject: { kind: 'programme', from: 'body' },
  reasons: ['territoryUnknown', 'periodReversed'],
  status: 201,
  summary: { zh: '登记集群计划', en: 'Create a cluster programme' },
});
export const updateProgramme = defineRoute({
  id: 'programme.update',
  method: 'PUT',
  path: '/programmes/:programmeId',
  params: programmeParams,
  body: programmeInputSchema,
  out: programmeSchema,
  permission: 'programme.update',
  subject: ofProgramme,
  reasons: ['territoryUnknown', 'periodReversed'],
  ifMatch: true,
  summary: { zh: '修改集群计划', en: 'Update a cluster programme' },
});

export const listRoutes = [listLists, getList, createList, updateList, listListEntries, addListEntry, removeListEntry] as const;
export const programmeRoutes = [listProgrammes, getProgramme, createProgramme, updateProgramme] as const;
