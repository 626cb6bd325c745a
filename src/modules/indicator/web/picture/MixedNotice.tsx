import { useText } from '#web/i18n/use-text.ts';
import type { ReadValue } from '../../words/reading.schema.ts';
import { useUnitWord } from '../use-unit-word.ts';

const kinds = ['vintageTitle', 'basis', 'scopeNote', 'unit'] as const;

/** Releases, grounds, scopes and units that stand together in one picture: never without saying so. */
export function MixedNotice({ values }: { values: readonly ReadValue[] }) {
  const text = useText();
  const unit = useUnitWord();
  const told = values.filter(({ value }) => value !== null);
  const word = (kind: (typeof kinds)[number], value: string | null) =>
    value === null ? text('web.figure.notStated') : kind === 'basis' ? text(`indicator.basis.${value as NonNullable<ReadValue['basis']>}`) : kind === 'unit' ? unit(value) : value;
  const lines = kinds.flatMap((kind) => {
    const found = [...new Set(told.map((value) => value[kind]))];
    return found.length > 1 ? [{ kind, list: found.map((value) => word(kind, value)).join(text('web.listComma')) }] : [];
  });
  if (lines.length === 0) return null;
  return (
    <div className="notice" role="note">
      <ul className="line-list">{lines.map(({ kind, list }) => <li key={kind}>{text(`indicator.mixed.${kind}`, { list })}</li>)}</ul>
    </div>
  );
}
