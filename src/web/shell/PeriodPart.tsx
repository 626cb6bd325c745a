import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import { useReadingContext } from './use-context.ts';

const years = 8;

export function PeriodPart() {
  const text = useText();
  const format = useFormat();
  const { period, setPeriod } = useReadingContext();
  const now = new Date().getFullYear();
  const all = { key: 'all', label: text('web.context.anyPeriod'), on: period === null, onSelect: () => setPeriod(null) };
  const each = Array.from({ length: years }, (_, back) => String(now - back)).map((year) => ({ key: year, label: year, on: period === year, onSelect: () => setPeriod(year) }));
  return (
    <Menu
      label={text('web.context.period')}
      items={[all, ...each]}
      trigger={(props) => (
        <button type="button" className="context-part context-extra" {...props}>
          <span className="context-word">{text('web.context.period')}</span>
          <span className="context-value">{period ? format.period(period) : text('web.context.anyPeriod')}</span>
          <Icon name="down" size={12} />
        </button>
      )}
    />
  );
}
