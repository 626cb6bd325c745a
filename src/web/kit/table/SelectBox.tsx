import { useText } from '#web/i18n/use-text.ts';

export function SelectBox({ checked, onChange, label, all = false }: { checked: boolean; onChange: () => void; label?: string; all?: boolean }) {
  const text = useText();
  return (
    <input
      type="checkbox"
      className="select-box"
      checked={checked}
      onChange={onChange}
      aria-label={all ? text('web.table.selectAll') : text('web.table.select', { name: label ?? '' })}
    />
  );
}
