import type { Name } from '../i18n/name.schema.ts';
import { daysBetween, isWeekend, weekdayOf, yearOf, type WorkingCalendar } from './calendar-day.rules.ts';
import type { Step } from './deadline.schema.ts';

const weekdays = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] } as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

const parts = (day: string): { month: number; date: number } => ({ month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) });
const shortDay = (day: string): Step => {
  const { month, date } = parts(day);
  return { zh: `${month}月${date}日`, en: `${date} ${months[month - 1]}` };
};
/** With weekday and year: the ends of a period must leave no doubt. */
const fullDay = (day: string): Step => {
  const { zh, en } = shortDay(day);
  const weekday = weekdayOf(day);
  return { zh: `${yearOf(day)}年${zh}（${weekdays.zh[weekday]}）`, en: `${weekdays.en[weekday]} ${en} ${yearOf(day)}` };
};
const nameOf = (name: Name): Step => ({ zh: name.zh ?? name.en ?? '', en: name.en ?? name.zh ?? '' });

export function startsAfter(day: string): Step {
  const words = fullDay(day);
  return { zh: `自${words.zh}起算，当日不计。`, en: `It begins on ${words.en}, which is not counted itself.` };
}

export function countedWorkingDays(count: number, day: string): Step {
  const words = fullDay(day);
  return { zh: `第 ${count} 个工作日是${words.zh}。`, en: `Working day ${count} is ${words.en}.` };
}

export function countedDays(count: number, day: string): Step {
  const words = fullDay(day);
  return { zh: `第 ${count} 日是${words.zh}，休息日照计。`, en: `Day ${count} is ${words.en}; days off are counted.` };
}

export function monthlyDay(wanted: number, day: string): Step {
  const words = fullDay(day);
  const isShort = parts(day).date < wanted;
  return isShort
    ? { zh: `每月 ${wanted} 日；当月没有这一天，取月末${words.zh}。`, en: `Every month on day ${wanted}; this month is shorter, so its last day counts: ${words.en}.` }
    : { zh: `每月 ${wanted} 日，即${words.zh}。`, en: `Every month on day ${wanted}: ${words.en}.` };
}

export function fixedDay(day: string): Step {
  const words = fullDay(day);
  return { zh: `固定日期：${words.zh}。`, en: `A fixed date: ${words.en}.` };
}

export function movedFrom(day: string, calendar: Pick<WorkingCalendar, 'days'>): Step {
  const words = shortDay(day);
  const special = calendar.days.get(day);
  const why = special ? nameOf(special.name) : { zh: weekdays.zh[weekdayOf(day)] ?? '', en: `a ${weekdays.en[weekdayOf(day)]}` };
  return { zh: `${words.zh}逢${why.zh}，不是工作日。`, en: `${words.en} is no working day (${why.en}).` };
}

export function movedTo(day: string, roll: 'nextWorkingDay' | 'previousWorkingDay'): Step {
  const words = fullDay(day);
  return roll === 'nextWorkingDay' ? { zh: `顺延至下一个工作日${words.zh}。`, en: `It moves to the next working day, ${words.en}.` } : { zh: `提前至上一个工作日${words.zh}。`, en: `It moves back to the working day before, ${words.en}.` };
}

export function until(day: string, at: string | undefined, timeZone: string): Step {
  const words = shortDay(day);
  return at === undefined ? { zh: `截至${words.zh} 24 时（${timeZone}）。`, en: `It ends with the end of ${words.en} (${timeZone}).` } : { zh: `截至${words.zh} ${at}（${timeZone}）。`, en: `It ends on ${words.en} at ${at} (${timeZone}).` };
}

export function notAnnounced(year: number): Step {
  return { zh: `${year} 年放假安排尚未公布，暂按周一至周五计，公布后重新计算。`, en: `The holidays of ${year} are not announced yet. Monday to Friday are counted for now, and it is computed again once they are.` };
}

/** What made these days differ from a plain week: holidays, days of rest that are worked, weekends. */
export function exceptions(days: readonly string[], calendar: Pick<WorkingCalendar, 'days'>): Step[] {
  const steps: Step[] = [];
  let weekend = 0;
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] ?? '';
    const special = calendar.days.get(day);
    if (special?.kind === 'workday') steps.push(worked(day));
    else if (special) {
      const first = day;
      while (isSameHoliday(special.name, calendar.days.get(days[index + 1] ?? ''))) index += 1;
      steps.push(skipped(first, days[index] ?? first, special.name));
    } else if (isWeekend(day)) weekend += 1;
  }
  if (weekend > 0) steps.push({ zh: `跳过 ${weekend} 个周末休息日。`, en: weekend === 1 ? 'Skipped 1 day of a weekend.' : `Skipped ${weekend} days of weekends.` });
  return steps;
}

function isSameHoliday(name: Name, other: { kind: string; name: Name } | undefined): boolean {
  return other?.kind === 'holiday' && other.name.zh === name.zh && other.name.en === name.en;
}

function worked(day: string): Step {
  const words = shortDay(day);
  const weekday = weekdayOf(day);
  return { zh: `${words.zh}（${weekdays.zh[weekday]}）调休上班，计入。`, en: `${weekdays.en[weekday]} ${words.en} is a make-up working day and counts.` };
}

function skipped(first: string, last: string, name: Name): Step {
  const words = nameOf(name);
  const [from, to] = [shortDay(first), shortDay(last)];
  if (first === last) return { zh: `跳过${words.zh}（${from.zh}）。`, en: `Skipped ${words.en} (${from.en}).` };
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  const start = sameMonth ? String(parts(first).date) : from.en;
  const days = daysBetween(first, last) + 1;
  return { zh: `跳过${words.zh}（${from.zh}至${sameMonth ? `${parts(last).date}日` : to.zh}，${days} 天）。`, en: `Skipped ${words.en} (${start}–${to.en}).` };
}
