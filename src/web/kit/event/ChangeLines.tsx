import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ValueChange } from '#web/kit/HistoryList.tsx';
import { fieldText, valueText } from './event-words.ts';

export interface Change {
  field: string;
  old: unknown;
  new: unknown;
}

/** A state that stopped being true is struck through; a figure of an earlier time is not. */
const isState = (field: string): boolean => /(^|\.)(state|role|mandate|type|subtype|status|archivedAt|email|name)(\.|$)/i.test(field);

/** Old → new, field by field; more than `most` are counted, not listed. */
export function ChangeLines({ kind, changes, most = 3 }: { kind: string; changes: readonly Change[]; most?: number }) {
  const text = useText();
  const language = useLanguage();
  const rest = changes.length - most;
  return (
    <ul className="change-lines">
      {changes.slice(0, most).map((change) => (
        <li key={change.field}>
          <span className="quiet">{fieldText(kind, change.field)}</span>
          <ValueChange before={valueText(change.old, change.field, language)} after={valueText(change.new, change.field, language)} ended={isState(change.field)} />
        </li>
      ))}
      {rest > 0 ? <li className="quiet">{text('web.change.more', { count: rest })}</li> : null}
    </ul>
  );
}
