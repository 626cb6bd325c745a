import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { withContext } from './search.ts';
import { useSearch } from './use-search.ts';

export interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  href: string;
}

/** A link inside the product: an ordinary anchor that changes page without loading the shell again. */
export function PageLink({ href, onClick, onPointerEnter, target, ...rest }: PageLinkProps) {
  const router = useRouter();
  const search = useSearch();
  const address = withContext(href, search);
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain || target) return;
    event.preventDefault();
    void router.navigate({ href: address });
  };
  return (
    <a
      href={address}
      target={target}
      onClick={go}
      onPointerEnter={(event) => {
        onPointerEnter?.(event);
        void router.preloadRoute({ to: href.split(/[?#]/)[0] ?? href } as never).catch(() => undefined);
      }}
      {...rest}
    />
  );
}
