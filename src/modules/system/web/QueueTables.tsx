import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { QueueView } from '../system.schema.ts';

type QueueLine = QueueView['kinds'][number];
type ScheduleLine = QueueView['schedules'][number];

export function QueueTable({ lines }: { lines: readonly QueueLine[] }) {
  const text = useText();
  const both = useBilingual();
  const format = useFormat();
  const columns: Column<QueueLine>[] = [
    { key: 'kind', label: text('system.job.kind'), fixed: true, cell: (line) => <span className="strong">{both(line.label)}</span> },
    { key: 'waiting', label: text('web.job.waiting'), number: true, cell: (line) => format.count(line.waiting) },
    { key: 'later', label: text('system.queue.later'), number: true, cell: (line) => format.count(line.later) },
    { key: 'running', label: text('web.job.running'), number: true, cell: (line) => format.count(line.running) },
    { key: 'failed', label: text('web.job.failed'), number: true, cell: (line) => (line.failed > 0 ? <Tag tone="critical">{format.count(line.failed)}</Tag> : format.count(0)) },
    { key: 'oldest', label: text('system.queue.oldest'), cell: (line) => (line.oldestWaitingAt ? format.moment(line.oldestWaitingAt) : '—') },
  ];
  return <DataTable caption={text('system.queue')} columns={columns} rows={lines} rowKey={(line) => line.kind} />;
}

export function ScheduleTable({ lines }: { lines: readonly ScheduleLine[] }) {
  const text = useText();
  const both = useBilingual();
  const format = useFormat();
  const when = (cron: string) => {
    if (cron === '* * * * *') return text('system.schedule.everyMinute');
    const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(cron) ?? [];
    return minute && hour ? text('system.schedule.daily', { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` }) : <code>{cron}</code>;
  };
  const result = (line: ScheduleLine) => {
    if (line.lastState === null) return <span className="quiet">{text('system.schedule.never')}</span>;
    return line.lastState === 'done' ? <Tag tone="positive">{text('web.job.done')}</Tag> : <span><Tag tone="critical">{text('web.job.failed')}</Tag> {both(line.lastFailure)}</span>;
  };
  const columns: Column<ScheduleLine>[] = [
    { key: 'kind', label: text('system.job.kind'), fixed: true, cell: (line) => <span className="strong">{both(line.label)}</span> },
    { key: 'per', label: text('system.schedule.per'), cell: (line) => text(`system.schedule.per.${line.per}`) },
    { key: 'cron', label: text('system.schedule.cron'), cell: (line) => when(line.cron) },
    { key: 'lastDue', label: text('system.schedule.lastDue'), cell: (line) => (line.lastDue ? format.moment(line.lastDue) : '—') },
    { key: 'lastFinished', label: text('system.schedule.lastFinished'), cell: (line) => (line.lastFinished ? format.moment(line.lastFinished) : '—') },
    { key: 'result', label: text('system.schedule.result'), cell: result },
  ];
  return <DataTable caption={text('system.schedules')} columns={columns} rows={lines} rowKey={(line) => line.kind} />;
}
