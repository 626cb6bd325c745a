import { useName } from '#web/i18n/names.ts';
import { useByFor } from '#web/kit/event/by-for.ts';
import { ChangeLines } from '#web/kit/event/ChangeLines.tsx';
import { eventText, kindText } from '#web/kit/event/event-words.ts';
import { recordPath } from '#web/kit/event/record-path.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { FeedEvent } from '../publication.schema.ts';
import { localDay, localTime } from './day.ts';

/** The moment, the thing, what became of it, and who did it. */
export function ChangeEntry({ event, dated }: { event: FeedEvent; dated: boolean }) {
  const name = useName();
  const byFor = useByFor();
  const format = useFormat();
  const { kind, id } = event.subject;
  const path = recordPath(kind, id);
  const shown = event.subject.name ? name(event.subject.name) : kindText(kind);
  return (
    <li className="home-change">
      <time className={dated ? 'home-time home-time-dated' : 'home-time'} dateTime={event.at} title={format.moment(event.at)}>{dated ? localDay(event.at).slice(5) : localTime(event.at)}</time>
      <div className="grow">
        <p className="home-change-head">
          {path ? <RecordLink kind={kind} href={path} name={shown} /> : <span>{shown}</span>}
          <strong>{eventText(event.event)}</strong>
        </p>
        {event.changes.length > 0 ? <ChangeLines kind={kind} changes={event.changes} /> : null}
        <p className="small quiet">{byFor(event.actor, event.actorFor)}</p>
      </div>
    </li>
  );
}
