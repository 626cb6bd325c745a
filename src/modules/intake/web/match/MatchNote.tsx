import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import { tallyImportMatches } from '../../words/match.contract.ts';

/** Says that rows of this file wait at the match desk. */
export function MatchNote({ batchId }: { batchId: string }) {
  const text = useText();
  const { data } = useRoute(tallyImportMatches, { query: { batchId } });
  if (!data || data.unsure === 0) return null;
  return <p className="card card-body warning">{text('intake.match.note', { count: data.unsure })} <PageLink href={`/matches?batchId=${batchId}`}>{text('intake.match.open')}</PageLink></p>;
}
