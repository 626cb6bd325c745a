import type { ListAnswer } from '#web/api/use-route.ts';
import { Button } from '#web/kit/Button.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListPage } from '#web/kit/list/ListPage.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { VerdictPips } from '#web/kit/VerdictList.tsx';
import { useListState } from '#web/router/use-list-state.ts';
import { sampleFigure, useSay } from './sample.ts';

interface Row {
  id: string;
  name: string;
  place: string;
  staff: number | null;
  verdicts: ('pass' | 'fail' | 'unknown')[];
}

const rows: Row[] = Array.from({ length: 24 }, (_, index) => ({
  id: String(index),
  name: `样例企业 ${String(index + 1).padStart(2, '0')}`,
  place: `样例市 ${'ABCD'[index % 4]}`,
  staff: index % 7 === 3 ? null : (index * 137) % 4200,
  verdicts: ['pass', 'pass', index % 3 ? 'pass' : 'fail', index % 4 ? 'pass' : 'unknown'],
}));

export default function GalleryList() {
  const say = useSay();
  const state = useListState({ filters: ['place', 'kind'], defaultSort: 'name' });
  const kept = rows.filter((row) => state.filters.place.length === 0 || state.filters.place.includes(row.place)).filter((row) => row.name.includes(state.query));
  const list: ListAnswer<Row> = { items: kept, total: kept.length === rows.length ? 75 : kept.length, loading: false, updating: false, error: null, hasMore: kept.length === rows.length, loadingMore: false, loadMore: () => undefined, retry: () => undefined, all: async () => kept };
  const columns: Column<Row>[] = [
    { key: 'name', label: say('企业', 'Firm'), fixed: true, sort: 'name', cell: (row) => <span className="cell-lines"><RecordLink kind="organisation" href={`/gallery?id=${row.id}`} name={row.name} card={{ place: row.place }} /><span>{row.place}</span></span>, export: (row) => row.name },
    { key: 'state', label: say('状态', 'State'), cell: (row) => (row.staff === null ? <Tag tone="warning" icon="warning">{say('待补', 'to complete')}</Tag> : <Tag tone="positive" icon="check">{say('在册', 'listed')}</Tag>), export: (row) => (row.staff === null ? '1' : '0') },
    { key: 'staff', label: say('从业人员', 'Staff'), unit: say('人', 'people'), number: true, sort: 'staff', cell: (row) => <Figure hideUnit figure={sampleFigure(`staff${row.id}`, '从业人员', 'Staff', row.staff === null ? null : String(row.staff), 'person', { mark: row.staff === null ? 'notStated' : 'reported', sample: false })} />, export: (row) => row.staff },
    { key: 'verdict', label: say('核对', 'Check'), cell: (row) => <VerdictPips verdicts={row.verdicts} />, deskOnly: true },
    { key: 'place', label: say('所在地', 'Place'), optional: true, cell: (row) => row.place, export: (row) => row.place },
    { key: 'deed', label: say('操作', 'Action'), cell: () => <Button size="small">{say('核对', 'Check')}</Button> },
  ];
  return (
    <ListPage
      name="gallery"
      title={say('成员', 'Members')}
      sample
      scope={say('样例省 · 精密仪器', 'Sample province · precision instruments')}
      breadcrumb={[{ label: say('样张', 'Gallery'), href: '/gallery' }]}
      list={list}
      state={state}
      columns={columns}
      rowKey={(row) => row.id}
      rowHref={(row) => `/gallery?id=${row.id}`}
      rowLabel={(row) => row.name}
      primary={<Button kind="primary" icon="plus">{say('登记成员', 'Add a member')}</Button>}
      views={[{ key: 'all', label: say('全部', 'All'), count: 75 }, { key: 'late', label: say('未报', 'Not filed'), count: 14, filters: { place: ['样例市 A'] } }]}
      filters={<FilterChip label={say('所在地', 'Place')} chosen={state.filters.place} onChange={(values) => state.setFilter('place', values)} options={'ABCD'.split('').map((letter) => ({ value: `样例市 ${letter}`, label: `样例市 ${letter}` }))} />}
      searchLabel={say('查成员', 'Find a member')}
      totals={say('合计 64 家，未报 11 家不计', 'totals cover 64 firms; 11 did not file')}
      bulk={(keys, clear) => <Button size="small" onClick={clear}>{say(`提醒 ${keys.size} 家`, `Remind ${keys.size} firms`)}</Button>}
      empty={<EmptyState title={say('还没有成员', 'No members yet')} />}
    />
  );
}
