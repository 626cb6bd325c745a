import { getDeadline } from '#modules/calendar/index.ts';
import { daysBetween } from '#kernel/quantity/calendar.ts';
import type { Context, JobKind } from '#platform/module/module.ts';
import { changeCampaign, findCampaign } from '../../store/campaign.store.ts';
import { openCampaignIds } from '../../store/campaign-day.store.ts';
import { remindOwing } from './remind.ts';
import { today } from './today.ts';

/** Reminds before the due date on the days that the campaign names, and once when it has passed. */
export async function remindCampaign(context: Context, id: string): Promise<number> {
  const campaign = await findCampaign(context, id);
  if (!campaign) return 0;
  // The calendar may have moved the day since.
  const deadline = await getDeadline(context, { kind: 'campaign', id });
  if (deadline && deadline.instant !== campaign.dueAt) await changeCampaign(context, id, { dueAt: deadline.instant });
  const dueDay = deadline?.day ?? campaign.dueAt?.slice(0, 10);
  const left = dueDay ? daysBetween(await today(context), dueDay) : null;
  if (left === null) return 0;
  if (left === -1) return (await remindOwing(context, campaign, null, 'intake.reportLate')).reminded;
  return campaign.remindDays.includes(left) ? (await remindOwing(context, campaign, null, 'intake.reportDue')).reminded : 0;
}

export const remindJob: JobKind = {
  label: { zh: '提醒未报单位', en: 'Remind those who have not reported' },
  schedule: { cron: '30 8 * * *', per: 'space' },
  run: async (work) => {
    const ids = await work.asSystem((context) => openCampaignIds(context.db));
    let reminded = 0;
    for (const [index, id] of ids.entries()) {
      reminded += await work.asSystem((context) => remindCampaign(context, id));
      await work.progress(index + 1, ids.length);
    }
    return { words: { zh: `提醒 ${reminded} 家`, en: `${reminded} reminded` } };
  },
};
