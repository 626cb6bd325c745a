import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Cluster, ClusterOrganisation } from '../../../words/cluster.schema.ts';
import { PromotionDialog } from './PromotionDialog.tsx';
import { RelationCard } from './RelationCard.tsx';

export interface PromotionTabProps {
  cluster: Cluster;
  query: UseQueryResult<{ items: ClusterOrganisation[] }, Problem>;
  mayUpdate: boolean;
}

/** The organisations that promote the cluster: one main, any number of others, each with its bodies. */
export function PromotionTab({ cluster, query, mayUpdate }: PromotionTabProps) {
  const text = useText();
  const [editing, setEditing] = useState<ClusterOrganisation | 'new' | null>(null);
  const add = mayUpdate ? <Button icon="plus" size="small" onClick={() => setEditing('new')}>{text('registry.promotion.add')}</Button> : null;
  return (
    <Loaded query={query} what={text('registry.cluster.organisation')} lines={8}>
      {({ items }) => (
        <>
          {items.length > 0 ? (
            <p className="row row-wrap">
              <span className="grow muted">{text('registry.promotion.count', { main: items.filter((each) => each.role === 'main').length, others: items.filter((each) => each.role === 'other').length })}</span>
              {add}
            </p>
          ) : (
            <Card title={text('registry.cluster.organisation')}><EmptyState title={text('registry.promotion.none')} action={add}>{text('registry.promotion.none.hint')}</EmptyState></Card>
          )}
          {items.map((each) => <RelationCard key={each.id} relation={each} mayUpdate={mayUpdate} onEdit={() => setEditing(each)} />)}
          <PromotionDialog clusterId={cluster.id} relation={editing} hasMain={items.some((each) => each.role === 'main' && each.until === null)} onClose={() => setEditing(null)} />
        </>
      )}
    </Loaded>
  );
}
