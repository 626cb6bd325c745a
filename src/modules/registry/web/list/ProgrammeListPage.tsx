import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { useListState } from '#web/router/use-list-state.ts';
import { useMay } from '#web/session/use-session.ts';
import { FindChip } from '#web/kit/list/FindChip.tsx';
import { useFindCountries, useKnownTerritory } from '../find/find.ts';
import { listProgrammes } from '../../words/list.contract.ts';
import type { Programme } from '../../words/list.schema.ts';
import { programmePath, useProgrammePlace, useYears } from './list-words.ts';
import '../registry.css';

type Sort = 'name' | '-name' | 'startedYear' | '-startedYear';

/** Cluster programmes at home and abroad, as reference records with their sources. */
export default function ProgrammeListPage() {
  const text = useText();
  const name = useName();
  const years = useYears();
  const place = useProgrammePlace();
  const findCountries = useFindCountries();
  const state = useListState({ filters: ['country'], defaultSort: 'name' });
  const country = state.filters.country[0];
  const known = useKnownTerritory(country);
  const list = useList(listProgrammes, { query: { q: state.query || undefined, country, sort: state.sortText as Sort } });
  const add = useMay('programme.create') ? <ButtonLink kind="primary" icon="plus" href="/programmes/new">{text('registry.programme.new')}</ButtonLink> : null;
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  const columns: Column<Programme>[] = [
    { key: 'name', label: text('registry.field.name'), sort: 'name', fixed: true, cell: (row) => <span className="row-tight"><RecordLink kind="programme" marked href={programmePath(row.id)} name={name(row.name)} />{row.sample ? <SampleTag /> : null}</span>, export: (row) => name(row.name) },
    { key: 'place', label: text('registry.programme.where'), cell: (row) => place(row) || unstated, export: place },
    { key: 'years', label: text('registry.programme.years'), sort: 'startedYear', cell: (row) => <span className="nowrap">{years(row) ?? unstated}</span>, export: years },
    { key: 'lead', label: text('registry.programme.lead'), cell: (row) => row.leadDepartment ?? unstated, export: (row) => row.leadDepartment },
  ];
  return (
    <ListPage
      name="programmes"
      title={text('registry.programme.list')}
      scope={text('registry.programme.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => programmePath(row.id)}
      rowLabel={(row) => name(row.name)}
      searchLabel={text('registry.programme.find')}
      filters={<FindChip label={text('registry.territoryLevel.country')} find={findCountries} value={country} known={known} onChange={(value) => state.setFilter('country', value)} />}
      actions={<ButtonLink icon="bookmark" href="/lists">{text('registry.list.list')}</ButtonLink>}
      primary={add}
      empty={<EmptyState title={text('registry.programme.empty')} action={add}>{text('registry.programme.empty.hint')}</EmptyState>}
    />
  );
}
