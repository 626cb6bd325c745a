import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { ImportMatch, MatchCandidateView } from '../../words/match.schema.ts';

interface Props {
  match: ImportMatch;
  candidate: MatchCandidateView;
  /** Its key on the keyboard. */
  number: number;
  chosen: boolean;
  choose: (() => void) | null;
  busy: boolean;
}

/** One record of the register beside the row: what differs is marked, and the score says why. */
export function CandidateCard({ match, candidate, number, chosen, choose, busy }: Props) {
  const text = useText();
  const name = useName();
  const { record, score, reasons } = candidate;
  const share = Math.min(99, Math.round(score * 100));
  if (!record) return <li className="match-candidate quiet">{text('intake.match.hidden')}</li>;
  const has = (...codes: string[]) => reasons.some(({ reason }) => codes.includes(reason));
  const lines = [
    { key: 'code', value: record.uscc, differs: has('differentCode') },
    { key: 'externalCode', value: record.externalCode, differs: match.asked.externalCode !== null && record.externalCode !== null && match.asked.externalCode !== record.externalCode },
    { key: 'place', value: record.place && name(record.place), differs: has('otherCity', 'sameProvince') },
    { key: 'industry', value: record.industry && name(record.industry), differs: has('otherIndustry') },
    { key: 'aliases', value: record.aliases.join(' / '), differs: false },
  ] as const;
  return (
    <li className={chosen ? 'match-candidate match-chosen' : 'match-candidate'}>
      <div className="match-candidate-head">
        <kbd aria-hidden="true">{number}</kbd>
        <strong><PageLink href={`/organisations/${candidate.id}`}>{name(record.name)}</PageLink></strong>
        {has('sameName') ? null : <Tag tone="warning">{text('intake.match.differs')}</Tag>}
      </div>
      <div className="match-score">
        <span className="match-bar" aria-hidden="true"><span style={{ width: `${share}%` }} /></span>
        <span className="nowrap">{text('intake.match.score', { score: share })}</span>
      </div>
      <p className="match-reasons">{reasons.map(({ reason, params }) => text(`intake.match.reason.${reason}`, reason === 'aliasOf' ? { alias: String(params['alias'] ?? '') } : {})).join(text('intake.match.comma'))}</p>
      <dl className="match-values">
        {lines.filter(({ value }) => value).map(({ key, value, differs }) => (
          <div key={key}><dt>{text(`intake.match.${key}`)}</dt><dd className={differs ? 'match-differs' : undefined}>{value} {differs ? <Tag tone="warning">{text('intake.match.differs')}</Tag> : null}</dd></div>
        ))}
      </dl>
      {choose ? <Button size="small" kind={number === 1 && match.state === 'unsure' ? 'primary' : 'plain'} busy={busy} onClick={choose}>{text('intake.match.choose')}</Button> : null}
    </li>
  );
}
