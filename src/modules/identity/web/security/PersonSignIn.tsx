import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { endPersonSessions, getSignInState, resetFactor, unlockAccount } from '../../words/security.contract.ts';
import type { SignInState } from '../../words/security.schema.ts';

/** How a person stands with signing in, and what whoever administers security can do about it. */
export function PersonSignIn({ personId }: { personId: string }) {
  const text = useText();
  const query = useRoute(getSignInState, { params: { personId } });
  return <Card title={text('identity.signInState')}><Loaded query={query} lines={4}>{(state) => <State personId={personId} state={state} />}</Loaded></Card>;
}

function State({ personId, state }: { personId: string; state: SignInState }) {
  const text = useText();
  const format = useFormat();
  const touches = { touches: ['audit'] };
  const [unlock, reset, end] = [useWrite(unlockAccount, touches), useWrite(resetFactor, touches), useWrite(endPersonSessions, touches)];
  const input = { params: { personId } };
  const trouble = unlock.error ?? reset.error ?? end.error;
  if (!state.hasAccount) return <p className="muted">{text('identity.signInState.none')}</p>;
  const factor = state.factor === 'enrolled' ? 'identity.factor.on' : state.factorRequired ? 'identity.signInState.owed' : 'identity.factor.off';
  const facts = [
    [text('identity.factor'), text(factor)],
    [text('identity.signInState.lock'), state.lockedUntil ? text('identity.signInState.lockedUntil', { at: format.moment(state.lockedUntil) }) : text('identity.signInState.open')],
    [text('identity.sessions'), text('identity.signInState.sessions', { count: state.openSessions })],
    [text('identity.keys'), text('identity.signInState.keys', { count: state.openKeys })],
  ] as const;
  return (
    <div className="stack">
      <dl className="facts">{facts.map(([label, value]) => <div key={label} className="fact"><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <div className="row">
        {state.lockedUntil || state.failedTries > 0 ? <Button size="small" busy={unlock.isPending} onClick={() => unlock.mutate(input)}>{text('identity.signInState.unlock')}</Button> : null}
        {state.factor === 'enrolled' ? <Button size="small" busy={reset.isPending} onClick={() => reset.mutate(input)}>{text('identity.signInState.reset')}</Button> : null}
        {state.openSessions > 0 ? <Button size="small" busy={end.isPending} onClick={() => end.mutate(input)}>{text('identity.signInState.end')}</Button> : null}
      </div>
      {trouble ? <p role="alert" className="field-error">{problemText(trouble, text)}</p> : null}
    </div>
  );
}
