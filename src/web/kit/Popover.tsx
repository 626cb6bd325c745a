import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';

export interface PopoverProps {
  /** The button: gets what ties it to the panel. */
  trigger: (props: { 'aria-expanded': boolean; 'aria-controls': string; onClick: () => void }) => ReactNode;
  children: (close: () => void) => ReactNode;
  align?: 'start' | 'end';
  label: string;
  width?: number;
}

/** A small panel under its button: closes on Escape, on a click outside and when focus leaves. */
export function Popover({ trigger, children, align = 'start', label, width }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const holder = useRef<HTMLSpanElement>(null);
  const id = useId();
  const close = useCallback(() => {
    setOpen(false);
    holder.current?.querySelector<HTMLElement>('[aria-controls]')?.focus();
  }, []);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (!holder.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  return (
    <span
      className="popover-holder"
      ref={holder}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      {trigger({ 'aria-expanded': open, 'aria-controls': id, onClick: () => setOpen(!open) })}
      {/* Focusable, so that a press on its plain words keeps the focus inside. */}
      <span id={id} tabIndex={-1} hidden={!open} className={`popover popover-${align}`} role="group" aria-label={label} style={width ? { width } : undefined}>
        {open ? children(close) : null}
      </span>
    </span>
  );
}
