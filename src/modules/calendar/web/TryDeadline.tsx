import { useState } from 'react';
import type { DeadlineRule } from '#platform/calendar/deadline.schema.ts';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { DeadlineNote } from '#web/kit/deadline/DeadlineNote.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { tryDeadline } from '../calendar.contract.ts';

const kinds = ['workingDays', 'days', 'monthly'] as const;
type Kind = (typeof kinds)[number];

function ruleOf(kind: Kind, count: number, at: string): DeadlineRule {
  const time = at ? { at } : {};
  if (kind === 'workingDays') return { workingDays: count, ...time };
  return kind === 'days' ? { days: count, roll: 'nextWorkingDay', ...time } : { monthly: count, roll: 'nextWorkingDay', ...time };
}

/** Counts as the product counts, and shows how. Nothing is kept. */
export function TryDeadline({ today }: { today: string }) {
  const text = useText();
  const [kind, setKind] = useState<Kind>('workingDays');
  const [count, setCount] = useState('10');
  const [start, setStart] = useState(today);
  const [at, setAt] = useState('');
  const compute = useWrite(tryDeadline);
  const number = Number(count);
  const most = kind === 'monthly' ? 31 : 2000;
  const missing = Number.isInteger(number) && number >= 1 && number <= most && start ? undefined : text('calendar.try.missing', { most });
  const send = () => compute.mutate({ body: { rule: ruleOf(kind, number, at), start: `${start}T12:00:00Z` } });
  return (
    <Card title={text('calendar.try')} caption={text('calendar.try.caption')}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); if (!missing) send(); }}>
        <div><Segmented label={text('calendar.try.rule')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: text(`calendar.try.${value}`) }))} /></div>
        <div className="columns">
          <label className="field"><span className="field-label">{text(kind === 'monthly' ? 'calendar.try.dayOfMonth' : 'calendar.try.count')}</span><input className="input" inputMode="numeric" value={count} onChange={(event) => setCount(event.target.value)} /></label>
          <label className="field"><span className="field-label">{text('calendar.try.start')}</span><input className="input" type="date" value={start} onChange={(event) => setStart(event.target.value)} /></label>
          <label className="field"><span className="field-label">{text('calendar.try.at')}</span><input className="input" type="time" value={at} onChange={(event) => setAt(event.target.value)} /></label>
        </div>
        <div><Button type="submit" busy={compute.isPending} missing={missing}>{text('calendar.try.do')}</Button></div>
        <div role="status">{compute.data ? <DeadlineNote deadline={compute.data} open /> : null}</div>
        {compute.error ? <p role="alert" className="field-error">{problemText(compute.error, text)}</p> : null}
      </form>
    </Card>
  );
}
