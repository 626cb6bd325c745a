import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useMay, useSession } from '#web/session/use-session.ts';
import { useActing } from '#web/session/use-acting.ts';
import { endDeputy, listMyDeputies } from '../../words/deputy.contract.ts';
import type { Deputy } from '../../words/deputy.schema.ts';
import { DeputyTable } from './DeputyTable.tsx';
import { NameDeputy } from './NameDeputy.tsx';

/** Who may act for me, and for whom I may act. */
export function DeputyCards() {
  const text = useText();
  const { session } = useSession();
  const act = useActing();
  const [naming, setNaming] = useState(false);
  const query = useRoute(listMyDeputies, {});
  const end = useWrite(endDeputy, { touches: ['session', 'audit'] });
  const mayFind = useMay('colleague.read') && session?.acting === null;
  const stop = (deputy: Deputy) => <Button size="small" kind="danger" busy={end.isPending} onClick={() => end.mutate({ params: { deputyId: deputy.id } })}>{text('identity.deputy.end')}</Button>;
  const begin = (deputy: Deputy) => (deputy.state === 'inForce' && session?.acting?.deputyId !== deputy.id ? <Button size="small" onClick={() => void act(deputy.id)}>{text('identity.deputy.act')}</Button> : null);
  return (
    <>
      <Loaded query={query} what={text('identity.deputies')} lines={3}>
        {(deputies) => (
          <>
            <Card title={text('identity.deputies.mine')} note={String(deputies.mine.length)} flush actions={mayFind ? <Button size="small" icon="plus" onClick={() => setNaming(true)}>{text('identity.deputy.name')}</Button> : undefined}>
              {deputies.mine.length > 0 ? <DeputyTable caption={text('identity.deputies.mine')} deputies={deputies.mine} deed={stop} /> : <EmptyState title={text('identity.deputies.noneMine')}>{text('identity.deputies.scope')}</EmptyState>}
            </Card>
            {deputies.forOthers.length > 0 ? <Card title={text('identity.deputies.forOthers')} note={String(deputies.forOthers.length)} flush><DeputyTable caption={text('identity.deputies.forOthers')} deputies={deputies.forOthers} deed={begin} /></Card> : null}
          </>
        )}
      </Loaded>
      {naming ? <NameDeputy holderId={null} onClose={() => setNaming(false)} /> : null}
    </>
  );
}
