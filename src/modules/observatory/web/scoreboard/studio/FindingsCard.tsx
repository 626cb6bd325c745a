import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { acceptableFindings } from '../../../words/scoreboard-choices.schema.ts';
import type { Finding, ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { useCalled } from './use-called.ts';
import type { Studio } from './use-studio.ts';

type Acceptable = (typeof acceptableFindings)[number];
const acceptable = (kind: string): kind is Acceptable => (acceptableFindings as readonly string[]).includes(kind);

/** What is mixed: refused until somebody says why it may be, and some of it never. */
export function FindingsCard({ studio, findings, result, blocked }: { studio: Studio; findings: readonly Finding[]; result: ScoreboardResult | null; blocked: boolean }) {
  const text = useText();
  const called = useCalled(studio, result);
  const kinds = [...new Set(findings.map((finding) => finding.kind))];
  return (
    <Card title={text('observatory.scoreboard.findings')} note={blocked ? <Tag tone="critical" icon="warning">{text('observatory.scoreboard.findings.blocked')}</Tag> : undefined}>
      <div className="stack">
        {kinds.map((kind) => {
          const found = findings.filter((finding) => finding.kind === kind);
          const open = found.filter((finding) => finding.accepted === null);
          return (
            <section key={kind} className="finding">
              <p><strong>{text(`observatory.scoreboard.finding.${kind}`)}</strong></p>
              <ul className="board-list small">
                {found.slice(0, 6).map((finding) => <li key={finding.code}>{called.node(finding.code)}: {finding.values.slice(0, 6).join(text('web.listComma'))}{finding.accepted ? <span className="quiet"> — {text('observatory.scoreboard.accepted', { reason: finding.accepted })}</span> : null}</li>)}
                {found.length > 6 ? <li className="quiet">{text('web.list.more', { count: found.length - 6 })}</li> : null}
              </ul>
              {open.length === 0 ? null : acceptable(kind) ? <Accept kind={kind} studio={studio} /> : <p className="small">{text('observatory.scoreboard.finding.never')}</p>}
            </section>
          );
        })}
      </div>
    </Card>
  );
}

function Accept({ kind, studio }: { kind: Acceptable; studio: Studio }) {
  const text = useText();
  const [reason, setReason] = useState('');
  const take = () => studio.setChoices({ accepted: [...studio.content.choices.accepted.filter((one) => one.kind !== kind || one.code !== null), { kind, code: null, reason: reason.trim() }] });
  return (
    <span className="row accept">
      <input className="input input-small grow" aria-label={text('observatory.scoreboard.accept.reason')} placeholder={text('observatory.scoreboard.accept.reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      <Button size="small" missing={reason.trim() === '' ? text('observatory.scoreboard.accept.missing') : undefined} onClick={take}>{text('observatory.scoreboard.accept')}</Button>
    </span>
  );
}
