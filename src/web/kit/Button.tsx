import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { PageLink } from '#web/router/PageLink.tsx';
import { Icon } from './icon/Icon.tsx';
import type { IconName } from './icon/paths.ts';

interface Look {
  /** One primary per view: the next step, named by its result. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'small' | 'normal' | 'large';
  icon?: IconName;
  children?: ReactNode;
}

export interface ButtonProps extends Look, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  /** What is missing before this can be pressed; the button stays focusable and says so. */
  missing?: string | undefined;
  busy?: boolean;
}

function classOf({ kind = 'plain', size = 'normal' }: Look, extra?: string): string {
  return ['button', `button-${kind}`, `button-${size}`, extra].filter(Boolean).join(' ');
}

export function Button({ kind, size, icon, children, missing, busy, className, onClick, type = 'button', ...rest }: ButtonProps) {
  const stopped = Boolean(missing) || Boolean(busy);
  return (
    <button
      type={type}
      className={classOf({ ...(kind ? { kind } : {}), ...(size ? { size } : {}) }, className)}
      aria-disabled={stopped || undefined}
      aria-busy={busy || undefined}
      title={missing}
      onClick={(event) => (stopped ? event.preventDefault() : onClick?.(event))}
      {...rest}
    >
      {icon ? <Icon name={icon} size={size === 'small' ? 14 : 16} /> : null}
      {children}
      {missing ? <span className="visually-hidden"> — {missing}</span> : null}
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  href: string;
  download?: boolean;
}

export function ButtonLink({ href, kind, size, icon, children, download }: ButtonLinkProps) {
  const className = classOf({ ...(kind ? { kind } : {}), ...(size ? { size } : {}) });
  const body = (
    <>
      {icon ? <Icon name={icon} size={size === 'small' ? 14 : 16} /> : null}
      {children}
    </>
  );
  if (download) return <a className={className} href={href} download>{body}</a>;
  return <PageLink className={className} href={href}>{body}</PageLink>;
}

export function IconButton({ icon, label, size = 16, className, ...rest }: { icon: IconName; label: string; size?: number } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type="button" className={['icon-button', className].filter(Boolean).join(' ')} aria-label={label} title={label} {...rest}>
      <Icon name={icon} size={size} />
    </button>
  );
}
