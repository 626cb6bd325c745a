import { useEffect, useId, useState } from 'react';
import { useLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { usePageLevel } from '#web/api/answer-levels.ts';
import { formatMoment } from '#web/kit/figure/format-figure.ts';
import type { SessionView } from '#web/session/use-session.ts';

/** Now, to the minute. */
function useMinute(): string {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setAt(new Date().toISOString()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return at;
}

/** Name and time across a page that shows sensitive data, on screen and on paper. It takes no click and no reader's attention. */
export function Watermark({ session }: { session: SessionView | null }) {
  const level = usePageLevel();
  const language = useLanguage();
  const name = useName();
  const at = useMinute();
  const id = useId();
  if (level !== 'sensitive' || !session?.person) return null;
  // A deputy's own name first, then whose mandate is used: the same order as in exports.
  const who = [session.person.name, ...(session.acting ? [session.acting.person.name] : [])].map(name).join(' / ');
  const words = `${who} · ${formatMoment(at, language)}`;
  return (
    <div className="watermark" aria-hidden="true" data-level={level}>
      <svg width="100%" height="100%">
        <pattern id={id} width="520" height="180" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="10" y="60">{words}</text>
          {/* Half a tile further: what one edge cuts off, the other shows. */}
          <text x="270" y="150">{words}</text>
          <text x="-250" y="150">{words}</text>
        </pattern>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}
