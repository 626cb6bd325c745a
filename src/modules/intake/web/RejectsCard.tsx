import { useRoute } from '#web/api/use-route.ts';
import { routeUrl } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useMay } from '#web/session/use-session.ts';
import type { Batch, BatchCounts } from '../words/import.schema.ts';
import { listImportTargets } from '../words/mapping.contract.ts';
import { exportRejectsWorkbook } from '../words/workbook.contract.ts';
import { FileDrop } from './start/FileDrop.tsx';

/** Rows left out leave as a workbook that says why, and come back mended as a batch that follows this one. */
export function RejectsCard({ batch, counts }: { batch: Batch; counts: BatchCounts }) {
  const text = useText();
  const may = useMay('import.create');
  const limits = useRoute(listImportTargets, {}, { staleTime: 300_000, enabled: may }).data?.limits;
  const left = counts.groups.filter((group) => !group.written).reduce((sum, group) => sum + group.count, 0);
  if (left === 0) return null;
  return (
    <Card
      title={text('intake.rejects.title', { count: left })}
      actions={<ButtonLink icon="download" download href={routeUrl(exportRejectsWorkbook, { params: { batchId: batch.id } })}>{text('intake.rejects.workbook')}</ButtonLink>}
      caption={text('intake.rejects.caption')}
    >
      {limits && batch.state === 'applied' ? <FileDrop second limits={limits} target={batch.target} followsId={batch.id} /> : <p>{text('intake.rejects.later')}</p>}
    </Card>
  );
}
