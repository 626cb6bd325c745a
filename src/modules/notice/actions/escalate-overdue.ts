import { listContacts } from '#modules/identity/index.ts';
import type { Context } from '#platform/module/module.ts';
import { readPolicy } from '../store/choice-store.ts';
import { listOverdue, markEscalated } from '../store/notice-store.ts';
import { workingDayCounter } from '../store/space-day.ts';
import { superiorsOfPerson } from './resolve-address.ts';

/** What nobody did for so many working days after its deadline goes to the superior, once; the person is told so. */
export async function escalateOverdue(context: Context): Promise<number> {
  const { escalateAfter } = await readPolicy(context);
  if (escalateAfter === 0) return 0;
  const overdue = await listOverdue(context);
  if (overdue.length === 0) return 0;
  const everybody = await listContacts(context.db, context.now, null);
  const workingDaysSince = await workingDayCounter(context);
  let escalated = 0;
  for (const notice of overdue) {
    const days = workingDaysSince(notice.due_at);
    if (days < escalateAfter) continue;
    const superiors = await superiorsOfPerson(context, notice.person_id, everybody);
    const subject = { kind: notice.subject_kind, id: notice.subject_id };
    const about = { subject, href: notice.href, ...(notice.name ? { name: notice.name } : {}) };
    if (superiors.length > 0) {
      context.notify({ ...about, kind: 'notice.escalated', to: { people: superiors }, params: { person: notice.person_name.zh ?? notice.person_name.en ?? '', days } });
      context.notify({ ...about, kind: 'notice.escalatedOwn', to: { people: [notice.person_id] }, params: { days } });
    }
    await markEscalated(context, notice.id);
    escalated += 1;
  }
  return escalated;
}
