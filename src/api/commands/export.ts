import { writeFile } from 'node:fs/promises';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { collectList, csvHead, markedCsv } from '#platform/http/export-list.ts';
import { runRoute } from '#platform/http/run-route.ts';
import { exportView } from '#platform/level/export-request.ts';
import { passExport } from '#platform/level/pass-export.ts';
import { systemActor } from '../product.ts';
import { say } from '../tell.ts';
import { chooseSpace, languageOf, refusal, withProduct, type Command } from './command.ts';

export const exportCommand: Command = {
  usage: 'LIST [--out FILE] [--format csv|json] [--filter key=value&…] [--reason TEXT] [--space NAME]',
  summary: { en: 'Export any list, such as organisation.list', zh: '导出任一列表，如 organisation.list' },
  options: { out: { type: 'string' }, format: { type: 'string' }, filter: { type: 'string' }, reason: { type: 'string' } },
  run: (call) =>
    withProduct(call, async (product) => {
      const name = call.positionals[0] ?? '';
      const lists = product.house.routes.filter(({ route }) => route.csv && route.subject && 'from' in route.subject);
      const entry = lists.find(({ route }) => route.id === name || route.path === `/${name}`);
      if (!entry) throw new PlainProblem('usage', { en: `Name a list: ${lists.map(({ route }) => route.path.slice(1)).join(', ')}`, zh: `请指明列表：${lists.map(({ route }) => route.path.slice(1)).join('、')}` });
      const spaceId = await chooseSpace(product, call.values['space']);
      const language = languageOf(call);
      const filter = Object.fromEntries(new URLSearchParams(String(call.values['filter'] ?? '')));
      const actor = { ...systemActor, spaceId, accountId: null };
      const list = await collectList((cursor) =>
        runRoute(product, entry, { params: {}, query: { ...filter, ...('limit' in (entry.route.query?.shape ?? {}) ? { limit: '200' } : {}), ...(cursor ? { cursor } : {}) }, body: undefined, ifMatch: undefined, idempotencyKey: undefined, exporting: true }, actor, language, () => undefined),
      );
      if (!list.ok) throw refusal(product, language, list);
      const format = call.values['format'] === 'json' ? 'json' : 'csv';
      const reason = String(call.values['reason'] ?? '').trim();
      const passed = await passExport(product, entry.route, actor, exportView(entry.route.id, {}, filter, format), list.value.items, reason === '' ? null : reason);
      if (!passed.ok) throw new PlainProblem('reasonNeeded', { en: 'This list is above the level that may leave freely. Say why it is exported: --reason "…"', zh: '此清单的数据级别高于可直接导出的级别，请说明理由：--reason “……”' });
      const { mark, level } = passed.value;
      const columns = entry.route.csv ?? [];
      const text = format === 'json' ? JSON.stringify({ ...mark, ...(mark ? { level } : {}), items: list.value.items }, null, 2) : markedCsv(list.value.items, columns, csvHead(columns, entry.room, product.texts(language)), language, product.texts(language), mark);
      if (typeof call.values['out'] !== 'string') return say(text);
      await writeFile(call.values['out'], text);
      say(`${list.value.items.length} → ${call.values['out']}`);
    }),
};
