import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { Logo } from '#web/shell/Logo.tsx';
import { SchemeSwitch } from '#web/shell/SchemeSwitch.tsx';
import './doorway.css';

/** The calm page in front of the product: name, one card, language and theme. */
export function Doorway({ title, scope, children, below }: { title: string; scope?: ReactNode; children: ReactNode; below?: ReactNode }) {
  const text = useText();
  return (
    <div className="doorway">
      <header className="doorway-top">
        <LanguageSwitch />
        <SchemeSwitch />
      </header>
      <main id="main" className="doorway-main">
        <div className="doorway-brand">
          <Logo size={32} />
          <span className="doorway-name">Clusterloom</span>
          <span className="doorway-line">{text('identity.doorway.line')}</span>
        </div>
        <section className="card doorway-card">
          <PageHead title={title} scope={scope} />
          {children}
        </section>
        {below}
      </main>
    </div>
  );
}
