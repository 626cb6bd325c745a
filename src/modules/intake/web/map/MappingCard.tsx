import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Batch } from '../../words/import.schema.ts';
import { suggestImportMapping } from '../../words/mapping.contract.ts';
import type { MappingSuggestion } from '../../words/mapping.schema.ts';
import type { BatchSteps } from '../use-batch-steps.ts';
import { LearnedNote } from './LearnedNote.tsx';
import { MappingTable } from './MappingTable.tsx';
import { PerFileFields } from './PerFileFields.tsx';
import { PreviewCard } from './PreviewCard.tsx';
import { WideNote } from './WideNote.tsx';

interface Props {
  batch: Batch;
  steps: BatchSteps;
  done: () => void;
}

/** Which column fills which field, what the first rows then say, and the step to the check. */
export function MappingCard(props: Props) {
  const text = useText();
  const query = useRoute(suggestImportMapping, { params: { batchId: props.batch.id } });
  return <Loaded query={query} what={text('intake.mapping.title')}>{(suggestion) => <MappingForm key={props.batch.version} {...props} suggestion={suggestion} />}</Loaded>;
}

function MappingForm({ batch, steps, done, suggestion }: Props & { suggestion: MappingSuggestion }) {
  const text = useText();
  const bilingual = useBilingual();
  const [mapping, setMapping] = useState(batch.mapping);
  const [constants, setConstants] = useState(batch.constants);
  const repeats = new Set(batch.fields.filter((field) => field.repeats).map((field) => field.key));
  const choose = (index: number, field: string | null) => {
    setMapping(mapping.map((before, at) => (at === index ? field : before === field && field !== null && !repeats.has(field) ? null : before)));
    if (field !== null && field in constants) setConstants(Object.fromEntries(Object.entries(constants).filter(([key]) => key !== field)));
  };
  const missing = batch.fields.filter((field) => field.required && !mapping.includes(field.key) && !constants[field.key]).map((field) => bilingual(field.label));
  return (
    <>
      <Card
        title={text('intake.mapping.title')}
        note={text('intake.mapping.note', { used: mapping.filter((field) => field !== null).length, count: mapping.length })}
        actions={
          <Button kind="primary" busy={steps.busy} missing={missing.length > 0 ? text('intake.mapping.missing', { fields: missing.join(text('web.listComma')) }) : undefined} onClick={() => steps.mapAndCheck(mapping, constants, done)}>
            {text('intake.check')}
          </Button>
        }
        caption={text('intake.mapping.caption')}
        flush
      >
        <LearnedNote
          suggestion={suggestion}
          mapping={mapping}
          use={(version) => {
            setMapping(version.mapping);
            setConstants(version.constants);
          }}
        />
        {missing.length > 0 ? <p className="mapping-line critical" role="status">{text('intake.mapping.missingSay', { fields: missing.join(text('web.listComma')) })}</p> : null}
        <WideNote batch={batch} mapping={mapping} />
        <MappingTable batch={batch} mapping={mapping} suggestion={suggestion} choose={choose} />
        <PerFileFields batch={batch} mapping={mapping} constants={constants} onChange={setConstants} />
      </Card>
      <PreviewCard batch={batch} mapping={mapping} constants={constants} />
    </>
  );
}
