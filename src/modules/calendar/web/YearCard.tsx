import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { putYear } from '../calendar.contract.ts';
import type { CalendarYear } from '../calendar.schema.ts';
import { DayDialog } from './DayDialog.tsx';
import { ImportYear } from './ImportYear.tsx';
import { MonthTable } from './MonthTable.tsx';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve months of a year; whoever may edit presses a day. */
export function YearCard({ year, today, editable }: { year: CalendarYear; today: string; editable: boolean }) {
  const text = useText();
  const [day, setDay] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  const put = useWrite(putYear);
  const days = new Map(year.days.map((each) => [each.day, each]));
  const count = (kind: string) => year.days.filter((each) => each.kind === kind).length;
  const announce = (announced: boolean) => put.mutate({ params: { year: year.year }, body: { announced }, ifMatch: year.version });
  return (
    <Card
      title={text('calendar.year', { year: String(year.year) })}
      note={year.announced ? <Tag tone="positive" icon="check">{text('calendar.announced')}</Tag> : <Tag tone="warning" icon="warning">{text('calendar.notAnnounced')}</Tag>}
      actions={editable ? (
        <>
          <Button size="small" icon="upload" onClick={() => setImporting(true)}>{text('calendar.import')}</Button>
          <Button size="small" busy={put.isPending} onClick={() => announce(!year.announced)}>{text(year.announced ? 'calendar.withdraw' : 'calendar.announce')}</Button>
        </>
      ) : null}
      caption={text('calendar.legend', { holidays: count('holiday'), workdays: count('workday'), source: year.source })}
    >
      {year.announced ? null : <p className="notice notice-warning">{text('calendar.notAnnounced.hint')}</p>}
      {put.error ? <p role="alert" className="field-error">{problemText(put.error, text)}</p> : null}
      <ul className="legend" aria-label={text('calendar.legendTitle')}>
        <li><span className="day day-holiday">{text('calendar.sign.holiday')}</span> {text('calendar.kind.holiday')}</li>
        <li><span className="day day-workday">{text('calendar.sign.workday')}</span> {text('calendar.kind.workday')}</li>
        <li><span className="day day-weekend">6</span> {text('calendar.kind.weekend')}</li>
      </ul>
      <div className="months">
        {months.map((month) => <MonthTable key={month} year={year.year} month={month} days={days} today={today} onDay={editable ? setDay : null} />)}
      </div>
      {day ? <DayDialog key={day} day={day} special={days.get(day)} version={year.version} onClose={() => setDay(null)} /> : null}
      {importing ? <ImportYear year={year} onClose={() => setImporting(false)} /> : null}
    </Card>
  );
}
