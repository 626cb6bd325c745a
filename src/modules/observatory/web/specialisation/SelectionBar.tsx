import { useId } from 'react';
import type { CrossTableSummary } from '#modules/indicator/words/cross-table.schema.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { Text } from '#web/i18n/use-text.ts';
import { Chip } from '#web/kit/Chip.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import type { Overview } from '../../words/specialisation.schema.ts';
import { Choice } from './Choice.tsx';
import { NumberField } from './NumberField.tsx';
import { TimeSlider } from './TimeSlider.tsx';
import type { SelectionState } from './use-selection.ts';

interface BarProps {
  overview: Overview;
  tables: readonly CrossTableSummary[];
  selection: SelectionState;
}

/** What is in focus belongs to one table; another table may have neither its regions nor its industries. */
export const ofTable = { regionLevel: undefined, industryLevel: undefined, firms: undefined, since: undefined, sizes: undefined, industry: undefined, region: undefined, regions: undefined, cell: undefined, exclude: undefined } as const;

const levelWord = (text: Text, level: string): string => {
  const key = `observatory.specialisation.level.${level}`;
  const words = text(key as 'observatory.specialisation.level.own');
  return words === key ? level : words;
};

/** Table, time, levels, earlier table and table of establishments; then what is left out. */
export function SelectionBar({ overview, tables, selection }: BarProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { others } = overview;
  const titled = (table: { name: Overview['table']['name']; period: string; vintage: Overview['table']['vintage']; edition: Overview['table']['edition'] }) => [name(table.name), format.period(table.period), table.vintage?.title, table.edition ? text('observatory.specialisation.edition', { number: String(table.edition.number) }) : null].filter(Boolean).join(' · ');
  const refused = (reason: string | null) => (reason === null ? null : text(`observatory.specialisation.differs.${reason}` as 'observatory.specialisation.differs.otherUnit'));
  const levels = (list: Overview['regionLevels']) => list.map(({ level, lines }) => ({ value: level, label: `${levelWord(text, level)} (${format.count(lines)})` }));
  const related = others.filter(({ asEarlier }) => asEarlier !== 'otherAreas' && asEarlier !== 'otherIndustries' && asEarlier !== 'otherMeasure');
  const units = others.filter(({ asFirms }) => asFirms === null || asFirms === 'otherPeriod' || asFirms === 'otherBasis');
  return (
    <section className="card selection-bar" aria-label={text('observatory.specialisation.selection')}>
      <div className="selection-row">
        <Choice label={text('observatory.specialisation.table')} value={overview.table.id} options={tables.map((table) => ({ value: table.id, label: titled(table) }))} onChange={(table) => selection.set({ ...ofTable, table }, { push: true })} />
        {overview.regionLevels.length > 0 ? <Choice label={text('observatory.specialisation.regionLevel')} value={overview.regionLevel ?? ''} {...(overview.regionLevel === null || selection.query.regionLevel ? { none: levelWord(text, 'own') } : {})} options={levels(overview.regionLevels)} onChange={(level) => selection.set({ regionLevel: level || undefined, region: undefined, regions: undefined, cell: undefined })} /> : null}
        {overview.industryLevels.length > 0 ? <Choice label={text('observatory.specialisation.industryLevel')} value={overview.industryLevel ?? ''} {...(overview.industryLevel === null || selection.query.industryLevel ? { none: levelWord(text, 'own') } : {})} options={levels(overview.industryLevels)} onChange={(level) => selection.set({ industryLevel: level || undefined, industry: undefined, cell: undefined })} /> : null}
        {related.length > 0 ? <Choice label={text('observatory.specialisation.since')} value={overview.since?.id ?? ''} none={text('observatory.specialisation.since.none')} options={related.map((table) => ({ value: table.id, label: titled(table), refused: refused(table.asEarlier) }))} onChange={(since) => selection.set({ since: since || undefined })} /> : null}
        {units.length > 0 ? <Choice label={text('observatory.specialisation.firms')} value={overview.firms?.id ?? ''} none={text('observatory.specialisation.firms.none')} options={units.map((table) => ({ value: table.id, label: titled(table), refused: refused(table.asFirms) }))} onChange={(firms) => selection.set({ firms: firms || undefined })} /> : null}
      </div>
      <TimeSlider overview={overview} selection={selection} />
      <LeftOut overview={overview} selection={selection} />
    </section>
  );
}

/** Nothing is left out by itself: leftover columns are offered by their names, small regions by a number. */
function LeftOut({ overview, selection }: Pick<BarProps, 'overview' | 'selection'>) {
  const text = useText();
  const name = useName();
  const id = useId();
  const named = selection.query.exclude?.split(',') ?? [];
  const leftovers = overview.industries.filter(({ leftover }) => leftover).length;
  const set = (values: readonly string[]) => selection.set({ exclude: values.length > 0 ? values.join(',') : undefined, industry: undefined, cell: undefined });
  const hasLeftover = named.includes('leftover');
  return (
    <div className="selection-row" role="group" aria-labelledby={id}>
      <span id={id} className="small quiet">{text('observatory.specialisation.leaveOut')}</span>
      {leftovers > 0 ? <Chip on={hasLeftover} onClick={() => set(hasLeftover ? named.filter((one) => one !== 'leftover') : ['leftover', ...named])}>{text('observatory.specialisation.leftovers', { count: leftovers })}</Chip> : null}
      <FilterChip label={text('observatory.specialisation.industriesOut')} options={overview.industries.map((industry) => ({ value: industry.id.slice(-12), label: name(industry.name) || industry.code }))} chosen={named.filter((one) => one !== 'leftover')} onChange={(values) => set([...(hasLeftover ? ['leftover'] : []), ...values])} />
      <NumberField label={text('observatory.specialisation.minSize')} value={selection.query.minSize ?? ''} onChange={(minSize) => selection.set({ minSize: minSize || undefined, region: undefined, cell: undefined })} />
    </div>
  );
}
