import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { countPlaceFacets } from '../../words/place.contract.ts';
import type { PlaceFilter } from '../../words/place.schema.ts';
import { CountBars } from '../facet/CountBars.tsx';

interface BreakdownProps {
  filter: Partial<PlaceFilter>;
  onChoose: (name: 'subtype' | 'level' | 'function' | 'territoryId', value: string) => void;
}

/** The listed places by kind, level, use and territory, and how many serve a cluster or have grown into one. */
export function PlaceBreakdown({ filter, onChoose }: BreakdownProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const query = useRoute(countPlaceFacets, { query: filter }, { keepPrevious: true });
  return (
    <Loaded query={query} what={text('registry.cluster.breakdown')} lines={8}>
      {(facets) => (
        <div className="columns">
          <div className="stack">
            <CountBars title={text('registry.field.subtype')} bars={facets.bySubtype.map(({ kind, subtype, count }) => ({ key: `${kind} ${subtype}`, label: subtype ? textOr(`registry.placeSubtype.${subtype}`, subtype) : text('registry.facet.subtypeUnknown', { type: text(`registry.placeKind.${kind}`) }), count, choose: subtype ? () => onChoose('subtype', subtype) : undefined }))} />
            <CountBars title={text('registry.column.level')} bars={facets.byLevel.map(({ level, count }) => ({ key: level ?? 'unknown', label: level ? text(`registry.level.${level}`) : text('registry.unknown'), count, choose: level ? () => onChoose('level', level) : undefined }))} />
            <CountBars title={text('registry.place.functions')} caption={text('registry.place.productionOnly', { count: facets.productionOnly })} bars={facets.byFunction.map(({ function: use, count }) => ({ key: use, label: text(`registry.placeFunction.${use}`), count, choose: () => onChoose('function', use) }))} />
          </div>
          <div className="stack">
            <Card title={text('registry.place.links')}>
              <dl className="facts">
                {([['inCluster', facets.inCluster], ['graduated', facets.graduated]] as const).map(([key, count]) => (
                  <div key={key} className="facts-pair"><dt>{text(`registry.place.${key}`)}</dt><dd>{format.count(count)}</dd></div>
                ))}
              </dl>
            </Card>
            <CountBars title={text('registry.field.territory')} bars={[...facets.byTerritory.map((each) => ({ key: each.id, label: name(each.name), count: each.count, choose: () => onChoose('territoryId', each.id) })), ...(facets.withoutTerritory > 0 ? [{ key: 'unknown', label: text('registry.unknown'), count: facets.withoutTerritory }] : [])]} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
