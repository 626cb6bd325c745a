import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useFigures } from '#web/kit/figure/use-figures.ts';
import { usePageParams } from '#web/router/use-search.ts';
import { getPlace } from '../../words/place.contract.ts';
import { PlacePortrait } from './PlacePortrait.tsx';

export default function PlacePage() {
  const text = useText();
  const { placeId } = usePageParams('placeId');
  const query = useRoute(getPlace, { params: { placeId } });
  const figures = useFigures('place', placeId);
  return (
    <Loaded query={query} what={text('registry.place')} lines={10}>
      {(place) => <PlacePortrait key={place.id} place={place} figures={figures.error ? undefined : (figures.data?.items ?? null)} />}
    </Loaded>
  );
}
