import type { ReactNode } from 'react';
import type { Language } from '#platform/i18n/name.schema.ts';
import { pageStyle } from './page-style.ts';

export interface PageDocumentProps {
  language: Language;
  /** Title of the window, and of the file when somebody saves the page as PDF. */
  title: string;
  /** Small line over the page: what kind of document this is, and of whom. */
  header?: string;
  /** Last line: who made it and when. */
  footer?: string;
  /** Written across every page: name and time of whoever prints it, where the content asks for that. */
  watermark?: string;
  children: ReactNode;
}

/** The shell of every page that the server finishes itself: no scripts, nothing from elsewhere, made for paper and screen. */
export function PageDocument({ language, title, header, footer, watermark, children }: PageDocumentProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/mark.svg" type="image/svg+xml" />
        <title>{title}</title>
        <style>{pageStyle}</style>
      </head>
      <body>
        {watermark ? <Watermark words={watermark} /> : null}
        <div className="sheet">
          {header ? <p className="page-header">{header}</p> : null}
          <main>{children}</main>
          {footer ? <footer className="page-footer">{footer}</footer> : null}
        </div>
      </body>
    </html>
  );
}

/** Fixed, so that print repeats it on every sheet. */
function Watermark({ words }: { words: string }) {
  return (
    <div className="watermark" aria-hidden="true">
      {Array.from({ length: 24 }, (_, index) => <span key={index}>{words}</span>)}
    </div>
  );
}
