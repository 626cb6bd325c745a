import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { grantMandate } from '../identity.contract.ts';
import type { Person } from '../identity.schema.ts';
import { AskedSecondPerson } from './acting/AskedSecondPerson.tsx';
import { MandateForm } from './MandateForm.tsx';

export function GrantMandate({ person, onClose }: { person: Person; onClose: () => void }) {
  const text = useText();
  const name = useName();
  const [asked, setAsked] = useState<string | null>(null);
  const grant = useWrite(grantMandate, { touches: ['person', 'session', 'audit', 'approval'], onDone: (outcome) => (outcome.approvalId ? setAsked(outcome.approvalId) : onClose()) });
  if (asked) return <AskedSecondPerson approvalId={asked} onClose={onClose} />;
  return <MandateForm title={text('identity.mandate.grantTo', { name: name(person.name) })} onClose={onClose} grant={(body) => grant.mutateAsync({ params: { personId: person.id }, body })} />;
}
