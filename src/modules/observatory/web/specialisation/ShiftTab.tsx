import { useList, useRoute } from '#web/api/use-route.ts';
import { SignedBars } from '#web/chart/SignedBars.tsx';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Figure } from '#web/kit/figure/Figure.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { ExportMenu } from '#web/kit/list/ExportMenu.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { getShiftShare, listShiftShares } from '../../words/specialisation.contract.ts';
import { shiftForms, shiftTrace, type Shift, type ShiftRow } from '../../words/specialisation.schema.ts';
import { localList } from './local-list.ts';
import type { ViewProps } from './view.ts';
import { figureOf, useNumber } from './use-number.ts';
import { sortedBy } from './use-selection.ts';

type Form = Shift['form'];
const parts = { Dunn: ['national', 'mix', 'regional', 'netShift'], Esteban: ['national', 'mix', 'regional', 'allocation'], Gerfin: ['mix', 'regional', 'netShift'] } as const satisfies Record<Form, readonly (keyof ShiftRow)[]>;
const sorts = ['change', 'national', 'mix', 'regional', 'netShift', 'before', 'after'] as const;

/** Growth between two tables of one scope, taken apart: every region, and the chosen one by industry. */
export function ShiftTab({ overview, selection }: ViewProps) {
  const text = useText();
  const format = useFormat();
  const form = shiftForms.find((one) => one === selection.read('form')) ?? 'Dunn';
  const { since } = overview;
  if (!since) return <section className="card"><EmptyState title={text('observatory.specialisation.shiftEmpty')}>{text(overview.others.some(({ asEarlier }) => asEarlier === null) ? 'observatory.specialisation.shiftEmpty.choose' : 'observatory.specialisation.shiftEmpty.none')}</EmptyState></section>;
  return (
    <>
      <div className="selection-row">
        <Segmented label={text('observatory.specialisation.shiftForm')} value={form} options={shiftForms.map((value) => ({ value, label: value }))} onChange={(value) => selection.set({ form: value === 'Dunn' ? undefined : value })} />
        <span className="small quiet">{format.period(since.period)} → {format.period(overview.table.period)} · {text(`observatory.specialisation.shift.${form}`)}</span>
      </div>
      {selection.read('region') ? <OneRegion key={selection.read('region')} overview={overview} selection={selection} sinceId={since.id} form={form} /> : null}
      <AllRegions overview={overview} selection={selection} sinceId={since.id} form={form} />
    </>
  );
}

interface ShiftProps extends ViewProps {
  sinceId: string;
  form: Form;
}

function OneRegion({ overview, selection, sinceId, form }: ShiftProps) {
  const text = useText();
  const name = useName();
  const { signed, number } = useNumber();
  const query = useRoute(getShiftShare, { params: { crossTableId: overview.table.id }, query: { ...selection.query, since: sinceId, form, region: selection.read('region') ?? '' } }, { keepPrevious: true });
  type Row = Shift['industries'][number];
  const part = (row: Row, key: string): number | null => row.components.find((one) => one.key === key)?.value ?? null;
  return (
    <Loaded query={query} what={text('observatory.specialisation.shift')} lines={6}>
      {(shift) => {
        const written = form === 'Gerfin' ? number : signed;
        const keys = shift.industries.find(({ components }) => components.length > 0)?.components.map(({ key }) => key) ?? [];
        const columns: Column<Row>[] = [
          { key: 'industry', label: text('observatory.column.industry.name'), fixed: true, cell: (row) => <>{name(row.name) || row.code}{row.leftOut ? <span className="small quiet"> {text('observatory.specialisation.shift.leftOut')}</span> : null}</>, export: (row) => name(row.name) || row.code },
          { key: 'before', label: text('observatory.column.before'), number: true, cell: (row) => number(row.before), export: (row) => (row.leftOut ? text('observatory.specialisation.shift.leftOut') : row.before) },
          { key: 'after', label: text('observatory.column.after'), number: true, cell: (row) => number(row.after), export: (row) => row.after },
          ...keys.map((key): Column<Row> => ({ key, label: text(`observatory.specialisation.shift.part.${key}` as 'observatory.specialisation.shift.part.mix'), number: true, cell: (row) => written(part(row, key)), export: (row) => part(row, key) })),
        ];
        const title = `${text('observatory.specialisation.shift')} · ${name(shift.region.name) || shift.region.code}`;
        const bars = shift.components.map(({ key, value }) => ({ key, label: text(`observatory.specialisation.shift.part.${key}` as 'observatory.specialisation.shift.part.mix'), value: form === 'Gerfin' && value !== null ? value - 1 : value, text: written(value) }));
        return (
          <div className="columns">
            <Card title={title} caption={text('observatory.specialisation.shiftBars')}><SignedBars label={title} bars={bars} /></Card>
            <Card title={text('observatory.specialisation.shiftByIndustry')} actions={<ExportMenu name="shift-share-industries" title={title} columns={columns} list={localList(shift.industries)} />} flush><div className="scroller"><DataTable caption={title} columns={columns} rows={shift.industries} rowKey={(row) => row.id} density="compact" /></div></Card>
          </div>
        );
      }}
    </Loaded>
  );
}

