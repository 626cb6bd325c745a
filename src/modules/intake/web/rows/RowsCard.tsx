import { useList } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Chip } from '#web/kit/Chip.tsx';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { listImportRows } from '../../intake.contract.ts';
import { rowStates } from '../../words/import.schema.ts';
import type { Batch, BatchCounts } from '../../words/import.schema.ts';
import { ReasonBar } from './ReasonBar.tsx';
import { RowsTable } from './RowsTable.tsx';
import { useRowFixes } from './use-row-fixes.ts';

const effects = ['created', 'changed', 'left'] as const;

/** The rows with what was said about them, fifty at a time, filtered by state, group, remark or question, and put right in place. */
export function RowsCard({ batch, counts }: { batch: Batch; counts: BatchCounts }) {
  const text = useText();
  const bilingual = useBilingual();
  const search = useSearch();
  const setSearch = useSetSearch();
  const fixes = useRowFixes(batch.id);
  const [group, reason, question] = [one(search['group']), one(search['reason']), one(search['question'])];
  const state = rowStates.find((known) => known === one(search['state']));
  const effect = effects.find((known) => known === one(search['effect']));
  const list = useList(listImportRows, { params: { batchId: batch.id }, query: { state, group, reason, question, effect } });
  const clear = () => setSearch({ group: undefined, reason: undefined, question: undefined, state: undefined, effect: undefined });
  const chosen = counts.reasons.find((item) => item.reason === reason);
  const editable = batch.state === 'checked';
  const field = list.items.flatMap((row) => row.reasons).find((each) => each.reason === reason)?.field ?? null;
  return (
    <Card
      title={text('intake.rows.title')}
      actions={
        <span className="row row-wrap">
          {question ? <Chip on onRemove={clear}>{text('intake.rows.filtered', { what: question })}</Chip> : null}
          {batch.outcome ? <FilterChip single label={text('intake.column.effect')} chosen={effect ? [effect] : []} options={effects.map((value) => ({ value, label: text(`intake.effect.${value}`), count: batch.outcome?.[value] ?? 0 }))} onChange={([value]) => setSearch({ effect: value })} /> : null}
          <FilterChip single label={text('intake.column.state')} chosen={state ? [state] : []} options={rowStates.filter((known) => (counts.states[known] ?? 0) > 0).map((known) => ({ value: known, label: text(`intake.rowState.${known}`), count: counts.states[known] ?? 0 }))} onChange={([value]) => setSearch({ state: value })} />
          <FilterChip single label={text('intake.column.group')} chosen={group ? [group] : []} options={counts.groups.filter((each) => each.count > 0).map(({ key, label, count }) => ({ value: key, label: bilingual(label), count }))} onChange={([value]) => setSearch({ group: value })} />
          <FilterChip single label={text('intake.column.reasons')} chosen={reason ? [reason] : []} options={counts.reasons.map((each) => ({ value: each.reason, label: bilingual(each.label), count: each.count }))} onChange={([value]) => setSearch({ reason: value })} />
        </span>
      }
      caption={editable ? text('intake.rows.keys') : undefined}
      flush
    >
      {editable && chosen ? <ReasonBar key={chosen.reason} batch={batch} reason={chosen} field={field} fixes={fixes} /> : null}
      {fixes.problem ? <p role="alert" className="mapping-line critical">{problemText(fixes.problem, text)}</p> : null}
      {fixes.changed === null ? null : <p role="status" className="mapping-line">{text('intake.bulk.done', { count: fixes.changed })}</p>}
      <ListBody list={list} narrowed={Boolean(group ?? reason ?? question ?? state ?? effect)} clear={clear} empty={<EmptyState title={text('intake.rows.none')} />} what={text('intake.rows.title')}>
        <div className={list.updating || fixes.busy ? 'updating' : undefined} data-note={text('web.state.updating')}>
          <RowsTable batch={batch} rows={list.items} fixes={fixes} />
        </div>
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
