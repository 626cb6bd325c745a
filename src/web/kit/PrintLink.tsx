import { useText } from '#web/i18n/use-text.ts';
import { Icon } from './icon/Icon.tsx';

/** Opens the finished page that the server makes for paper, in a window of its own. */
export function PrintLink({ href }: { href: string }) {
  const text = useText();
  return (
    <a className="button button-plain button-normal" href={href} target="_blank" rel="noreferrer">
      <Icon name="document" size={16} />
      {text('web.print')}
    </a>
  );
}
