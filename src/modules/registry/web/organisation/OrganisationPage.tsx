import { useList, useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useFigures } from '#web/kit/figure/use-figures.ts';
import { usePageParams } from '#web/router/use-search.ts';
import { listClusters } from '../../words/cluster.contract.ts';
import { getOrganisation } from '../../words/organisation.contract.ts';
import { OrganisationPortrait } from './OrganisationPortrait.tsx';

export default function OrganisationPage() {
  const text = useText();
  const { organisationId } = usePageParams('organisationId');
  const query = useRoute(getOrganisation, { params: { organisationId } });
  const figures = useFigures('organisation', organisationId);
  const clusters = useList(listClusters, { query: { organisationId, limit: 200 } });
  const promoted = useList(listClusters, { query: { promoterId: organisationId, limit: 200 } });
  return (
    <Loaded query={query} what={text('registry.organisation')} lines={12}>
      {(organisation) => <OrganisationPortrait organisation={organisation} figures={figures.error ? undefined : (figures.data?.items ?? null)} clusters={clusters} promoted={promoted} />}
    </Loaded>
  );
}
