import { levels, type Level } from '#platform/level/level.schema.ts';
import { useList } from '#web/api/use-route.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { roomWord } from '#web/kit/event/room-words.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { useListState } from '#web/router/use-list-state.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { listLevelFields } from '../words/level.contract.ts';
import type { LevelField } from '../words/level.schema.ts';
import { LevelTag, PolicyCard } from './PolicyCard.tsx';

const declared = ['field', 'record', 'route'] as const;

function useColumns(): Column<LevelField>[] {
  const text = useText();
  const room = (field: LevelField) => textOr(`${field.room}.room`, field.room);
  const record = (field: LevelField) => roomWord('recordKind', field.record) ?? textOr(`system.levelRecord.${field.record}`, field.record);
  const word = (field: LevelField) => roomWord('field', `${field.record}.${field.field}`) ?? textOr(`${field.room}.field.${field.field}`, '');
  return [
    { key: 'record', label: text('system.column.record'), fixed: true, cell: (field) => <span className="cell-lines"><span>{record(field)}</span><span>{room(field)}</span></span>, export: (field) => field.record },
    { key: 'field', label: text('system.column.field'), cell: (field) => <span className="cell-lines"><code>{field.field}</code>{word(field) ? <span>{word(field)}</span> : null}</span>, export: (field) => field.field },
    { key: 'level', label: text('system.column.level'), cell: (field) => <LevelTag level={field.level} />, export: (field) => text(`system.level.${field.level}`) },
    { key: 'declared', label: text('system.column.declared'), cell: (field) => text(`system.declared.${field.declared}`), export: (field) => text(`system.declared.${field.declared}`) },
    { key: 'input', label: text('system.column.input'), cell: (field) => text(field.input ? 'web.yes' : 'web.no'), export: (field) => text(field.input ? 'web.yes' : 'web.no') },
    { key: 'room', label: text('system.column.room'), optional: true, cell: room, export: room },
  ];
}

function Levels() {
  const text = useText();
  const columns = useColumns();
  const state = useListState({ filters: ['level', 'declared'], defaultSort: 'record' });
  const list = useList(listLevelFields, { query: { q: state.query || undefined, level: state.filters.level[0] as Level | undefined, declared: state.filters.declared[0] as (typeof declared)[number] | undefined } });
  return (
    <ListPage
      name="levels"
      title={text('system.levels')}
      scope={text('system.levels.scope')}
      list={list}
      state={state}
      columns={columns}
      rowKey={(field) => field.id}
      searchLabel={text('system.levels.search')}
      filters={
        <>
          <FilterChip single label={text('system.column.level')} options={levels.map((value) => ({ value, label: text(`system.level.${value}`) }))} chosen={state.filters.level} onChange={(values) => state.setFilter('level', values)} />
          <FilterChip single label={text('system.column.declared')} options={declared.map((value) => ({ value, label: text(`system.declared.${value}`) }))} chosen={state.filters.declared} onChange={(values) => state.setFilter('declared', values)} />
        </>
      }
      above={<PolicyCard />}
      empty={<EmptyState title={text('system.levels.empty')} />}
    />
  );
}

export default function LevelsPage() {
  const text = useText();
  return <Administration permission="level.read" title={text('system.levels')}><Levels /></Administration>;
}
