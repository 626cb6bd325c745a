import { useState } from 'react';
import { call } from '#web/api/client.ts';
import { isProblem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { beginOutside } from '../../words/outside.contract.ts';

/** Kept by this tab only: the provider's answer counts in the browser that asked for it. */
export const browserSecret = 'clusterloom.outsideSignIn';

export function OutsideButton({ name, next, invitation }: { name: string; next?: string; invitation?: string }) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const begin = async () => {
    setBusy(true);
    try {
      const { url, browser } = await call(beginOutside, { body: { next: next ?? null, invitation: invitation ?? null } });
      sessionStorage.setItem(browserSecret, browser);
      location.assign(url);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setTrouble(problemText(error, text));
      setBusy(false);
    }
  };
  return (
    <div className="stack">
      <Button busy={busy} onClick={() => void begin()}>{text('identity.outside.with', { name })}</Button>
      {trouble ? <p role="alert" className="field-error">{trouble}</p> : null}
    </div>
  );
}
