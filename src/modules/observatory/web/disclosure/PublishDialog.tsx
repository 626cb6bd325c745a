import { useState } from 'react';
import { listCrossTables } from '#modules/indicator/words/cross-table.contract.ts';
import type { CrossTableSummary } from '#modules/indicator/words/cross-table.schema.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { createTableEdition, previewTableEdition } from '../../words/disclosure.contract.ts';
import { isProtected } from '../../words/disclosure.rules.ts';
import { Choice } from '../specialisation/Choice.tsx';
import { Tally } from './Tally.tsx';

/** Chooses a protected table and what is known of its contributors, shows what would come out, and publishes it. */
export function PublishDialog({ open, close }: { open: boolean; close: () => void }) {
  const text = useText();
  return (
    <Dialog open={open} title={text('observatory.disclosure.publish')} width={620} onClose={close}>
      {open ? <Tables close={close} /> : null}
    </Dialog>
  );
}

function Tables({ close }: { close: () => void }) {
  const text = useText();
  const query = useRoute(listCrossTables, { query: { limit: 200, sort: '-updatedAt' } });
  return (
    <Loaded query={query} what={text('observatory.disclosure.publish')} lines={5}>
      {({ items }) => {
        const whole = items.filter(({ edition }) => edition === null);
        return whole.some(isProtected) ? <Form tables={whole} close={close} /> : <EmptyState title={text('observatory.disclosure.noTable')}>{text('observatory.disclosure.noTable.hint')}</EmptyState>;
      }}
    </Loaded>
  );
}

function Form({ tables, close }: { tables: readonly CrossTableSummary[]; close: () => void }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [chosen, setChosen] = useState({ crossTableId: '', countsId: '', largestId: '', secondId: '' });
  const preview = useWrite(previewTableEdition);
  const publish = useWrite(createTableEdition, { touches: ['crossTable'], onDone: close });
  const label = (table: CrossTableSummary): string => [name(table.name), table.measure, format.period(table.period), table.vintage?.title].filter(Boolean).join(' · ');
  const table = tables.find(({ id }) => id === chosen.crossTableId);
  const beside = table ? tables.filter((one) => one.areaSystem === table.areaSystem && one.industrySystem === table.industrySystem && one.period === table.period) : [];
  const choose = (change: Partial<typeof chosen>) => {
    preview.reset();
    setChosen((before) => ({ ...before, ...change }));
  };
  const others = (key: 'countsId' | 'largestId' | 'secondId', words: string, none: string) => (
    <Choice label={words} value={chosen[key]} none={none} options={beside.map((one) => ({ value: one.id, label: label(one) }))} onChange={(value) => choose({ [key]: value })} />
  );
  const body = { crossTableId: chosen.crossTableId, countsId: chosen.countsId, largestId: chosen.largestId || null, secondId: chosen.secondId || null };
  const ready = chosen.crossTableId && chosen.countsId ? undefined : text('observatory.disclosure.chooseBoth');
  const problem = publish.error ?? preview.error;
  return (
    <div className="stack disclosure-form">
      <Choice label={text('observatory.disclosure.table')} value={chosen.crossTableId} none={text('observatory.disclosure.choose')} options={tables.filter(isProtected).map((one) => ({ value: one.id, label: label(one) }))} onChange={(crossTableId) => choose({ crossTableId, countsId: '', largestId: '', secondId: '' })} />
      {others('countsId', text('observatory.disclosure.counts'), text('observatory.disclosure.choose'))}
      {others('largestId', text('observatory.disclosure.largest'), text('observatory.disclosure.notKnown'))}
      {others('secondId', text('observatory.disclosure.second'), text('observatory.disclosure.notKnown'))}
      <p className="small quiet">{text('observatory.disclosure.countsHint')}</p>
      {preview.data ? <Tally tally={preview.data.tally} judgedBy={preview.data.judgedBy} /> : null}
      {problem ? <p className="field-error" role="alert">{problemText(problem, text)}</p> : null}
      <div className="row row-wrap">
        <Button busy={preview.isPending} missing={ready} onClick={() => preview.mutate({ body })}>{text('observatory.disclosure.preview')}</Button>
        <Button kind="primary" busy={publish.isPending} missing={preview.data ? undefined : text('observatory.disclosure.previewFirst')} onClick={() => publish.mutate({ body })}>{text('observatory.disclosure.publishNow')}</Button>
      </div>
    </div>
  );
}
