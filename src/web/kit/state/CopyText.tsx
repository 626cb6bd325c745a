import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';

export function CopyText({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const text = useText();
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" className="copy" onClick={() => void copy()}>
      <span className="quiet">{label}</span> <code>{value}</code> <Icon name={copied ? 'check' : 'copy'} size={14} />
      <span aria-live="polite" className="copy-done">{copied ? text('web.copied') : ''}</span>
    </button>
  );
}
