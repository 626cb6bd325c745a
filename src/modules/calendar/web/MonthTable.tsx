import { isWeekend } from '#platform/calendar/calendar-day.rules.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { CalendarDay } from '../calendar.schema.ts';
import { weeksOf } from './month-weeks.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export interface MonthTableProps {
  year: number;
  month: number;
  days: ReadonlyMap<string, CalendarDay>;
  today: string;
  onDay: ((day: string) => void) | null;
}

/** One month; what a day is stands in a sign and in words, the colour only repeats it. */
export function MonthTable({ year, month, days, today, onDay }: MonthTableProps) {
  const text = useText();
  return (
    <table className="month">
      <caption>{text('calendar.month', { month: text(`calendar.month.${month}` as 'calendar.month.1') })}</caption>
      <thead>
        <tr>{weekdays.map((weekday) => <th key={weekday} scope="col" abbr={text(`calendar.weekday.${weekday}`)}>{text(`calendar.weekdayShort.${weekday}`)}</th>)}</tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, row) => (
          <tr key={row}>{week.map((day, column) => (day ? <DayCell key={day} day={day} special={days.get(day)} isToday={day === today} onDay={onDay} /> : <td key={column} />))}</tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, special, isToday, onDay }: { day: string; special: CalendarDay | undefined; isToday: boolean; onDay: ((day: string) => void) | null }) {
  const text = useText();
  const name = useName();
  const kind = special?.kind ?? (isWeekend(day) ? 'weekend' : 'plain');
  const words = [special ? `${text(`calendar.kind.${special.kind}`)}: ${name(special.name)}` : kind === 'weekend' ? text('calendar.kind.weekend') : '', isToday ? text('calendar.today') : ''].filter(Boolean).join(', ');
  const content = (
    <>
      <span aria-hidden={words ? true : undefined}>{Number(day.slice(8))}</span>
      {special ? <i aria-hidden="true">{text(`calendar.sign.${special.kind}`)}</i> : null}
      {words ? <span className="visually-hidden">{Number(day.slice(8))}, {words}</span> : null}
    </>
  );
  return (
    <td className={`day day-${kind}${isToday ? ' day-today' : ''}`} title={words || undefined}>
      {onDay ? <button type="button" onClick={() => onDay(day)}>{content}</button> : <span className="day-plain-cell">{content}</span>}
    </td>
  );
}