function AllRegions({ overview, selection, sinceId, form }: ShiftProps) {
  const text = useText();
  const name = useName();
  const { number, signed } = useNumber();
  const asked = selection.read('sort');
  const sortText = asked !== undefined && sorts.some((one) => one === asked.replace(/^-/, '')) ? asked : '-change';
  const list = useList(listShiftShares, { params: { crossTableId: overview.table.id }, query: { ...selection.query, since: sinceId, form, sort: sortText as '-change', limit: 50 } });
  const written = form === 'Gerfin' ? number : signed;
  const trace = (row: ShiftRow) => ({ provider: shiftTrace, params: { crossTableId: overview.table.id, region: row.id, form, selection: selection.text } });
  const columns: Column<ShiftRow>[] = [
    { key: 'name', label: text('observatory.column.region.name'), fixed: true, cell: (row) => <button type="button" className="line-button" onClick={() => selection.set({ region: row.id })}>{name(row.name) || row.code}</button>, export: (row) => name(row.name) || row.code },
    { key: 'before', label: text('observatory.column.before'), number: true, sort: 'before', cell: (row) => number(row.before), export: (row) => row.before },
    { key: 'after', label: text('observatory.column.after'), number: true, sort: 'after', cell: (row) => number(row.after), export: (row) => row.after },
    { key: 'change', label: text('observatory.specialisation.shift.part.change'), number: true, sort: 'change', cell: (row) => <Figure figure={figureOf(overview.table, row.name, row.change, trace(row))} hideUnit />, export: (row) => row.change },
    ...parts[form].map((part): Column<ShiftRow> => ({ key: part, label: text(`observatory.specialisation.shift.part.${part}`), number: true, ...(part === 'allocation' ? {} : { sort: part }), cell: (row) => written(row[part]), export: (row) => row[part] })),
    { key: 'leftOut', label: text('observatory.column.leftOut'), number: true, cell: (row) => number(row.leftOut), export: (row) => row.leftOut, deskOnly: true },
  ];
  const title = text('observatory.specialisation.shiftAll');
  return (
    <Card title={title} actions={<ExportMenu name="shift-share-regions" title={title} columns={columns} list={list} />} caption={text('observatory.specialisation.shiftCaption')} flush>
      <ListBody list={list} narrowed={false} clear={() => undefined} empty={<EmptyState title={text('observatory.specialisation.noCells')} />} what={title}>
        <DataTable caption={title} columns={columns} rows={list.items} rowKey={(row) => row.id} {...sortedBy(selection, sortText)} density="compact" currentKey={selection.read('region') ?? null} keys />
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
