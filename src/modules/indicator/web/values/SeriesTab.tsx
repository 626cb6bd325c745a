import { useState } from 'react';
import { useList } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { SearchField } from '#web/kit/list/SearchField.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { ErrorState } from '#web/kit/state/ErrorState.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import type { Indicator } from '../../words/indicator.schema.ts';
import { listObservedSubjects } from '../../words/observation.contract.ts';
import type { ObservedSubject } from '../../words/observation.schema.ts';
import { SubjectSeries } from './SubjectSeries.tsx';

const keyOf = (subject: ObservedSubject) => `${subject.subjectKind}:${subject.id}`;

/** One region, cluster or organisation at a time: its series as a chart and as a table. */
export function SeriesTab({ indicator }: { indicator: Indicator }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [q, setQ] = useState('');
  const asked = one(useSearch()['subject']);
  const setSearch = useSetSearch();
  const mayImport = useMay('import.create');
  const list = useList(listObservedSubjects, { params: { indicatorId: indicator.id }, query: { q: q || undefined, limit: 50 } });
  const chosen = list.items.find((subject) => keyOf(subject) === asked) ?? (asked ? null : list.items[0]) ?? null;
  const title = text('indicator.subjects');
  if (list.error && list.items.length === 0) return <ErrorState what={title} problem={list.error} retry={list.retry} />;
  if (list.loading) return <LoadingSkeleton lines={8} />;
  if (list.total === 0 && q === '') return <section className="card"><EmptyState title={text('indicator.series.empty')} action={mayImport ? <ButtonLink icon="upload" href="/imports">{text('indicator.series.import')}</ButtonLink> : null}>{text('indicator.series.empty.hint')}</EmptyState></section>;
  const [kind, ...rest] = (asked ?? '').split(':');
  const shown = chosen ?? (asked ? { subjectKind: kind as ObservedSubject['subjectKind'], id: rest.join(':') } : null);
  return (
    <div className="indicator-series">
      <nav className="card indicator-subjects" aria-label={title}>
        <SearchField label={text('indicator.subjects.find')} value={q} onChange={setQ} />
        <ul>
          {list.items.map((subject) => (
            <li key={keyOf(subject)}>
              <button type="button" className="indicator-tree-line" aria-pressed={subject === chosen} onClick={() => setSearch({ subject: keyOf(subject) })}>
                <span className="grow cut">{name(subject.subject.name) || subject.subjectCode}{subject.system ? <span className="quiet small"> · {subject.system}</span> : null}</span>
                <span className="quiet small nowrap">{format.count(subject.observationCount)}</span>
              </button>
            </li>
          ))}
        </ul>
        {list.items.length === 0 ? <p className="quiet small" role="status">{text('web.form.nothing')}</p> : null}
        {list.hasMore ? <Button size="small" busy={list.loadingMore} onClick={list.loadMore}>{text('indicator.subjects.more', { count: (list.total ?? 0) - list.items.length })}</Button> : null}
      </nav>
      {shown ? <SubjectSeries key={`${shown.subjectKind}:${shown.id}`} indicator={indicator} subjectKind={shown.subjectKind} subjectId={shown.id} /> : null}
    </div>
  );
}
