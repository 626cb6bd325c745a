import { useRef, useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';

/** A link to hand on. Where the browser forbids copying, it is selected instead. */
export function CopyLink({ link }: { link: string }) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <div className="stack">
      <label>
        <span className="field-label">{text('identity.invite.link')}</span>
        <input ref={input} className="input" readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <div className="row">
        <Button kind="primary" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>{text('identity.invite.copy')}</Button>
        <span role="status" className="positive">{copied ? text('web.copied') : ''}</span>
      </div>
    </div>
  );
}
