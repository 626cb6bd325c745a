import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { FileAnswer } from '#platform/http/route.contract.ts';
import type { Level } from '#platform/level/level.schema.ts';
import { ProblemPage, type ProblemPageProps } from './ProblemPage.tsx';

/** A finished document as the answer of a route with `answer: 'page'`. */
export function pageAnswer(name: string, document: ReactElement, level?: Level): FileAnswer {
  const bytes = Buffer.from(`<!doctype html>${renderToStaticMarkup(document)}`, 'utf8');
  return { name: `${name}.html`, mediaType: 'text/html; charset=utf-8', bytes, inline: true, ...(level ? { level } : {}) };
}

export function problemPage(props: ProblemPageProps): string {
  return `<!doctype html>${renderToStaticMarkup(createElement(ProblemPage, props))}`;
}
