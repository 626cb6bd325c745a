import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { SampleTag } from './figure/SampleTag.tsx';
import { useIsHead } from './state/StateTitle.tsx';

export interface Crumb {
  label: string;
  href: string;
}

export interface PageHeadProps {
  title: string;
  breadcrumb?: readonly Crumb[] | undefined;
  /** State tag and rule mark beside the title. */
  tags?: ReactNode;
  sample?: boolean | undefined;
  /** Scope in words under the title. */
  scope?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, breadcrumb, tags, sample, scope, actions }: PageHeadProps) {
  const text = useText();
  useIsHead();
  useEffect(() => {
    document.title = `${title} · Clusterloom`;
  }, [title]);
  return (
    <header className="page-head">
      <div className="page-head-words">
        {breadcrumb && breadcrumb.length > 0 ? (
          <nav className="crumbs" aria-label={text('web.breadcrumb')}>
            {breadcrumb.map((crumb, index) => (
              <span key={crumb.href}>
                {index > 0 ? <span aria-hidden="true"> / </span> : null}
                <PageLink href={crumb.href}>{crumb.label}</PageLink>
              </span>
            ))}
          </nav>
        ) : null}
        <div className="page-title">
          <h1 tabIndex={-1}>{title}</h1>
          {sample ? <SampleTag /> : null}
          {tags}
        </div>
        {scope ? <p className="page-scope">{scope}</p> : null}
      </div>
      {actions ? <div className="page-actions">{actions}</div> : null}
    </header>
  );
}
