import type { UseQueryResult } from '@tanstack/react-query';
import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { StoredVerdict } from '../../../words/classification.schema.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';
import { clusterPath } from '../cluster-path.ts';
import { ClauseList } from '../verdict/ClauseList.tsx';
import { useLikelyWords } from '../verdict/use-likely-words.ts';

/** Is it a cluster, a base, a park or a chain: the last verdict, clause by clause. */
export function KindCard({ cluster, query, mayUpdate }: { cluster: Cluster; query: UseQueryResult<{ items: StoredVerdict[] }, Problem>; mayUpdate: boolean }) {
  const text = useText();
  const likely = useLikelyWords();
  const tab = `${clusterPath(cluster.id)}?tab=verdict`;
  return (
    <Loaded query={query} what={text('registry.cluster.verdict')} lines={6}>
      {({ items: [latest] }) => {
        const own = latest?.verdict.kinds.find((each) => each.kind === 'cluster');
        return (
          <Card title={text('registry.verdict.title')} {...(latest ? { actions: <PageLink className="small" href={tab}>{text('registry.verdict.rules', { version: latest.verdict.kinds[0]?.version ?? '1' })}</PageLink> } : {})} flush={Boolean(latest)}>
            {latest && own ? (
              <>
                <p style={{ padding: '12px 16px 4px' }}>{likely(latest.verdict)}</p>
                <ClauseList kind={own} />
                {latest.reason ? <p className="caption">{text('registry.verdict.reasonGiven', { reason: latest.reason })}</p> : null}
              </>
            ) : (
              <EmptyState title={text('registry.verdict.none')} action={mayUpdate ? <ButtonLink size="small" href={tab}>{text('registry.cluster.next.classify')}</ButtonLink> : null}>
                {text('registry.verdict.none.hint')}
              </EmptyState>
            )}
          </Card>
        );
      }}
    </Loaded>
  );
}
