import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { VerdictPips } from '#web/kit/VerdictList.tsx';
import type { StoredVerdict } from '../../../words/classification.schema.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';
import { CheckForm } from './CheckForm.tsx';
import { KindCards } from './KindCards.tsx';
import { useLikelyWords } from './use-likely-words.ts';

export interface VerdictTabProps {
  cluster: Cluster;
  query: UseQueryResult<{ items: StoredVerdict[] }, Problem>;
  mayUpdate: boolean;
}

/** Cluster, base, park or chain: the last verdict of each kind with reasons, the earlier ones, and a new check. */
export function VerdictTab({ cluster, query, mayUpdate }: VerdictTabProps) {
  const text = useText();
  const format = useFormat();
  const likely = useLikelyWords();
  const [checking, setChecking] = useState(false);
  const check = mayUpdate && !checking ? <Button kind="plain" size="small" icon="refresh" onClick={() => setChecking(true)}>{text('registry.verdict.check')}</Button> : null;
  return (
    <Loaded query={query} what={text('registry.cluster.verdict')} lines={8}>
      {({ items: [latest, ...earlier] }) => (
        <>
          {checking ? <CheckForm cluster={cluster} facts={latest?.facts ?? null} onDone={() => setChecking(false)} /> : null}
          {latest ? (
            <>
              <p className="row row-wrap">
                <span className="grow"><strong>{likely(latest.verdict)}</strong> <span className="muted">{text('registry.verdict.decidedAt', { date: format.date(latest.decidedAt) })}</span></span>
                {check}
              </p>
              {latest.reason ? <p className="notice">{text('registry.verdict.reasonGiven', { reason: latest.reason })}</p> : null}
              <KindCards verdict={latest.verdict} />
            </>
          ) : checking ? null : (
            <Card title={text('registry.verdict.title')}><EmptyState title={text('registry.verdict.none')} action={check}>{text('registry.verdict.none.hint')}</EmptyState></Card>
          )}
          {earlier.length > 0 ? (
            <Card title={text('registry.verdict.earlier')} flush>
              <ul className="line-list line-list-rows">
                {earlier.map((each) => (
                  <li key={each.id}>
                    <span className="nowrap muted">{format.date(each.decidedAt)}</span>
                    <span className="grow">{likely(each.verdict)}{each.reason ? <span className="quiet"> {text('registry.verdict.reasonGiven', { reason: each.reason })}</span> : null}</span>
                    {each.verdict.agrees === false ? <Tag tone="warning">{text('registry.verdict.against')}</Tag> : null}
                    <VerdictPips verdicts={each.verdict.kinds.find((kind) => kind.kind === 'cluster')?.clauses.map((clause) => clause.outcome) ?? []} />
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </>
      )}
    </Loaded>
  );
}
