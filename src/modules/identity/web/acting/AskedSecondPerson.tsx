import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';

/** Nothing has changed yet: somebody else has to agree first. */
export function AskedSecondPerson({ approvalId, onClose }: { approvalId: string; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open title={text('identity.approval.asked')} onClose={onClose} actions={<><Button onClick={onClose}>{text('identity.approval.close')}</Button><ButtonLink kind="primary" href={`/approvals/${approvalId}`}>{text('identity.approval.open')}</ButtonLink></>}>
      <p>{text('identity.approval.askedHint')}</p>
    </Dialog>
  );
}
