import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { ChangeLines } from '#web/kit/event/ChangeLines.tsx';
import { useByFor } from '#web/kit/event/by-for.ts';
import { eventText, kindText } from '#web/kit/event/event-words.ts';
import { recordPath } from '#web/kit/event/record-path.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Column } from '#web/kit/table/column.ts';
import type { AuditEntry } from '../identity.schema.ts';

function Subject({ entry }: { entry: AuditEntry }) {
  const name = useName();
  const path = entry.event.endsWith('.removed') ? null : recordPath(entry.subjectKind, entry.subjectId);
  const shown = entry.subjectName ? name(entry.subjectName) : kindText(entry.subjectKind);
  return (
    <span className="cell-lines">
      {path ? <RecordLink kind={entry.subjectKind} href={path} name={shown} /> : <span>{shown}</span>}
      {entry.subjectName ? <span>{kindText(entry.subjectKind)}</span> : null}
    </span>
  );
}

export function useAuditColumns(): Column<AuditEntry>[] {
  const text = useText();
  const format = useFormat();
  const name = useName();
  const byFor = useByFor();
  const role = (entry: AuditEntry) => (entry.role ? textOr(`identity.role.${entry.role}`, entry.role) : '');
  return [
    { key: 'event', label: text('identity.column.event'), fixed: true, cell: (entry) => <span className="strong">{eventText(entry.event)}</span>, export: (entry) => eventText(entry.event) },
    { key: 'at', label: text('identity.audit.at'), sort: 'seq', cell: (entry) => <time dateTime={entry.at} className="nowrap">{format.moment(entry.at)}</time>, export: (entry) => entry.at },
    { key: 'actor', label: text('identity.column.actorName'), cell: (entry) => <span className="cell-lines"><span>{byFor(entry.actorName, entry.forName)}</span><span>{role(entry)}</span></span>, export: (entry) => byFor(entry.actorName, entry.forName) },
    { key: 'role', label: text('identity.column.role'), optional: true, cell: role, export: role },
    { key: 'subject', label: text('identity.audit.record'), cell: (entry) => <Subject entry={entry} />, export: (entry) => (entry.subjectName ? name(entry.subjectName) : entry.subjectId) },
    {
      key: 'changes',
      label: text('identity.column.changes'),
      cell: (entry) => (entry.changes ? <ChangeLines kind={entry.subjectKind} changes={Object.entries(entry.changes).map(([field, [old, next]]) => ({ field, old, new: next }))} /> : <span className="quiet">—</span>),
      export: (entry) => (entry.changes ? JSON.stringify(entry.changes) : null),
    },
    { key: 'seq', label: text('identity.column.seq'), number: true, optional: true, cell: (entry) => entry.seq, export: (entry) => entry.seq },
    { key: 'hash', label: text('identity.column.hash'), optional: true, cell: (entry) => <code>{entry.hash.slice(0, 12)}</code>, export: (entry) => entry.hash },
  ];
}
