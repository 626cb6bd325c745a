import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { getImportBatch } from '../intake.contract.ts';
import type { Batch } from '../words/import.schema.ts';
import { AccountCard } from './AccountCard.tsx';
import { BatchActions } from './BatchActions.tsx';
import { BatchProgress } from './BatchProgress.tsx';
import { BatchStateTag } from './BatchStateTag.tsx';
import { FileRemarks } from './FileRemarks.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { MatchNote } from './match/MatchNote.tsx';
import { MappingCard } from './map/MappingCard.tsx';
import { ReadingLine } from './map/ReadingLine.tsx';
import { SourceLine } from './map/SourceLine.tsx';
import { QuestionsCard } from './QuestionsCard.tsx';
import { RejectsCard } from './RejectsCard.tsx';
import { ResultCard } from './ResultCard.tsx';
import { RowsCard } from './rows/RowsCard.tsx';
import { TallyCard } from './TallyCard.tsx';
import { useBatchSteps } from './use-batch-steps.ts';
import './intake.css';

const often = 1000;

export default function ImportBatchPage() {
  const { batchId } = usePageParams('batchId');
  const text = useText();
  const query = useRoute(getImportBatch, { params: { batchId } }, { staleTime: 0, readAgain: (batch) => (batch.job ? often : false) });
  return <Loaded query={query} what={text('intake.batch')}>{(batch) => <BatchView key={batch.id} batch={batch} />}</Loaded>;
}

function BatchView({ batch }: { batch: Batch }) {
  const text = useText();
  const bilingual = useBilingual();
  const steps = useBatchSteps(batch);
  const [remapping, setRemapping] = useState(false);
  const mapping = batch.state === 'read' || batch.state === 'mapped' || (remapping && batch.state === 'checked');
  return (
    <div className="stack">
      <PageHead
        title={batch.fileName}
        breadcrumb={[{ label: text('intake.nav'), href: '/imports' }]}
        tags={<BatchStateTag state={batch.state} />}
        scope={<BatchFacts batch={batch} />}
        actions={<BatchActions batch={batch} steps={steps} mapping={mapping} remap={() => setRemapping(true)} />}
      />
      <ImportSteps state={batch.state} remapping={mapping} />
      {steps.problem ? (
        <div className="card card-body" role="alert">
          <strong className="critical">{text('intake.failed')}.</strong> {problemText(steps.problem, text)}
        </div>
      ) : null}
      <BatchProgress batch={batch} />
      {batch.failure ? <p className="card card-body critical" role="alert">{bilingual(batch.failure.text)}</p> : null}
      <SameFile batch={batch} />
      <FileRemarks batch={batch} />
      <SourceLine batch={batch} />
      {mapping ? <ReadingLine batch={batch} /> : null}
      <ResultCard batch={batch} />
      {mapping ? <MappingCard batch={batch} steps={steps} done={() => setRemapping(false)} /> : null}
      {batch.counts && !mapping ? (
        <>
          <AccountCard batch={batch} counts={batch.counts} />
          {batch.state === 'checked' || batch.state === 'applied' ? <><MatchNote batchId={batch.id} /><QuestionsCard batch={batch} /></> : null}
          <RowsCard batch={batch} counts={batch.counts} />
          <RejectsCard batch={batch} counts={batch.counts} />
        </>
      ) : null}
      {batch.columns.length > 0 && !batch.job ? <TallyCard batch={batch} /> : null}
    </div>
  );
}

const delimiterWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

function BatchFacts({ batch }: { batch: Batch }) {
  const text = useText();
  const format = useFormat();
  const size = batch.fileSize < 1024 * 1024 ? `${format.count(Math.max(1, Math.round(batch.fileSize / 1024)))} KB` : `${(batch.fileSize / 1024 / 1024).toFixed(1)} MB`;
  const delimiter = batch.delimiter === null ? (batch.sheet ?? '–') : text(`intake.delimiter.${delimiterWords[batch.delimiter]}`);
  return <>{text('intake.facts', { rows: batch.rowCount, encoding: (batch.encoding ?? batch.format).toUpperCase(), delimiter, size, by: batch.createdByName, at: format.moment(batch.createdAt) })}</>;
}

function SameFile({ batch }: { batch: Batch }) {
  const text = useText();
  const format = useFormat();
  if (!batch.sameFileAs || batch.state === 'applied') return null;
  const { id, fileName, appliedAt } = batch.sameFileAs;
  return (
    <p className="card card-body warning">
      {text('intake.sameFile', { name: fileName, at: format.moment(appliedAt) })} <PageLink href={`/imports/${id}`}>{text('intake.sameFile.open')}</PageLink>
    </p>
  );
}
