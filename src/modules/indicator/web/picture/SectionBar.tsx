import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { groupKey, type Section, type SubjectGroup } from './use-section.ts';

export function useGroupWords(): (group: Pick<SubjectGroup, 'subjectKind' | 'system'>) => string {
  const text = useText();
  return ({ subjectKind, system }) => system ?? text(`indicator.subjectKind.${subjectKind}`);
}

/** Of whom, when, and as known on which day. The slider walks over the periods that are held, oldest first. */
export function SectionBar({ section, withPeriod = true }: { section: Section; withPeriod?: boolean }) {
  const text = useText();
  const format = useFormat();
  const words = useGroupWords();
  const { groups, group, period } = section;
  const steps = group?.periods.toReversed() ?? [];
  const at = steps.findIndex((each) => each.period === period?.period);
  const go = (to: number) => {
    const next = steps[to];
    if (next) section.setPeriod(next.period);
  };
  return (
    <div className="card indicator-section-bar">
      {groups.length > 1 ? (
        <label className="field">
          <span className="field-label">{text('indicator.section.of')}</span>
          <select className="input" value={group ? groupKey(group) : ''} onChange={(event) => section.setGroup(event.target.value)}>
            {groups.map((each) => <option key={groupKey(each)} value={groupKey(each)}>{`${words(each)} (${format.count(each.subjects)})`}</option>)}
          </select>
        </label>
      ) : null}
      {withPeriod && steps.length > 0 ? (
        <div className="field indicator-section-period">
          <label className="field-label" htmlFor="indicator-period">{text('indicator.field.period')}</label>
          <span className="row-tight">
            <select id="indicator-period" className="input" value={period?.period ?? ''} onChange={(event) => section.setPeriod(event.target.value)}>
              {steps.toReversed().map((each) => <option key={each.period} value={each.period}>{format.period(each.period)}</option>)}
            </select>
            {steps.length > 1 ? (
              <>
                <IconButton icon="back" label={text('indicator.section.earlier')} disabled={at <= 0} onClick={() => go(at - 1)} />
                <input type="range" min={0} max={steps.length - 1} value={Math.max(0, at)} aria-label={text('indicator.section.slide')} aria-valuetext={period ? format.period(period.period) : ''} onChange={(event) => go(Number(event.target.value))} />
                <IconButton icon="right" label={text('indicator.section.later')} disabled={at >= steps.length - 1} onClick={() => go(at + 1)} />
              </>
            ) : null}
          </span>
        </div>
      ) : null}
      <label className="field">
        <span className="field-label">{text('indicator.section.asOf')}</span>
        <input className="input" type="date" value={section.asOf ?? ''} onChange={(event) => section.setAsOf(event.target.value)} />
      </label>
      {section.asOf ? <p className="quiet small" role="status">{text('indicator.section.asOf.said', { date: format.date(section.asOf) })}</p> : null}
    </div>
  );
}
