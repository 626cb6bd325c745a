import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { useMay } from '#web/session/use-session.ts';
import type { Mandate, Person } from '../identity.schema.ts';
import { EndMandate } from './EndMandate.tsx';
import { MandateTable } from './MandateTable.tsx';

const states = ['inForce', 'coming', 'ended'] as const;

export function PersonMandates({ person }: { person: Person }) {
  const text = useText();
  const mayEnd = useMay('mandate.end');
  const [ending, setEnding] = useState<Mandate | null>(null);
  const deed = (mandate: Mandate) => mandate.postId ? null : <Button size="small" kind="danger" onClick={() => setEnding(mandate)}>{text('identity.mandate.end')}</Button>;
  if (person.mandates.length === 0) {
    return (
      <Card>
        <EmptyState title={text('identity.person.noMandate')}>{text('identity.person.noMandateHint')}</EmptyState>
      </Card>
    );
  }
  return (
    <>
      {states.map((state) => {
        const mandates = person.mandates.filter((mandate) => mandate.state === state);
        const title = text(`identity.mandateState.${state}`);
        if (mandates.length === 0) return null;
        return (
          <Card key={state} title={title} note={String(mandates.length)} flush>
            <MandateTable caption={title} mandates={mandates} {...(mayEnd && state !== 'ended' ? { deed } : {})} />
          </Card>
        );
      })}
      {ending ? <EndMandate person={person} mandate={ending} onClose={() => setEnding(null)} /> : null}
    </>
  );
}
