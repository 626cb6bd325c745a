import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { MappingSuggestion } from '../../words/mapping.schema.ts';

type Version = Pick<MappingSuggestion, 'mapping' | 'constants'>;
interface Props {
  suggestion: MappingSuggestion;
  mapping: readonly (string | null)[];
  use: (version: Version) => void;
}

const same = (one: readonly (string | null)[], other: readonly (string | null)[]): boolean => one.length === other.length && one.every((field, index) => field === other[index]);

/** Whether the columns are as last time for this source, and the numbered mappings to go back to. */
export function LearnedNote({ suggestion, mapping, use }: Props) {
  const text = useText();
  const format = useFormat();
  const { learned, earlier } = suggestion;
  if (!learned) return null;
  const asLast = same(mapping, suggestion.mapping);
  const others = earlier.filter((version) => !same(version.mapping, mapping) && version.id !== learned.id);
  return (
    <div className="mapping-line row row-wrap">
      <Icon name="history" size={14} />
      <span>{text(asLast ? 'intake.mapping.asLast' : 'intake.mapping.unlikeLast', { at: format.date(learned.usedAt.slice(0, 10)), number: learned.number, name: learned.fileName })}</span>
      {asLast ? null : <Button size="small" onClick={() => use(suggestion)}>{text('intake.mapping.useLast')}</Button>}
      {others.length > 0 ? (
        <select className="input mapping-versions" aria-label={text('intake.mapping.versions')} value="" onChange={(event) => {
          const version = others.find(({ id }) => id === event.target.value);
          if (version) use(version);
        }}>
          <option value="">{text('intake.mapping.versions')}</option>
          {others.map((version) => <option key={version.id} value={version.id}>{text('intake.mapping.version', { number: version.number, at: format.date(version.usedAt.slice(0, 10)), name: version.fileName })}</option>)}
        </select>
      ) : null}
    </div>
  );
}
