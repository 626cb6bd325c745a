import type { ProblemBody } from '#platform/http/problem.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import { PageDocument } from './PageDocument.tsx';

export interface ProblemPageProps {
  language: Language;
  problem: Pick<ProblemBody, 'title' | 'detail' | 'reference' | 'status'>;
  /** The one way on: signing in, or home. */
  way: { href: string; label: string };
}

/** What a reader sees instead of a finished page. Names nothing that the reader may not know. */
export function ProblemPage({ language, problem, way }: ProblemPageProps) {
  return (
    <PageDocument language={language} title={problem.title}>
      <h1>{problem.title}</h1>
      <p>{problem.detail}</p>
      <p><a className="button" href={way.href}>{way.label}</a></p>
      <p className="quiet">{problem.reference}</p>
    </PageDocument>
  );
}
