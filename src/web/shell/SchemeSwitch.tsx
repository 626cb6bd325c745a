import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import { chooseScheme, useScheme, useSchemeChoice } from '#web/theme/scheme.ts';

export function SchemeSwitch() {
  const text = useText();
  const choice = useSchemeChoice();
  const scheme = useScheme();
  return (
    <span className="top-scheme">
      <Menu
        label={text('web.scheme')}
        align="end"
        items={(['light', 'dark', 'system'] as const).map((each) => ({ key: each, label: text(`web.scheme.${each}`), on: choice === each, onSelect: () => chooseScheme(each) }))}
        trigger={(props) => <IconButton icon={scheme === 'dark' ? 'sun' : 'moon'} size={18} label={text('web.scheme')} {...props} />}
      />
    </span>
  );
}
