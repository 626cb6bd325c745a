import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { ListBody } from '#web/kit/list/ListBody.tsx';
import { ListFoot } from '#web/kit/list/ListFoot.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { listImportBatches } from '../../intake.contract.ts';
import { useBatchColumns } from '../use-batch-columns.tsx';

/** The files that were imported from a source. */
export function SourceFiles({ sourceId }: { sourceId: string }) {
  const text = useText();
  const columns = useBatchColumns().filter(({ key }) => key !== 'source');
  const list = useList(listImportBatches, { query: { sourceId } });
  return (
    <Card title={text('intake.quality.files')} flush>
      <ListBody list={list} narrowed={false} clear={() => undefined} empty={<EmptyState title={text('intake.quality.noFiles')} />} what={text('intake.quality.files')}>
        <DataTable caption={text('intake.quality.files')} columns={columns} rows={list.items} rowKey={(row) => row.id} rowHref={(row) => `/imports/${row.id}`} density="compact" />
        <ListFoot list={list} />
      </ListBody>
    </Card>
  );
}
