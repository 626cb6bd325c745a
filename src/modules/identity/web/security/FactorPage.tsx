import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { one } from '#web/router/search.ts';
import { useGo, useSearch } from '#web/router/use-search.ts';
import { useSessionDeeds } from '#web/session/use-session.ts';
import { getFactor } from '../../words/security.contract.ts';
import type { Factor } from '../../words/security.schema.ts';
import { safePath } from '../../words/safe-path.rules.ts';
import { Doorway } from '../Doorway.tsx';
import { FactorEnrol } from './FactorEnrol.tsx';

/** Only how it stood on arrival counts: once bound, the recovery codes stay on screen until they are kept. */
function Setting({ factor, next, onDone }: { factor: Factor; next: string; onDone: () => void }) {
  const text = useText();
  const go = useGo();
  const [wasBound] = useState(factor.state === 'enrolled');
  if (!wasBound) return <FactorEnrol hasPassword={factor.hasPassword} onDone={onDone} {...(factor.required ? {} : { onCancel: () => go(next, { replace: true }) })} />;
  return (
    <div className="stack">
      <p>{text('identity.factor.presentHint')}</p>
      <div><ButtonLink kind="primary" href={next}>{text('identity.factor.goOn')}</ButtonLink></div>
    </div>
  );
}

/** Where people of a role with a second factor land until they have one. */
export default function FactorPage() {
  const text = useText();
  const go = useGo();
  const client = useQueryClient();
  const deeds = useSessionDeeds();
  const next = safePath(one(useSearch()['next']));
  const query = useRoute(getFactor, {});
  const done = async () => {
    await client.resetQueries();
    go(next, { replace: true });
  };
  return (
    <Doorway title={text('identity.factor.set')} scope={query.data ? text(query.data.required ? 'identity.factor.required' : 'identity.factor.optionalScope') : undefined} below={<Button kind="quiet" icon="exit" onClick={() => void deeds.signOut()}>{text('web.account.signOut')}</Button>}>
      <Loaded query={query} lines={4}>{(factor) => <Setting factor={factor} next={next} onDone={() => void done()} />}</Loaded>
    </Doorway>
  );
}
