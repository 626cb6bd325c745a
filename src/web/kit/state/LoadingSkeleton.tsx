import { useEffect, useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';

/** Grey bones of the final size, shown only when the wait passes 200 ms. The place is kept from the start. */
export function LoadingSkeleton({ lines = 4, height }: { lines?: number; height?: number }) {
  const [late, setLate] = useState(false);
  const text = useText();
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={late ? 'skeleton skeleton-late' : 'skeleton'} role="status" aria-live="polite" style={height ? { minHeight: height } : undefined}>
      <span className="visually-hidden">{late ? text('web.state.loading') : ''}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="bone" style={{ width: `${[92, 78, 85, 64][index % 4]}%` }} />
      ))}
    </div>
  );
}
