import { useLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { useByFor } from '#web/kit/event/by-for.ts';
import type { Tone } from '#web/kit/Tag.tsx';
import type { ApprovalState, ByFor } from '../../words/approval.schema.ts';

export const approvalTones: Readonly<Record<ApprovalState, Tone>> = { requested: 'brand', approved: 'positive', rejected: 'critical', withdrawn: 'neutral', expired: 'warning' };

export function useActingWords() {
  const language = useLanguage();
  const name = useName();
  const byFor = useByFor();
  return {
    /** Words that a room brought along in both languages. */
    label: (words: { zh: string; en: string }): string => (language === 'en' ? words.en : words.zh),
    side: (side: ByFor | null): string => (side ? byFor(name(side.name), side.forName ? name(side.forName) : null) : '—'),
  };
}
