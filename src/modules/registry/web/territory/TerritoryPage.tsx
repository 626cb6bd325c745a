import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useFigures } from '#web/kit/figure/use-figures.ts';
import { usePageParams } from '#web/router/use-search.ts';
import { getTerritory } from '../../words/territory.contract.ts';
import { TerritoryPortrait } from './TerritoryPortrait.tsx';

export default function TerritoryPage() {
  const text = useText();
  const { territoryId } = usePageParams('territoryId');
  const query = useRoute(getTerritory, { params: { territoryId } });
  const figures = useFigures('territory', territoryId);
  return (
    <Loaded query={query} what={text('registry.territory')} lines={10}>
      {(territory) => <TerritoryPortrait key={territory.id} territory={territory} figures={figures.error ? undefined : (figures.data?.items ?? null)} />}
    </Loaded>
  );
}
