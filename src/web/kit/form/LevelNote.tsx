import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { useLevelPolicy } from '#web/session/use-level-policy.ts';

/** Beside every way in for texts and files: what may not enter at all, and up to which level the rest may. */
export function LevelNote({ files = false }: { files?: boolean }) {
  const text = useText();
  const policy = useLevelPolicy();
  if (!policy) return null;
  return (
    <p className="level-note small quiet">
      <Icon name="shield" size={14} /> {text('web.level.note', { level: text(`web.level.${policy.ceiling}`) })}{files ? ` ${text('web.level.pictures')}` : ''}
    </p>
  );
}
