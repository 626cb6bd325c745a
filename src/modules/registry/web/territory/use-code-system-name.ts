import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { listCodeSystems } from '../../words/territory.contract.ts';

/** What a code system is called; groups of territories are called after their level. */
export function useCodeSystemName(): (id: string) => string {
  const text = useText();
  const name = useName();
  const { data } = useRoute(listCodeSystems, {}, { staleTime: Infinity });
  const groups = new Map([['cn-group', text('registry.territoryLevel.cityGroup')], ['cn-region', text('registry.territoryLevel.macroRegion')]]);
  return (id) => groups.get(id) ?? name(data?.items.find((each) => each.id === id)?.name) ?? '';
}
