import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { FindChip } from '#web/kit/list/FindChip.tsx';
import { useFind, useKnownTerritory } from '../find/find.ts';
import { listTerritories } from '../../words/territory.contract.ts';
import { territoryLevels } from '../../words/territory.schema.ts';
import type { TerritorySummary } from '../../words/territory.schema.ts';
import { useCodeSystemName } from './use-code-system-name.ts';

const filters = ['level', 'within', 'superseded'] as const;
const shownLevels = territoryLevels.filter((level) => !['world', 'authority', 'other'].includes(level));

function useColumns(): Column<TerritorySummary>[] {
  const text = useText();
  const name = useName();
  const systemName = useCodeSystemName();
  const dash = <span className="quiet">—</span>;
  return [
    {
      key: 'name',
      label: text('registry.field.name'),
      fixed: true,
      cell: (row) => (
        <span className="row-tight">
          <RecordLink kind="territory" href={`/territories/${row.id}`} name={name(row.name)} />
          {row.validUntil ? <Tag>{text('registry.territory.superseded')}</Tag> : null}
        </span>
      ),
      export: (row) => name(row.name),
    },
    { key: 'code', label: text('registry.territory.code'), cell: (row) => <code>{row.code}</code>, export: (row) => row.code },
    { key: 'level', label: text('registry.column.level'), cell: (row) => text(`registry.territoryLevel.${row.level}`), export: (row) => text(`registry.territoryLevel.${row.level}`) },
    { key: 'parent', label: text('registry.territory.above'), cell: (row) => (row.parent ? <PageLink href={`/territories/${row.parent.id}`}>{name(row.parent.name)}</PageLink> : dash), export: (row) => name(row.parent?.name) },
    { key: 'system', label: text('registry.codeSystem'), cell: (row) => systemName(row.codeSystemId), export: (row) => systemName(row.codeSystemId), deskOnly: true },
    { key: 'valid', label: text('registry.territory.valid'), optional: true, cell: (row) => (row.validFrom || row.validUntil ? `${row.validFrom ?? ''} – ${row.validUntil ?? ''}` : dash), export: (row) => [row.validFrom, row.validUntil].filter(Boolean).join(' – ') },
  ];
}

/** Every territory there is, by name, code, level or what it lies in. */
export default function TerritoryListPage() {
  const text = useText();
  const find = useFind();
  const state = useListState({ filters, defaultSort: 'code' });
  const level = state.filters.level[0] as TerritorySummary['level'] | undefined;
  const within = state.filters.within[0];
  const known = useKnownTerritory(within);
  const columns = useColumns();
  const list = useList(listTerritories, { query: { q: state.query || undefined, level, within, superseded: state.filters.superseded[0] === 'true' ? 'true' : undefined } });
  return (
    <ListPage
      name="territories"
      title={text('registry.territory.list')}
      scope={text('registry.territory.list.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/territories/${row.id}`}
      searchLabel={text('registry.territory.find')}
      views={[
        { key: 'all', label: text('registry.territory.view.all') },
        { key: 'province', label: text('registry.territoryLevel.province'), filters: { level: ['province'] } },
        { key: 'city', label: text('registry.territoryLevel.city'), filters: { level: ['city'] } },
        { key: 'macroRegion', label: text('registry.territoryLevel.macroRegion'), filters: { level: ['macroRegion'] } },
        { key: 'cityGroup', label: text('registry.territoryLevel.cityGroup'), filters: { level: ['cityGroup'] } },
        { key: 'country', label: text('registry.territoryLevel.country'), filters: { level: ['country'] } },
      ]}
      filters={
        <>
          <FilterChip single label={text('registry.column.level')} options={shownLevels.map((value) => ({ value, label: text(`registry.territoryLevel.${value}`) }))} chosen={state.filters.level} onChange={(values) => state.setFilter('level', values)} />
          <FindChip label={text('registry.territory.inside')} find={find.territories} value={within} known={known} onChange={(value) => state.setFilter('within', value)} />
          <FilterChip single label={text('registry.territory.superseded')} options={[{ value: 'true', label: text('registry.territory.superseded.show') }]} chosen={state.filters.superseded} onChange={(values) => state.setFilter('superseded', values)} />
        </>
      }
      actions={
        <>
          <ButtonLink icon="map" href="/map">{text('registry.map')}</ButtonLink>
          <ButtonLink icon="table" href="/code-systems">{text('registry.codeSystem.list')}</ButtonLink>
        </>
      }
      empty={<EmptyState title={text('registry.territory.empty')} />}
    />
  );
}
