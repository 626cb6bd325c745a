import type { Context, JobKind, JobWork } from '#platform/module/module.ts';
import { escalateOverdue } from './escalate-overdue.ts';
import { makeDailyMessages } from './make-daily.ts';
import { relayOutbox } from './relay-outbox.ts';
import { sendDeliveries } from './send-deliveries.ts';
import { tidyNotices } from './tidy-notices.ts';

type Transactions = <Value>(work: (context: Context) => Promise<Value>) => Promise<Value>;

/** Everything that needs nobody outside: a dead channel is no reason to wait for it. */
export async function runRelay(asSystem: Transactions): Promise<void> {
  await asSystem(escalateOverdue);
  let kept = 0;
  for (let last = await asSystem(relayOutbox); last.passed > 0 || last.kept > 0; last = await asSystem(relayOutbox)) {
    kept = last.kept;
    if (last.passed === 0) break;
  }
  await asSystem(makeDailyMessages);
  if (kept > 0) throw new Error(`${kept} notices could not be passed on`);
}

const everyMinute = { cron: '* * * * *', per: 'space' } as const;
const inSpace = (work: JobWork): Transactions => (step) => work.asSystem(step);

export const noticeJobs: Readonly<Record<string, JobKind>> = {
  'notice.relay': {
    label: { zh: '分送通知', en: 'Pass notices on' },
    schedule: everyMinute,
    follows: 'notices',
    run: (work) => runRelay(inSpace(work)),
  },
  'notice.send': {
    label: { zh: '经通道发送', en: 'Send over channels' },
    schedule: everyMinute,
    tries: 1,
    run: (work) => sendDeliveries({ asSystem: inSpace(work), signal: work.signal }),
  },
  'notice.tidy': tidyNotices,
};
