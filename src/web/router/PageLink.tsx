import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

export interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  href: string;
}

/** A link inside the product: an ordinary anchor that changes page without loading the shell again. */
export function PageLink({ href, onClick, onPointerEnter, target, ...rest }: PageLinkProps) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || target) return;
    event.preventDefault();
    void router.navigate({ href });
  };
  return (
    <a
      href={href}
      target={target}
      onClick={go}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        void router.preloadRoute({ to: href.split('?')[0] ?? href } as never).catch(() => undefined);
      }}
      {...rest}
    />
  );
}
