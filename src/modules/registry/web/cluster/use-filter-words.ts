import { useName } from '#web/i18n/names.ts';
import { useRoute } from '#web/api/use-route.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { getCluster } from '../../words/cluster.contract.ts';
import type { OrganisationFilter } from '../../words/organisation.schema.ts';
import { getPlace } from '../../words/place.contract.ts';
import { useKnownIndustry, useKnownList, useKnownTerritory } from '../find/find.ts';

type Given = Partial<OrganisationFilter> | null;

/** An organisation filter as people say it: `地区：广东省，类型：企业`. */
export function useFilterWords(filter: Given): string {
  const text = useText();
  const name = useName();
  const territory = useKnownTerritory(filter?.territoryId);
  const industry = useKnownIndustry(filter?.industryId);
  const list = useKnownList(filter?.listId);
  const cluster = useRoute(getCluster, { params: { clusterId: filter?.clusterId ?? '' } }, { enabled: Boolean(filter?.clusterId) }).data;
  const place = useRoute(getPlace, { params: { placeId: filter?.placeId ?? '' } }, { enabled: Boolean(filter?.placeId) }).data;
  if (!filter) return '';
  const is = (label: string, value: string | undefined) => (value ? [text('web.filter.is', { label, value })] : []);
  const coded = (family: string, value: string | undefined) => (value ? textOr(`registry.${family}.${value}`, value) : undefined);
  return [
    ...is(text('web.search'), filter.q),
    ...is(text('registry.field.territory'), filter.territoryId && (territory?.label ?? filter.territoryId)),
    ...is(text('registry.field.industry'), filter.industryId && (industry?.label ?? filter.industryId)),
    ...is(text('registry.field.industryLabel'), filter.industryLabel),
    ...is(text('registry.field.type'), coded('organisationType', filter.type)),
    ...is(text('registry.field.subtype'), coded('subtype', filter.subtype)),
    ...is(text('registry.field.sizeClass'), coded('sizeClass', filter.sizeClass)),
    ...is(text('registry.field.ownership'), coded('ownership', filter.ownership)),
    ...is(text('registry.field.origin'), coded('origin', filter.origin)),
    ...is(text('registry.field.sector'), coded('sector', filter.sector)),
    ...is(text('registry.title.level'), coded('level', filter.titleLevel)),
    ...is(text('registry.field.place'), filter.placeId && (name(place?.name) || filter.placeId)),
    ...is(text('registry.title'), coded('titleKey', filter.titleKey)),
    ...is(text('registry.recordKind.list'), filter.listId && (list?.label ?? filter.listId)),
    ...is(text('registry.recordKind.cluster'), filter.clusterId && (name(cluster?.name) || filter.clusterId)),
    ...is(text('registry.organisation.sample'), filter.sample && text(filter.sample === 'true' ? 'registry.organisation.sample.only' : 'registry.organisation.sample.none')),
    ...is(text('registry.organisation.pin'), filter.hasPin && text(filter.hasPin === 'true' ? 'registry.organisation.pin.yes' : 'registry.organisation.pin.no')),
    ...is(text('registry.cluster.importBatch'), filter.batchId),
  ].join(text('registry.comma'));
}
