import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { eventText, kindText } from '#web/kit/event/event-words.ts';
import { namesWithWords } from '#web/kit/event/room-words.ts';
import { FilterChip } from '#web/kit/list/FilterChip.tsx';
import type { ListState } from '#web/router/use-list-state.ts';
import { listPeople } from '../identity.contract.ts';

export function AuditFilters({ state }: { state: ListState<'event' | 'subjectKind' | 'personId'> }) {
  const text = useText();
  const name = useName();
  const people = useRoute(listPeople, { query: { limit: 200 } });
  const events = namesWithWords('event').filter((event) => event.includes('.'));
  const kinds = namesWithWords('recordKind');
  return (
    <>
      <FilterChip single label={text('identity.column.actorName')} options={(people.data?.items ?? []).map((person) => ({ value: person.id, label: name(person.name) }))} chosen={state.filters.personId} onChange={(values) => state.setFilter('personId', values)} />
      <FilterChip single label={text('identity.column.event')} options={events.map((event) => ({ value: event, label: eventText(event) }))} chosen={state.filters.event} onChange={(values) => state.setFilter('event', values)} />
      <FilterChip single label={text('identity.column.subjectKind')} options={kinds.map((kind) => ({ value: kind, label: kindText(kind) }))} chosen={state.filters.subjectKind} onChange={(values) => state.setFilter('subjectKind', values)} />
    </>
  );
}
