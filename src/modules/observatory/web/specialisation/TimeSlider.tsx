import { useId } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Overview } from '../../words/specialisation.schema.ts';
import type { SelectionState } from './use-selection.ts';

/** Editions of the same scope in time: measure, unit, class and both systems alike. Levels, exclusions and focus stay; an earlier table that no longer fits is let go. */
export function TimeSlider({ overview, selection }: { overview: Overview; selection: SelectionState }) {
  const text = useText();
  const format = useFormat();
  const id = useId();
  const steps = [overview.table, ...overview.others.filter(({ differs }) => differs === null)].toSorted((a, b) => (a.period === b.period ? (a.vintage?.releasedOn ?? '').localeCompare(b.vintage?.releasedOn ?? '') : a.period < b.period ? -1 : 1));
  if (steps.length < 2) return <p className="small quiet time-none">{text('observatory.specialisation.time.none')}</p>;
  const at = steps.findIndex(({ id: step }) => step === overview.table.id);
  const label = (step: (typeof steps)[number]) => [format.period(step.period), step.vintage?.title, step.edition ? text('observatory.specialisation.edition', { number: String(step.edition.number) }) : null].filter(Boolean).join(' · ');
  const go = (place: number) => {
    const step = steps[place];
    if (step && step.id !== overview.table.id) selection.set({ table: step.id, since: undefined, firms: undefined });
  };
  return (
    <div className="time-slider">
      <label htmlFor={id} className="small quiet">{text('observatory.specialisation.time')}</label>
      <input id={id} type="range" min={0} max={steps.length - 1} step={1} value={at} aria-valuetext={label(steps[at] as (typeof steps)[number])} onChange={(event) => go(Number(event.target.value))} />
      <output htmlFor={id}>{label(steps[at] as (typeof steps)[number])}</output>
      <span className="small quiet">{text('observatory.specialisation.time.of', { at: String(at + 1), count: String(steps.length) })}</span>
    </div>
  );
}
