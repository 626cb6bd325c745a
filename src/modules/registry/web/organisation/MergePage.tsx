import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { one } from '#web/router/search.ts';
import { useGo, usePageParams, useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { recordStateOf } from '../../words/lifecycle.rules.ts';
import { compareMergeOrganisation, getOrganisation } from '../../words/organisation.contract.ts';
import { useFind } from '../find/find.ts';
import { MergeComparison } from './MergeComparison.tsx';
import { organisationPath } from './organisation-columns.tsx';
import '../registry.css';

/** Two records of one organisation become one: choose the other, see what would move, merge. It can be taken back. */
export default function MergePage() {
  const text = useText();
  const name = useName();
  const find = useFind();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('organisation.merge');
  const [sent, setSent] = useState(false);
  const setSearch = useSetSearch();
  const { organisationId } = usePageParams('organisationId');
  const mergedId = one(useSearch()['with']);
  const query = useRoute(getOrganisation, { params: { organisationId } });
  const comparison = useRoute(compareMergeOrganisation, { params: { organisationId }, query: { mergedId: mergedId ?? '' } }, { enabled: Boolean(mergedId) && !sent, staleTime: 0 });
  const path = organisationPath(organisationId);
  if (session && !may) return <NoPermission thing={text('registry.organisation.mergeDesk')} />;
  return (
    <Loaded query={query} what={text('registry.organisation')}>
      {(organisation) => (
        <div className="stack">
          <PageHead
            title={text('registry.merge.title', { name: name(organisation.name) })}
            sample={organisation.sample}
            breadcrumb={[{ label: text('registry.organisation.list'), href: '/organisations' }, { label: name(organisation.name), href: path }]}
            scope={text('registry.merge.scope')}
          />
          {recordStateOf(organisation) === 'active' ? (
            <>
              <Card title={text('registry.merge.pick')}>
                <div style={{ maxWidth: 560 }}>
                  <Combobox
                    key={organisationId}
                    aria-label={text('registry.merge.pick')}
                    value={mergedId ?? null}
                    known={comparison.data ? { value: comparison.data.merged.id, label: name(comparison.data.merged.name) } : null}
                    find={(words, signal) => find.organisations(words, signal).then((options) => options.filter((option) => option.value !== organisationId))}
                    onChange={(option) => setSearch({ with: option?.value })}
                    placeholder={text('registry.organisation.find')}
                  />
                </div>
              </Card>
              {mergedId ? (
                <Loaded query={comparison} what={text('registry.merge.comparison')}>
                  {(found) => <MergeComparison comparison={found} onSwap={() => go(`${organisationPath(mergedId)}/merge?with=${organisationId}`)} onSent={setSent} onDone={() => go(path)} />}
                </Loaded>
              ) : (
                <EmptyState title={text('registry.merge.none')}>{text('registry.merge.none.hint')}</EmptyState>
              )}
            </>
          ) : (
            <EmptyState title={text(recordStateOf(organisation) === 'merged' ? 'registry.reason.recordMerged' : 'registry.reason.alreadyArchived')} action={<ButtonLink href={path}>{text('registry.back')}</ButtonLink>} />
          )}
        </div>
      )}
    </Loaded>
  );
}
