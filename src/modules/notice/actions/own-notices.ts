import type { Action, Context, HomeItem } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type * as routes from '../notice.contract.ts';
import type { NoticeView } from '../notice.schema.ts';
import { countOwn, getOwn, listOpenDue, listOwn, markSeen } from '../store/notice-store.ts';

/** A right that ended takes the name with it: an old line must not tell what the record's page would not. */
async function withoutHiddenNames(context: Context, notices: readonly NoticeView[]): Promise<NoticeView[]> {
  const { subjects } = context.contributions;
  const hidden = new Set<string>();
  for (const kind of new Set(notices.filter((notice) => notice.name !== null).map((notice) => notice.subjectKind))) {
    const loader = Object.hasOwn(subjects, kind) ? subjects[kind] : undefined;
    if (!loader) continue;
    const ids = notices.filter((notice) => notice.subjectKind === kind && notice.subjectId !== context.actor.personId).map((notice) => notice.subjectId);
    const facts = await loader.byIds(context.db, [...new Set(ids)]);
    for (const id of ids) {
      const row = facts.get(id);
      if (!row || !context.allows(loader.readPermission, row)) hidden.add(`${kind} ${id}`);
    }
  }
  return notices.map((notice) => (hidden.has(`${notice.subjectKind} ${notice.subjectId}`) ? { ...notice, name: null } : notice));
}

export const listNotices: Action<typeof routes.listNotices> = async (context, { query }) => {
  const page = await listOwn(context, query);
  return page ? ok({ ...page, items: await withoutHiddenNames(context, page.items) }) : fail('invalidCursor');
};

export const countNotices: Action<typeof routes.countNotices> = async (context) => ok(await countOwn(context));

async function shown(context: Context, id: string) {
  const notice = await getOwn(context, id);
  const [view] = notice ? await withoutHiddenNames(context, [notice]) : [];
  return view ? ok(view) : fail('notFound');
}

export const getNotice: Action<typeof routes.getNotice> = (context, { params }) => shown(context, params.noticeId);

export const seeNotice: Action<typeof routes.seeNotice> = async (context, { params }) => {
  await markSeen(context, { id: params.noticeId });
  return shown(context, params.noticeId);
};

export const seeAllNotices: Action<typeof routes.seeAllNotices> = async (context, { body }) => {
  await markSeen(context, { until: body.until });
  return ok(await countOwn(context));
};

const mostOnHome = 20;

/** Dated notices on the home page; another room's own item for the same page stands in front of them. */
export async function noticeHomeItems(context: Context): Promise<HomeItem[]> {
  if (context.actor.personId === null) return [];
  const open = await withoutHiddenNames(context, await listOpenDue(context, mostOnHome));
  const { texts } = context.installation;
  const label = (kind: string) => `${kind.replace('.', '.notice.')}.short`;
  return open.map((notice) => ({
    key: `notice.${notice.id}`,
    text: { zh: [texts('zh-CN')(label(notice.kind)), notice.name?.zh ?? notice.name?.en].filter(Boolean).join('：'), en: [texts('en')(label(notice.kind)), notice.name?.en ?? notice.name?.zh].filter(Boolean).join(': ') },
    href: notice.href,
    verb: { zh: texts('zh-CN')('notice.open'), en: texts('en')('notice.open') },
    due: notice.dueAt,
    echo: true,
  }));
}
