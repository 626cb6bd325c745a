import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SelectField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { stringifySearch } from '#web/router/search.ts';
import { useGo } from '#web/router/use-search.ts';
import { formCluster } from '../../../words/cluster.contract.ts';
import { formClusterSchema, membershipClasses } from '../../../words/cluster.schema.ts';
import { countOrganisationFacets } from '../../../words/organisation.contract.ts';
import type { OrganisationFilter } from '../../../words/organisation.schema.ts';
import { clusterPath } from '../cluster-path.ts';
import { ClusterFields } from './ClusterFields.tsx';
import { FilterPreview } from './FilterPreview.tsx';

/** Every organisation that the filter finds now becomes a member; the filter is kept with the cluster. */
export function FormFromFilter({ filter }: { filter: OrganisationFilter }) {
  const text = useText();
  const go = useGo();
  const facets = useRoute(countOrganisationFacets, { query: filter });
  const search = stringifySearch(filter);
  const make = useWrite(formCluster, { touches: ['figure', 'map', 'territory', 'organisation'], onDone: (made) => go(clusterPath(made.id)) });
  const form = useForm({
    initial: {
      filter,
      membershipClass: 'other',
      cluster: {
        name: {},
        state: 'active',
        visibility: 'open',
        territories: filter.territoryId ? [{ territoryId: filter.territoryId, scope: 'base' }] : [],
        industryIds: filter.industryId ? [filter.industryId] : [],
        ...(filter.industryLabel ? { field: filter.industryLabel } : {}),
      },
    },
    schema: formClusterSchema,
    draft: `cluster.form${search}`,
    submit: (body) => make.mutateAsync({ body }),
  });
  const total = facets.data?.total ?? null;
  return (
    <div className="form-beside">
      <Form
        form={form}
        label={text('registry.cluster.form')}
        actions={
          <>
            <ButtonLink href={`/organisations${search}`}>{text('registry.cluster.form.back')}</ButtonLink>
            <Button kind="primary" type="submit" icon="cluster" busy={form.sending} missing={total === 0 ? text('registry.reason.nobodyMatches') : undefined}>
              {total === null ? text('registry.cluster.form') : text('registry.cluster.form.submit', { count: total })}
            </Button>
          </>
        }
      >
        <Card title={text('registry.cluster.form.what')}>
          <div className="stack form-fields">
            <ClusterFields form={form} prefix="cluster." />
            <SelectField form={form} path="membershipClass" label={text('registry.cluster.form.class')} options={membershipClasses.map((value) => ({ value, label: text(`registry.membershipClass.${value}`) }))} help={text('registry.cluster.form.class.help')} />
          </div>
        </Card>
      </Form>
      <aside className="form-aside" aria-label={text('registry.cluster.form.members')}><FilterPreview filter={filter} query={facets} /></aside>
    </div>
  );
}
