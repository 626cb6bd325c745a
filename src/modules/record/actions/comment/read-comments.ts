import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { repliesTo, threadPage } from '../../store/comment.store.ts';
import type * as routes from '../../words/comment.contract.ts';
import { recordOf } from '../standing.ts';
import { showComments } from './shown-comment.ts';
import { peopleWhoRead } from './tell-people.ts';

export const list: Action<typeof routes.listComments> = async (context, { params, query }) => {
  const record = recordOf(params);
  const page = await threadPage(context.db, record, query);
  if (!page) return fail('invalidCursor');
  const replies = await repliesTo(context.db, page.items.map((item) => item.id));
  const shown = await showComments(context, record, [...page.items, ...replies]);
  const items = shown.filter((comment) => comment.replyTo === null).map((thread) => ({ ...thread, replies: shown.filter((reply) => reply.replyTo === thread.id) }));
  return ok({ ...page, items });
};

const offered = 8;

export const mentionable: Action<typeof routes.listMentionable> = async (context, { params, query }) => {
  const words = query.q.toLowerCase();
  const fits = (name: { zh?: string | undefined; en?: string | undefined }): boolean => [name.zh, name.en].some((text) => text?.toLowerCase().includes(words));
  const people = (await peopleWhoRead(context, recordOf(params))).filter((person) => person.id !== context.actor.personId && (words === '' || fits(person.name)));
  return ok({ items: people.slice(0, offered).map(({ id, name }) => ({ id, name })) });
};
