import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { problemText } from '#web/kit/state/problem-text.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { ImportMatch } from '../../words/match.schema.ts';
import { CandidateCard } from './CandidateCard.tsx';
import type { useMatchDesk } from './use-match-desk.ts';

/** Two records side by side: the row of the file, and those of the register it may be. */
export function MatchCard({ match, desk, total, may }: { match: ImportMatch; desk: ReturnType<typeof useMatchDesk>; total: number; may: boolean }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { asked, candidates } = match;
  const shown = candidates.filter(({ record }) => record);
  const lines = [['name', name(asked.name)], ['code', asked.uscc], ['externalCode', asked.externalCode], ['place', asked.place]] as const;
  const settled = match.state === 'confirmed' || match.state === 'rejected';
  return (
    <Card title={text(`intake.match.state.${match.state}`)} note={text('intake.match.position', { at: desk.index + 1, total })} caption={text('intake.match.keys')}>
      <div className="match-desk" aria-busy={desk.decide.isPending}>
        <section className="match-row" aria-label={text('intake.match.fileRow', { row: match.rowNumber })}>
          <h3>{text('intake.match.fileRow', { row: match.rowNumber })}</h3>
          <p className="quiet"><PageLink href={`/imports/${match.batch.id}`}>{match.batch.fileName}</PageLink></p>
          <dl className="match-values">{lines.filter(([, value]) => value).map(([key, value]) => <div key={key}><dt>{text(`intake.match.${key}`)}</dt><dd>{value}</dd></div>)}</dl>
          {match.alike > 1 ? <p className="quiet">{text('intake.match.alike', { count: match.alike })}</p> : null}
          {match.decidedByName && match.decidedAt ? <p className="quiet">{text('intake.match.by', { name: match.decidedByName, at: format.moment(match.decidedAt) })}</p> : null}
          <details>
            <summary>{text('intake.match.otherCells')}</summary>
            <dl className="match-values">{match.cells.map(({ column, cell }, at) => <div key={`${column} ${at}`}><dt>{column}</dt><dd>{cell}</dd></div>)}</dl>
          </details>
        </section>
        <section aria-label={text('intake.match.register')}>
          <h3>{text('intake.match.register')}</h3>
          <ol className="match-candidates">
            {candidates.map((candidate, at) => (
              <CandidateCard key={candidate.id} match={match} candidate={candidate} number={at + 1} chosen={match.recordId === candidate.id} busy={desk.decide.isPending} choose={may && match.recordId !== candidate.id ? () => desk.answer(candidate.id) : null} />
            ))}
          </ol>
          {shown.length > 1 ? <p className="quiet">{text('intake.match.sameRecord')} <PageLink href={`/organisations/${shown[0]?.id}/merge?with=${shown[1]?.id}`}>{text('intake.match.merge')}</PageLink></p> : null}
        </section>
      </div>
      {desk.decide.error ? <p role="alert" className="critical">{text('intake.match.failed')}: {problemText(desk.decide.error, text)}</p> : null}
      <div className="match-actions">
        {may && match.state !== 'rejected' ? <Button busy={desk.decide.isPending} onClick={() => desk.answer(null)}><kbd aria-hidden="true">N</kbd> {text('intake.match.none')}</Button> : null}
        {may && settled ? <Button kind="quiet" busy={desk.decide.isPending} onClick={() => desk.answer(undefined)}>{text('intake.match.reopen')}</Button> : null}
        <Button kind="quiet" onClick={() => desk.move(1)}><kbd aria-hidden="true">S</kbd> {text('intake.match.skip')}</Button>
        {may && desk.canUndo ? <Button kind="quiet" onClick={desk.undo}><kbd aria-hidden="true">U</kbd> {text('intake.match.undo')}</Button> : null}
      </div>
    </Card>
  );
}
