import { listContacts } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import { instantAt, localTime, minutesOf, remindDays, sendAt } from '../notice.rules.ts';
import { noChoice, takeDay } from '../store/choice-store.ts';
import { addDelivery } from '../store/delivery-store.ts';
import { countForDay, clearDaily } from '../store/notice-store.ts';
import { addressOn, quietOf, readWays, sendSoon } from './relay-outbox.ts';

/** Once a day and person, at the time they chose: one message for all that has a deadline near or behind it and all they wanted together. */
export async function makeDailyMessages(context: Context): Promise<number> {
  const ways = await readWays(context);
  const today = localTime(context.now, ways.zone);
  const contacts = await listContacts(context.db, context.now, null);
  let made = 0;
  for (const contact of contacts) {
    const own = ways.choices.get(contact.personId) ?? noChoice;
    const at = minutesOf(own.dailyAt ?? ways.policy.dailyAt);
    if (today.minutes < at || own.dailyOn === today.date) continue;
    // What came later today waits for tomorrow: one message a day, at its time.
    const until = instantAt(today.date, at, ways.zone);
    const { items, due } = await countForDay(context, contact.personId, until, new Date(until.getTime() + remindDays * 86_400_000));
    if (items === 0 || !(await takeDay(context, contact.personId, today.date))) continue;
    for (const channel of ways.channels.filter(({ kind }) => addressOn(kind, contact, own) !== null)) {
      await addDelivery(context, {
        channelId: channel.id, personId: contact.personId, noticeId: null, purpose: 'daily', kind: null, itemCount: items, dueCount: due,
        cause: `daily ${contact.personId} ${today.date}`, sendAt: sendAt(context.now, ways.zone, quietOf(own, ways.policy), null),
      });
    }
    await clearDaily(context, contact.personId, until);
    made += 1;
  }
  if (made > 0 && ways.channels.length > 0) sendSoon(context);
  return made;
}
