import type { ReactNode } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Icon } from './icon/Icon.tsx';

export interface Clause {
  id: string;
  verdict: 'pass' | 'fail' | 'unknown';
  /** The clause in the reader's words. */
  clause: ReactNode;
  /** The value found, with its source. */
  value?: ReactNode;
  /** How far it is from passing, or what is missing. */
  distance?: ReactNode;
}

const icons = { pass: 'check', fail: 'cross', unknown: 'question' } as const;

export function VerdictList({ clauses }: { clauses: readonly Clause[] }) {
  const text = useText();
  return (
    <ul className="verdicts">
      {clauses.map((each) => (
        <li key={each.id} className={`verdict-${each.verdict}`}>
          <span className="verdict-icon"><Icon name={icons[each.verdict]} size={16} label={text(`web.verdict.${each.verdict}`)} /></span>
          <span>
            {each.clause}
            {each.value ? <span className="small quiet"> {each.value}</span> : null}
            {each.distance ? <span className="small verdict-distance" style={{ display: 'block' }}>{each.distance}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The same verdicts summed up in a list: filled pass, red outline fail, dashed unknown. */
export function VerdictPips({ verdicts }: { verdicts: readonly Clause['verdict'][] }) {
  const text = useText();
  const count = (verdict: Clause['verdict']) => verdicts.filter((each) => each === verdict).length;
  const numbers = { pass: count('pass'), fail: count('fail'), unknown: count('unknown'), total: verdicts.length };
  return (
    <span className="pips" role="img" aria-label={text('web.verdict.aria', numbers)}>
      {verdicts.map((verdict, index) => <span key={index} className={`pip pip-${verdict}`} />)}
      <span className="pips-words">{text('web.verdict.summary', numbers)}</span>
    </span>
  );
}
