import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Segmented } from '#web/kit/Segmented.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { getCalendar, getYear } from '../calendar.contract.ts';
import { TimeZone } from './TimeZone.tsx';
import { TryDeadline } from './TryDeadline.tsx';
import { YearCard } from './YearCard.tsx';
import './calendar.css';

function Year({ year, today, editable }: { year: number; today: string; editable: boolean }) {
  const text = useText();
  const query = useRoute(getYear, { params: { year } }, { keepPrevious: true });
  return <Loaded query={query} what={text('calendar.title')} lines={12}>{(found) => <YearCard year={found} today={today} editable={editable} />}</Loaded>;
}

function Calendar() {
  const text = useText();
  const editable = useMay('calendar.update');
  const search = useSearch();
  const setSearch = useSetSearch();
  const query = useRoute(getCalendar, {});
  return (
    <>
      <PageHead title={text('calendar.title')} scope={text('calendar.scope')} />
      <Loaded query={query} what={text('calendar.title')} lines={12}>
        {({ years, today, timeZone }) => {
          const wanted = String(search['year'] ?? today.slice(0, 4));
          const year = years.find((each) => String(each.year) === wanted)?.year ?? Number(today.slice(0, 4));
          return (
            <>
              <div><Segmented label={text('calendar.chooseYear')} value={String(year)} onChange={(next) => setSearch({ year: next })} options={years.map((each) => ({ value: String(each.year), label: each.announced ? String(each.year) : text('calendar.yearOpen', { year: String(each.year) }) }))} /></div>
              <Year year={year} today={today} editable={editable} />
              <div className="columns-wide">
                <TryDeadline today={today} />
                <TimeZone key={timeZone} timeZone={timeZone} editable={editable} />
              </div>
            </>
          );
        }}
      </Loaded>
    </>
  );
}

export default function CalendarPage() {
  const text = useText();
  return <Administration permission={null} title={text('calendar.title')}><Calendar /></Administration>;
}
