import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';

export function BulkBar({ count, clear, children }: { count: number; clear: () => void; children: ReactNode }) {
  const text = useText();
  return (
    <div className="bulk" role="region" aria-label={text('web.list.bulk')}>
      <strong>{text('web.list.chosen', { count })}</strong>
      {children}
      <Button kind="quiet" size="small" onClick={clear}>{text('web.list.unchoose')}</Button>
    </div>
  );
}
