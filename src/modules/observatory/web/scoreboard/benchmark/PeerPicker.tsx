import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Chip } from '#web/kit/Chip.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import type { RankRow } from '../result/rank-rows.ts';

export interface PeerPickerProps {
  rows: readonly RankRow[];
  subjectId: string;
  peers: readonly string[];
  onSubject: (id: string) => void;
  onPeers: (ids: string[]) => void;
}

/** Whom to look at, and whom to hold against: at most ten. */
export function PeerPicker({ rows, subjectId, peers, onSubject, onPeers }: PeerPickerProps) {
  const text = useText();
  const name = useName();
  const called = (id: string): string => name(rows.find((row) => row.subject.id === id)?.subject.name);
  const find = (words: string) =>
    Promise.resolve(rows.filter(({ subject }) => subject.id !== subjectId && !peers.includes(subject.id) && name(subject.name).toLowerCase().includes(words.toLowerCase())).slice(0, 20).map(({ subject }) => ({ value: subject.id, label: name(subject.name), detail: subject.peer ? text('observatory.scoreboard.peer') : (subject.group ?? '') })));
  return (
    <div className="row row-wrap peer-picker">
      <label className="row">
        {text('observatory.scoreboard.subject')}
        <select className="input input-small" value={subjectId} onChange={(event) => onSubject(event.target.value)}>
          {rows.map(({ subject }) => <option key={subject.id} value={subject.id}>{name(subject.name)}</option>)}
        </select>
      </label>
      <span className="row row-wrap" role="group" aria-label={text('observatory.scoreboard.benchmark.against')}>
        <span>{text('observatory.scoreboard.benchmark.against')}</span>
        {peers.map((id) => <Chip key={id} on onRemove={() => onPeers(peers.filter((one) => one !== id))}>{called(id)}</Chip>)}
        {peers.length < 10 ? <span className="peer-add"><Combobox key={peers.join(' ')} aria-label={text('observatory.scoreboard.benchmark.add')} placeholder={text('observatory.scoreboard.benchmark.add')} value={null} find={find} onChange={(option) => (option ? onPeers([...peers, option.value]) : undefined)} /></span> : null}
      </span>
    </div>
  );
}
