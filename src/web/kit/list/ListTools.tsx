import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import type { Column } from '#web/kit/table/column.ts';
import type { Density } from '#web/kit/table/DataTable.tsx';
import type { ListState } from '#web/router/use-list-state.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { SearchField } from './SearchField.tsx';

export interface ListToolsProps<Row, Filter extends string> {
  state: ListState<Filter>;
  filters: ReactNode;
  searchLabel: string | undefined;
  columns: readonly Column<Row>[];
  density: Density;
  onDensity: (density: Density) => void;
}

export function ListTools<Row, Filter extends string>({ state, filters, searchLabel, columns, density, onDensity }: ListToolsProps<Row, Filter>) {
  const text = useText();
  return (
    <div className="list-tools" role="search">
      {searchLabel ? <SearchField label={searchLabel} value={state.query} onChange={state.setQuery} /> : null}
      {filters}
      {state.narrowed ? <Button kind="quiet" size="small" onClick={state.clear}>{text('web.list.clearFilters')}</Button> : null}
      <span className="push">
        <ColumnChoice columns={columns} chosen={state.columns} onChange={state.setColumns} density={density} onDensity={onDensity} />
      </span>
    </div>
  );
}
