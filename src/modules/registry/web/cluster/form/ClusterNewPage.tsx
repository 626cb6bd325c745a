import { useMemo } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { one } from '#web/router/search.ts';
import { useSearch } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { organisationFilterSchema, organisationFilterShape } from '../../../words/organisation.schema.ts';
import { CreateForm } from './CreateForm.tsx';
import { FormFromFilter } from './FormFromFilter.tsx';

/** The organisation filter in the URL; null when there is none, or when it says what no filter can. */
function useFilterInUrl() {
  const search = useSearch();
  return useMemo(() => {
    const given = Object.keys(organisationFilterShape).flatMap((key) => (one(search[key]) ? [[key, one(search[key])] as const] : []));
    const read = organisationFilterSchema.safeParse(Object.fromEntries(given));
    return given.length > 0 && read.success ? read.data : null;
  }, [search]);
}

/** Enters a cluster by hand, or forms one from the organisations that a filter finds. */
export default function ClusterNewPage() {
  const text = useText();
  const { session } = useSession();
  const may = useMay('cluster.create');
  const filter = useFilterInUrl();
  if (session && !may) return <NoPermission thing={text('registry.cluster.new')} />;
  return (
    <div className="stack">
      <PageHead
        title={text(filter ? 'registry.cluster.form' : 'registry.cluster.new')}
        breadcrumb={[{ label: text('registry.cluster.list'), href: '/clusters' }]}
        scope={text(filter ? 'registry.cluster.form.scope' : 'registry.cluster.new.scope')}
      />
      {filter ? <FormFromFilter key={JSON.stringify(filter)} filter={filter} /> : <CreateForm />}
    </div>
  );
}
