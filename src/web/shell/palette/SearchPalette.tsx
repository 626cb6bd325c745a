import { useEffect, useRef } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { PaletteBody } from './PaletteBody.tsx';

/** Search over everything: Ctrl K or ⌘ K from anywhere. */
export function SearchPalette({ open, close }: { open: boolean; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useText();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  // The event of closing comes late: a palette that was opened again meanwhile stays open.
  const closed = () => (dialog.current?.open ? undefined : close());
  return (
    <dialog ref={dialog} className="palette" aria-label={text('web.search')} onClose={closed} onCancel={close} onClick={(event) => (event.target === dialog.current ? close() : undefined)}>
      {open ? <PaletteBody close={close} /> : null}
    </dialog>
  );
}
