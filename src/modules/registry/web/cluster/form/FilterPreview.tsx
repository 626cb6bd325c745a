import type { UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '#web/api/problem.ts';
import { useList } from '#web/api/use-route.ts';
import { CompositionBar } from '#web/chart/CompositionBar.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { actorColours, OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { stringifySearch } from '#web/router/search.ts';
import type { OrganisationFacets } from '../../../words/organisation-views.schema.ts';
import { listOrganisations } from '../../../words/organisation.contract.ts';
import type { OrganisationFilter } from '../../../words/organisation.schema.ts';
import { organisationPath } from '../../organisation/organisation-columns.tsx';
import { useFilterWords } from '../use-filter-words.ts';

const most = 8;

/** Who would become a member: how many, of which kinds, where, and the first few by name. */
export function FilterPreview({ filter, query }: { filter: OrganisationFilter; query: UseQueryResult<OrganisationFacets, Problem> }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const words = useFilterWords(filter);
  const list = useList(listOrganisations, { query: { ...filter, limit: most } });
  return (
    <Loaded query={query} what={text('registry.cluster.form.members')} lines={8}>
      {(facets) => (
        <Card title={text('registry.cluster.form.members')} note={words} caption={text('registry.cluster.form.members.hint')}>
          {facets.total === 0 ? (
            <EmptyState title={text('registry.reason.nobodyMatches')} action={<ButtonLink href={`/organisations${stringifySearch(filter)}`}>{text('registry.cluster.form.back')}</ButtonLink>} />
          ) : (
            <div className="stack">
              <p><strong className="big-count">{format.count(facets.total)}</strong> <span className="muted">{text('registry.organisation.unit')}</span></p>
              <CompositionBar label={text('registry.cluster.composition')} parts={facets.byType.map((each) => ({ key: each.type, label: text(`registry.organisationType.${each.type}`), value: each.count, colour: actorColours[each.type], mark: <OrganisationMark type={each.type} bare /> }))} />
              <p className="small muted">
                {text('registry.cluster.form.where', { places: facets.byTerritory.slice(0, 5).map((each) => `${name(each.name)} ${format.count(each.count)}`).join(text('web.listComma')) || text('registry.unknown') })}{' '}
                {facets.withoutTerritory > 0 ? text('registry.cluster.memberMap.withoutTerritory', { count: facets.withoutTerritory }) : ''}
              </p>
              <ul className="line-list">
                {list.items.slice(0, most).map((each) => (
                  <li key={each.id}>
                    <OrganisationMark type={each.type} bare />
                    <span className="grow cut"><RecordLink kind="organisation" href={organisationPath(each.id)} name={name(each.name)} /> {each.sample ? <SampleTag /> : null}</span>
                    <span className="small quiet nowrap">{name(each.territory?.name)}</span>
                  </li>
                ))}
              </ul>
              {facets.total > most ? <ButtonLink kind="quiet" size="small" href={`/organisations${stringifySearch(filter)}`}>{text('registry.cluster.form.seeAll', { count: facets.total })}</ButtonLink> : null}
            </div>
          )}
        </Card>
      )}
    </Loaded>
  );
}
