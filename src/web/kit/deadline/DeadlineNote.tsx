import type { ComputedDeadline } from '#platform/calendar/deadline.schema.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Tag } from '#web/kit/Tag.tsx';

/** A deadline with the way that led to it, folded unless `open`. */
export function DeadlineNote({ deadline, open = false }: { deadline: Pick<ComputedDeadline, 'day' | 'provisional' | 'steps'>; open?: boolean }) {
  const text = useText();
  const both = useBilingual();
  const format = useFormat();
  return (
    <details className="deadline" open={open}>
      <summary>
        <Icon name="calendar" size={14} /> <strong>{format.date(deadline.day)}</strong>{' '}
        {deadline.provisional ? <Tag tone="warning">{text('web.deadline.provisional')}</Tag> : null}
      </summary>
      <ol>{deadline.steps.map((step) => <li key={step.en}>{both(step)}</li>)}</ol>
    </details>
  );
}
