import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Tone } from '#web/kit/Tag.tsx';
import type { Mandate, Person } from '../identity.schema.ts';

export const mandateTones: Readonly<Record<Mandate['state'], Tone>> = { inForce: 'positive', coming: 'brand', ended: 'neutral' };
export const personTones: Readonly<Record<Person['state'], Tone>> = { active: 'positive', invited: 'brand', withoutAccount: 'warning', archived: 'neutral' };

/** A mandate's parts in words. */
export function useMandateWords() {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const scope = (mandate: Pick<Mandate, 'scopeKind' | 'scopeId' | 'scopeName'>): string => {
    const kind = text(`identity.scope.${mandate.scopeKind}`);
    if (mandate.scopeKind === 'space') return kind;
    return text('identity.scope.of', { kind, name: mandate.scopeName ? name(mandate.scopeName) : text('identity.scope.gone') });
  };
  const period = (mandate: Pick<Mandate, 'validFrom' | 'validUntil'>): string =>
    mandate.validUntil
      ? text('identity.period.fromTo', { from: format.date(localDay(mandate.validFrom)), to: format.date(localDay(mandate.validUntil)) })
      : text('identity.period.from', { from: format.date(localDay(mandate.validFrom)) });
  const role = (mandate: Pick<Mandate, 'role' | 'powers'>): string => {
    const title = text(`identity.role.${mandate.role}`);
    return mandate.powers ? text('identity.role.limited', { role: title, powers: mandate.powers.map((power) => text(`identity.power.${power}`)).join(text('web.listComma')) }) : title;
  };
  return { role, scope, period };
}

/** The calendar day of an instant where the reader is. */
export function localDay(iso: string): string {
  const at = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
