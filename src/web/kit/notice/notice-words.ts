import type { NoticeView } from '#modules/notice/notice.schema.ts';
import { textOr } from '#web/i18n/use-text.ts';

const keyOf = (kind: string): string => kind.replace('.', '.notice.');

/** The kind of a notice in a few words, without its record: `审批待办`. */
export function noticeKindText(kind: string): string {
  return textOr(`${keyOf(kind)}.short`, kind);
}

/** Kinds are grouped by the room they come from. */
export function noticeGroupText(group: string): string {
  return textOr(`notice.group.${group}`, textOr(`${group}.room`, group));
}

/** The sentence of a notice. A parameter that begins with `@` is itself a message; without the name, the kind must do. */
export function noticeText(notice: Pick<NoticeView, 'kind' | 'params'>, name: string): string {
  const params = Object.fromEntries(Object.entries(notice.params).map(([key, value]) => [key, typeof value === 'string' && value.startsWith('@') ? textOr(value.slice(1), value) : value]));
  const say = (shown: string): string => textOr(keyOf(notice.kind), '', { ...params, name: shown });
  const sentence = say(name);
  return sentence === '' || (name === '' && say('x') !== sentence) ? noticeKindText(notice.kind) : sentence;
}
