import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { getFactor } from '../../words/security.contract.ts';
import type { Factor } from '../../words/security.schema.ts';
import { FactorAgain } from './FactorAgain.tsx';
import { FactorEnrol } from './FactorEnrol.tsx';

export function FactorCard() {
  const text = useText();
  const query = useRoute(getFactor, {});
  return <Card title={text('identity.factor')}><Loaded query={query} lines={3}>{(factor) => <FactorState factor={factor} />}</Loaded></Card>;
}

function FactorState({ factor }: { factor: Factor }) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const [deed, setDeed] = useState<'enrol' | 'remove' | 'renew' | null>(null);
  const close = () => {
    setDeed(null);
    void client.invalidateQueries({ queryKey: ['factor'] });
    void client.invalidateQueries({ queryKey: ['session'] });
  };
  const isOn = factor.state === 'enrolled';
  return (
    <div className="stack">
      <div className="row"><Tag tone={isOn ? 'positive' : factor.required ? 'warning' : 'neutral'}>{text(isOn ? 'identity.factor.on' : 'identity.factor.off')}</Tag></div>
      <p className="muted">{isOn ? text('identity.factor.since', { at: format.moment(factor.enrolledAt ?? ''), count: factor.codesLeft }) : text(factor.required ? 'identity.factor.required' : 'identity.factor.why')}</p>
      <div className="row">
        {isOn ? (
          <>
            <Button onClick={() => setDeed('renew')}>{text('identity.factor.renew')}</Button>
            <Button onClick={() => setDeed('remove')}>{text('identity.factor.remove')}</Button>
          </>
        ) : <Button kind="primary" onClick={() => setDeed('enrol')}>{text('identity.factor.set')}</Button>}
      </div>
      {deed === 'enrol' ? <Dialog open title={text('identity.factor.set')} onClose={close}><FactorEnrol hasPassword={factor.hasPassword} onCancel={close} onDone={close} /></Dialog> : null}
      {deed === 'remove' || deed === 'renew' ? <FactorAgain deed={deed} hasPassword={factor.hasPassword} onClose={close} /> : null}
    </div>
  );
}
