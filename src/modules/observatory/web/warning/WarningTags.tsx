import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { Severity, WarningState } from '../../words/warning.rules.ts';
import { severityTones, stateTones } from './use-warning-words.ts';

export function SeverityTag({ severity }: { severity: Severity }) {
  const text = useText();
  return <Tag tone={severityTones[severity]} {...(severity === 'notice' ? {} : { icon: 'warning' as const })}>{text(`observatory.severity.${severity}`)}</Tag>;
}

export function StateTag({ state }: { state: WarningState }) {
  const text = useText();
  return <Tag tone={stateTones[state]}>{text(`observatory.state.${state}`)}</Tag>;
}
