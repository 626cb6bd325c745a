import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Popover } from '#web/kit/Popover.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { shownColumns } from '#web/kit/table/column.ts';
import type { Column } from '#web/kit/table/column.ts';
import type { Density } from '#web/kit/table/DataTable.tsx';

export interface ColumnChoiceProps<Row> {
  columns: readonly Column<Row>[];
  chosen: readonly string[] | null;
  onChange: (columns: string[] | null) => void;
  density: Density;
  onDensity: (density: Density) => void;
}

export function ColumnChoice<Row>({ columns, chosen, onChange, density, onDensity }: ColumnChoiceProps<Row>) {
  const text = useText();
  const shown = new Set(shownColumns(columns, chosen).map((column) => column.key));
  const hidden = columns.length - shown.size;
  const flip = (key: string) => onChange(columns.filter((column) => (column.key === key ? !shown.has(key) : shown.has(column.key))).map((column) => column.key));
  return (
    <Popover
      label={text('web.list.columns')}
      align="end"
      width={260}
      trigger={(props) => (
        <button type="button" className="chip chip-body chip-lone" {...props}>
          {hidden > 0 ? text('web.list.columnsHidden', { count: hidden }) : text('web.list.columns')}
          <Icon name="down" size={12} />
        </button>
      )}
    >
      {() => (
        <span className="choices">
          <Segmented
            label={text('web.list.density')}
            value={density}
            onChange={onDensity}
            options={[
              { value: 'compact', label: text('web.list.density.compact') },
              { value: 'default', label: text('web.list.density.default') },
              { value: 'relaxed', label: text('web.list.density.relaxed') },
            ]}
          />
          {columns.map((column) => (
            <label key={column.key} className="choice">
              <input type="checkbox" checked={shown.has(column.key)} disabled={column.fixed} onChange={() => flip(column.key)} />
              {column.label}
            </label>
          ))}
          {chosen ? <button type="button" className="button button-quiet button-small" onClick={() => onChange(null)}>{text('web.list.columnsReset')}</button> : null}
        </span>
      )}
    </Popover>
  );
}
