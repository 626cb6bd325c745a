import { z } from 'zod';
import { requestApproval } from '#modules/identity/index.ts';
import { exportView } from '#platform/level/export-request.ts';
import { readLevelPolicy } from '#platform/level/level-policy.ts';
import { isAbove, levelOf } from '#platform/level/level.rules.ts';
import type { Action, ApprovalKind, Context } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { addExportRequest, approveExport, getExportRequest, listExportPage, listExportRequestPage, noteApproval, waitingRequest } from '../store/level.store.ts';
import type { createExportRequest, listExportRequests, listExports } from '../words/level.contract.ts';

/** A request is nobody's record: whoever may decide for the whole space decides. */
const anywhere = { visibility: 'open' as const, territories: [], clusters: [], organisations: [] };

/** Asks for exactly one list with these filters in this format; the answer is read off the request. */
export const createExportRequestAction: Action<typeof createExportRequest> = async (context, { body }) => {
  const { personId } = context.actor;
  const operation = context.contributions.operations.find(({ route }) => route.id === body.operation && route.csv);
  if (!operation || !personId) return fail('operationUnknown');
  const level = levelOf(operation.route);
  const policy = await readLevelPolicy(context.db, context.installation.level);
  if (!isAbove(level, policy.exportFreeUpTo)) return fail('exportIsFree');
  const view = exportView(body.operation, body.params, body.query, body.format);
  const id = (await waitingRequest(context.db, context.spaceId, personId, view)) ?? context.newId();
  const before = await getExportRequest(context.db, context.spaceId, id, personId);
  if (!before) {
    await addExportRequest(context.db, context.spaceId, { id, personId, personName: context.actor.name, view, level, rows: body.rows, reason: body.reason, now: context.now });
    context.audit({ event: 'exportRequest.created', subject: { kind: 'exportRequest', id }, changes: { operation: [null, view.operation], filters: [null, view.query], rows: [null, body.rows], format: [null, view.format], reason: [null, body.reason] } });
  }
  const kept = before ?? body;
  const asked = await requestApproval(context, { kind: 'export.fetch', subject: { kind: 'exportRequest', id }, payload: { id, href: body.href, reason: kept.reason }, reason: kept.reason, facts: anywhere });
  if (!asked.ok) return asked;
  if (asked.value.state === 'requested') await noteApproval(context.db, context.spaceId, id, asked.value.approvalId);
  const request = await getExportRequest(context.db, context.spaceId, id, personId);
  return request ? ok(labelled(context, request)) : fail('notFound');
};

function labelled<Row extends { operation: string }>(context: Context, row: Row): Row & { label: { zh: string; en: string } } {
  const summary = context.contributions.operations.find(({ route }) => route.id === row.operation)?.route.summary;
  return { ...row, label: summary ? { ...summary } : { zh: row.operation, en: row.operation } };
}

const payloadSchema = z.object({ id: z.uuid(), href: z.string().nullable() });

export const exportApprovals: readonly ApprovalKind[] = [
  {
    kind: 'export.fetch',
    label: { zh: '导出高级别数据', en: 'Export data above the free level' },
    permission: 'exportRequest.approve',
    asks: 'exportRequest.create',
    describe: async (context, payload) => {
      const request = await getExportRequest(context.db, context.spaceId, payloadSchema.parse(payload).id, null);
      if (!request) return [];
      const filters = Object.entries({ ...request.params, ...request.query }).map(([name, value]) => `${name} = ${value}`);
      return [
        { label: { zh: '清单', en: 'List' }, value: labelled(context, request).label[context.language === 'en' ? 'en' : 'zh'] },
        { label: { zh: '条件', en: 'Filters' }, value: filters.length > 0 ? filters.join('; ') : '—' },
        { label: { zh: '行数', en: 'Rows' }, value: String(request.rowCount) },
        { label: { zh: '格式', en: 'Format' }, value: request.format.toUpperCase() },
        { label: { zh: '数据级别', en: 'Level of data' }, value: request.level, key: `system.level.${request.level}` },
      ];
    },
    apply: async (context, { payload }) => {
      const { id, href } = payloadSchema.parse(payload);
      const { exportDays } = await readLevelPolicy(context.db, context.installation.level);
      const expires = new Date(context.now.getTime() + exportDays * 86_400_000);
      return (await approveExport(context.db, context.spaceId, id, context.now, expires)) ? ok({ href }) : fail('notFound');
    },
  },
];

export const listExportRequestsAction: Action<typeof listExportRequests> = async (context, { query }) => {
  const page = await listExportRequestPage(context.db, context.spaceId, query, { personId: context.actor.personId, all: context.scope('level.read').everything });
  return page ? ok({ ...page, items: page.items.map((item) => labelled(context, item)) }) : fail('invalidCursor');
};

export const listExportsAction: Action<typeof listExports> = async (context, { query }) => {
  const page = await listExportPage(context.db, context.spaceId, query);
  return page ? ok({ ...page, items: page.items.map((item) => labelled(context, item)) }) : fail('invalidCursor');
};
