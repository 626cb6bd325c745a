import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ChinaMap } from '#web/map/ChinaMap.tsx';
import type { Overview, Picture } from '../../words/specialisation.schema.ts';
import { rounded } from './use-number.ts';
import type { SelectionState } from './use-selection.ts';

/** Quotients of one industry on our own boundaries; nothing where the regions are no territories of the map. */
export function QuotientMap({ overview, selection, picture }: { overview: Overview; selection: SelectionState; picture: Picture | null }) {
  const text = useText();
  const name = useName();
  const industry = overview.industries.find(({ id }) => id === selection.read('industry')) ?? picture?.industries[0];
  if (overview.mapLevel === null) return null;
  const territory = new Map(picture?.regions.map(({ id, territoryId }) => [id, territoryId]));
  const values = (picture?.points ?? []).flatMap(({ region, lq, mark }) => {
    const id = territory.get(region);
    return id ? [{ id, value: lq === null ? null : Number(rounded(lq)), ...(mark === 's' ? { suppressed: true } : {}) }] : [];
  });
  const count = (test: (point: Picture['points'][number]) => boolean) => (picture?.points ?? []).filter(test).length;
  return (
    <ChinaMap
      title={`${text('observatory.specialisation.lq')} · ${industry ? name(industry.name) || industry.code : ''}`}
      level={overview.mapLevel}
      {...(overview.mapWithin ? { province: overview.mapWithin } : {})}
      values={values}
      source={overview.table.sourceTitle ?? name(overview.table.name)}
      summary={text('observatory.specialisation.mapSummary', { told: count(({ lq }) => lq !== null), above: count(({ lq }) => lq !== null && lq >= 1), suppressed: count(({ mark }) => mark === 's'), missing: count(({ mark }) => mark === 'm' || mark === 'n') })}
      low
    />
  );
}
