import { useQueryClient } from '@tanstack/react-query';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { one } from '#web/router/search.ts';
import { useGo, useSearch } from '#web/router/use-search.ts';
import { useSessionDeeds } from '#web/session/use-session.ts';
import { getFactor } from '../../words/security.contract.ts';
import { safePath } from '../../words/safe-path.rules.ts';
import { Doorway } from '../Doorway.tsx';
import { FactorEnrol } from './FactorEnrol.tsx';

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
    <Doorway title={text('identity.factor.set')} scope={text('identity.factor.required')} below={<Button kind="quiet" icon="exit" onClick={() => void deeds.signOut()}>{text('web.account.signOut')}</Button>}>
      <Loaded query={query} lines={4}>{(factor) => <FactorEnrol hasPassword={factor.hasPassword} onDone={() => void done()} />}</Loaded>
    </Doorway>
  );
}
