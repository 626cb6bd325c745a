import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import './security.css';

/** Shown this once: only their hashes are kept. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = useText();
  return (
    <div className="stack" role="status">
      <p>{text('identity.factor.codesOnce')}</p>
      <ul className="recovery-codes" aria-label={text('identity.factor.codes')}>
        {codes.map((code) => <li key={code}><code>{code}</code></li>)}
      </ul>
      <div><CopyText label={text('identity.factor.copyAll')} value={codes.join(' ')} /></div>
      <div className="row"><Button kind="primary" onClick={onDone}>{text('identity.factor.kept')}</Button></div>
    </div>
  );
}
