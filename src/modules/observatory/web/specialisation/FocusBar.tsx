import { call } from '#web/api/client.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Combobox, type ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { listSpecialisationIndustries, listSpecialisationRegions } from '../../words/specialisation.contract.ts';
import type { Line } from '../../words/specialisation.schema.ts';
import type { ViewProps } from './view.ts';

/** Finds regions or industries of the selection by name or code. */
export function useLineFinder({ overview, selection }: ViewProps) {
  const name = useName();
  const option = (line: Line): ComboboxOption => ({ value: line.id, label: name(line.name) || line.code, ...(line.code === name(line.name) ? {} : { detail: line.code }) });
  const input = (words: string) => ({ params: { crossTableId: overview.table.id }, query: { ...selection.query, limit: 20, ...(words ? { q: words.slice(0, 100) } : {}) } });
  return {
    regions: async (words: string, signal: AbortSignal) => (await call(listSpecialisationRegions, { ...input(words), signal })).items.map(option),
    industries: async (words: string, signal: AbortSignal) => (await call(listSpecialisationIndustries, { ...input(words), signal })).items.map(option),
    option,
  };
}

/** The industry and the region that the pictures and the table are about. */
export function FocusBar({ overview, selection }: ViewProps) {
  const text = useText();
  const find = useLineFinder({ overview, selection });
  const [industry, region] = [selection.read('industry'), selection.read('region')];
  const known = useKnownRegion({ overview, selection }, region);
  const ofIndustry = overview.industries.find(({ id }) => id === industry);
  return (
    <div className="selection-row focus-bar">
      <span className="choice-field">
        <span className="small quiet" id="focus-industry">{text('observatory.specialisation.focusIndustry')}</span>
        <Combobox aria-label={text('observatory.specialisation.focusIndustry')} value={industry ?? null} known={ofIndustry ? find.option(ofIndustry) : null} find={find.industries} onChange={(option) => selection.set({ industry: option?.value, cell: undefined })} placeholder={text('observatory.specialisation.allIndustries')} />
      </span>
      <span className="choice-field">
        <span className="small quiet">{text('observatory.specialisation.focusRegion')}</span>
        <Combobox key={known?.value ?? region ?? ''} aria-label={text('observatory.specialisation.focusRegion')} value={region ?? null} known={known} find={find.regions} onChange={(option) => selection.set({ region: option?.value, cell: undefined })} placeholder={text('observatory.specialisation.allRegions')} />
      </span>
    </div>
  );
}

/** The name of a region that only the address names. */
export function useKnownRegion({ overview, selection }: ViewProps, region: string | undefined): ComboboxOption | null {
  const find = useLineFinder({ overview, selection });
  const rows = useRoute(listSpecialisationRegions, { params: { crossTableId: overview.table.id }, query: { ...selection.query, limit: 200 } }, { enabled: region !== undefined, staleTime: 60_000 });
  const line = rows.data?.items.find(({ id }) => id === region);
  return line ? find.option(line) : null;
}
