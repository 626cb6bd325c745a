import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';

export function CopyLink() {
  const text = useText();
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    setDone(true);
    setTimeout(() => setDone(false), 2000);
  };
  return (
    <>
      <span className="visually-hidden" role="status">{done ? text('web.copied') : ''}</span>
      <IconButton icon={done ? 'check' : 'link'} label={text('web.copyLink')} onClick={() => void copy()} />
    </>
  );
}
