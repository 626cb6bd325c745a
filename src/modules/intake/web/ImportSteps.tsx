import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { BatchState } from '../words/import.schema.ts';

const steps = ['file', 'columns', 'check', 'result'] as const;
const at: Record<BatchState, number> = { reading: 0, read: 1, mapped: 1, checking: 2, checked: 2, applying: 3, applied: 3, undoing: 3, discarded: 3, undone: 3 };

export function ImportSteps({ state, remapping }: { state: BatchState; remapping: boolean }) {
  const text = useText();
  const now = remapping ? 1 : at[state];
  return (
    <ol className="import-steps" aria-label={text('intake.step.label')}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === now ? 'step' : undefined}>
          {index < now ? <Icon name="check" size={14} /> : <span className="number">{index + 1}</span>}
          {text(`intake.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
