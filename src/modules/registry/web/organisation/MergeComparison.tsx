import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { OrganisationComparison } from '../../words/organisation-views.schema.ts';
import { mergeOrganisation } from '../../words/organisation.contract.ts';
import type { OrganisationSummary } from '../../words/organisation.schema.ts';
import { useValueWords } from '../record/use-value-words.ts';
import { organisationPath } from './organisation-columns.tsx';

const compared = ['name', 'type', 'subtype', 'uscc', 'externalCode', 'territory', 'industry', 'industryLabel', 'sizeClass', 'ownership', 'sector', 'origin', 'foundedYear'] as const satisfies readonly (keyof OrganisationSummary)[];
type Field = (typeof compared)[number];
type Move = OrganisationComparison['moves'][number];

export interface MergeComparisonProps {
  comparison: OrganisationComparison;
  onSwap: () => void;
  /** While a merge is under way there is nothing left to compare. */
  onSent: (sent: boolean) => void;
  onDone: () => void;
}

/** Side by side what each record says, what would move to the kept one, and what would rest. */
export function MergeComparison({ comparison, onSwap, onSent, onDone }: MergeComparisonProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const words = useValueWords();
  const { kept, merged, moves, aliases } = comparison;
  const merge = useWrite(mergeOrganisation, { touches: ['cluster', 'membership', 'list', 'statement', 'alias', 'map', 'figure', 'history'], onDone });
  const send = () => {
    onSent(true);
    merge.mutate({ params: { organisationId: kept.id }, body: { mergedId: merged.id } }, { onError: () => onSent(false) });
  };
  const differs = new Set(comparison.differences.map((each) => each.field));
  const shown = (field: Field, record: OrganisationSummary) => words(field, record[field]) ?? <span className="quiet">{text('registry.unknown')}</span>;
  const known = (field: Field, record: OrganisationSummary) => words(field, record[field]) !== null;
  const verdict = (field: Field) => {
    if (!differs.has(field)) return known(field, kept) ? <Tag tone="positive" icon="check">{text('registry.merge.same')}</Tag> : null;
    if (!known(field, merged)) return <Tag>{text('registry.merge.onlyKept')}</Tag>;
    return known(field, kept) ? <Tag tone="warning" icon="conflict">{text('registry.merge.differs')}</Tag> : <Tag tone="warning" icon="warning">{text('registry.merge.onlyMerged')}</Tag>;
  };
  const head = (record: OrganisationSummary) => <span className="row-tight"><RecordLink kind="organisation" href={organisationPath(record.id)} name={name(record.name)} />{record.sample ? <SampleTag /> : null}</span>;
  const rows: Column<Field>[] = [
    { key: 'field', label: text('registry.conflict.field'), cell: (field) => text(`registry.field.${field}`) },
    { key: 'kept', label: text('registry.merge.kept'), cell: (field) => <strong>{shown(field, kept)}</strong> },
    { key: 'merged', label: text('registry.merge.merged'), cell: (field) => <span className={differs.has(field) ? undefined : 'muted'}>{shown(field, merged)}</span> },
    { key: 'same', label: '', cell: (field) => verdict(field) },
  ];
  const moving: Column<Move>[] = [
    { key: 'kind', label: text('registry.merge.what'), cell: (row) => text(`registry.movedKind.${row.kind}`) },
    { key: 'moved', label: text('registry.merge.moved'), number: true, cell: (row) => format.count(row.moved) },
    { key: 'resting', label: text('registry.merge.resting'), number: true, cell: (row) => format.count(row.resting) },
  ];
  return (
    <>
      <Card title={text('registry.merge.comparison')} note={text('registry.merge.differences', { count: differs.size })} actions={<Button size="small" icon="refresh" onClick={onSwap}>{text('registry.merge.swap')}</Button>} caption={text('registry.merge.keptStays')} flush>
        <p className="merge-pair"><span><Tag tone="brand">{text('registry.merge.kept')}</Tag> {head(kept)}</span><span><Tag>{text('registry.merge.merged')}</Tag> {head(merged)}</span></p>
        <DataTable caption={text('registry.merge.comparison')} columns={rows} rows={compared} rowKey={(field) => field} density="compact" />
      </Card>
      <Card title={text('registry.merge.moves')} caption={text('registry.merge.resting.hint')} flush>
        {moves.length > 0 ? <DataTable caption={text('registry.merge.moves')} columns={moving} rows={moves} rowKey={(row) => row.kind} density="compact" /> : <p className="quiet" style={{ padding: '12px 16px' }}>{text('registry.merge.nothingMoves')}</p>}
        {aliases.length > 0 ? <p style={{ padding: '8px 16px' }}>{text('registry.merge.aliases', { names: aliases.join(text('web.listComma')) })}</p> : null}
      </Card>
      {merge.error ? <p className="field-error" role="alert">{problemText(merge.error, text)}</p> : null}
      <p className="row merge-confirm">
        <Button kind="primary" icon="merge" busy={merge.isPending} onClick={send}>
          {text('registry.merge.confirm', { merged: name(merged.name), kept: name(kept.name) })}
        </Button>
        <span className="muted">{text('registry.merge.undo')}</span>
      </p>
    </>
  );
}
