import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { endOtherSessions, endSession, listSessions } from '../../words/security.contract.ts';
import type { Session } from '../../words/security.schema.ts';

export function SessionsCard() {
  const text = useText();
  const format = useFormat();
  const query = useRoute(listSessions, {});
  const end = useWrite(endSession);
  const endOthers = useWrite(endOtherSessions);
  const device = (session: Session): string => [session.device.browser, session.device.system].filter(Boolean).join(' · ') || text('identity.session.unknownDevice');
  const columns: Column<Session>[] = [
    { key: 'device', label: text('identity.session.device'), fixed: true, cell: (session) => <span className="row">{device(session)}{session.current ? <Tag tone="brand">{text('identity.session.current')}</Tag> : null}</span> },
    { key: 'ip', label: text('identity.session.place'), cell: (session) => session.ip ?? text('web.figure.notStated') },
    { key: 'lastSeenAt', label: text('identity.session.lastSeen'), cell: (session) => format.moment(session.lastSeenAt) },
    { key: 'createdAt', label: text('identity.session.since'), cell: (session) => format.moment(session.createdAt), deskOnly: true },
    { key: 'deed', label: text('identity.mandate.deed'), cell: (session) => (session.current ? null : <Button size="small" busy={end.isPending && end.variables?.params?.sessionId === session.id} onClick={() => end.mutate({ params: { sessionId: session.id } })}>{text('identity.session.end')}</Button>) },
  ];
  const others = (query.data?.items ?? []).some((session) => !session.current);
  const trouble = end.error ?? endOthers.error;
  return (
    <Card flush title={text('identity.sessions')} note={text('identity.sessions.note')} actions={others ? <Button size="small" busy={endOthers.isPending} onClick={() => endOthers.mutate({})}>{text('identity.sessions.endOthers')}</Button> : null}>
      {trouble ? <p role="alert" className="field-error">{problemText(trouble, text)}</p> : null}
      <Loaded query={query} lines={3}>{({ items }) => <DataTable caption={text('identity.sessions')} columns={columns} rows={items} rowKey={(session) => session.id} />}</Loaded>
    </Card>
  );
}
