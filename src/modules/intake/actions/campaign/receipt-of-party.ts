import { readTimeZone } from '#modules/calendar/index.ts';
import { formatDay } from '#kernel/quantity/format-words.ts';
import { dayOf } from '#platform/calendar/zoned-time.rules.ts';
import { shownName, type Name } from '#platform/i18n/name.schema.ts';
import { nameOnMark, printMark } from '#platform/level/print-mark.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { releasesOf, valuesOf } from '../../store/submission.store.ts';
import { purposeOf, throughGate } from './party-reader.ts';
import { openParty, submissionsOf } from './party-view.ts';
import type { ReceiptProps } from './Receipt.tsx';
import { today } from './today.ts';

/** What a clerk keeps, as its reader may see it: what was sent, when, by whom, under which number. */
export async function receiptOf(context: Context, partyId: string): Promise<Result<ReceiptProps, 'notFound' | 'nothingSubmitted'>> {
  const opened = await openParty(context, partyId);
  if (!opened) return fail('notFound');
  const { party, campaign, edition } = opened;
  const submission = (await submissionsOf(context, party.id))[0];
  if (!submission) return fail('nothingSubmitted');
  const { language } = context;
  const text = context.installation.texts(language);
  const timeZone = await readTimeZone(context.db);
  const { purpose } = await purposeOf(context, party);
  const [releases, day] = [await releasesOf(context.db, party.id), await today(context)];
  const values = (await valuesOf(context.db, submission.id)).map((value) => throughGate(value, purpose, releases, day));
  const name = (given: Name | null): string => (given ? shownName(given, language).text : '—');
  const watermark = printMark(context.actor, context.now, 'sensitive', { language, timeZone });
  return ok({
    language, text, name, party, campaign, edition, submission, values,
    title: text('intake.receipt.title', { campaign: name(campaign.name), period: campaign.period }),
    at: formatDay(dayOf(new Date(submission.submittedAt), timeZone), language, 'table'),
    footer: text('intake.receipt.footer', { name: nameOnMark(context.actor), day: formatDay(day, language) }),
    ...(watermark ? { watermark } : {}),
  });
}
