import { useState } from 'react';
import type { CSSProperties } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { useMay } from '#web/session/use-session.ts';
import { Administration } from '#web/shell/Administration.tsx';
import { listPosts } from '../../words/post.contract.ts';
import { chartOrder } from '../../words/post.rules.ts';
import type { Post } from '../../words/post.schema.ts';
import { localDay } from '../mandate-words.ts';
import { EditPost } from './EditPost.tsx';

type Row = { post: Post; depth: number };

function useChartColumns(): Column<Row>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  return [
    { key: 'post', label: text('identity.post'), fixed: true, cell: ({ post, depth }) => <span className="post-row" style={{ '--depth': depth } as CSSProperties}><PageLink href={`/administration/posts/${post.id}`}>{name(post.name)}</PageLink></span> },
    { key: 'subject', label: text('identity.post.subject'), cell: ({ post }) => name(post.subjectName) || '—' },
    { key: 'holder', label: text('identity.post.holder'), cell: ({ post }) => (post.holder ? <span className="strong">{name(post.holder.name)}</span> : <Tag tone="warning">{text('identity.post.vacant')}</Tag>) },
    { key: 'next', label: text('identity.post.next'), cell: ({ post }) => (post.next ? text('identity.post.nextFrom', { name: name(post.next.person.name), date: format.date(localDay(post.next.validFrom)) }) : '—') },
    { key: 'mandates', label: text('identity.post.mandates'), number: true, cell: ({ post }) => post.mandateCount },
  ];
}

/** Who holds what on a day: the past keeps its names, and what is decided for later shows already. */
function Chart() {
  const text = useText();
  const day = one(useSearch()['on']);
  const setSearch = useSetSearch();
  const [adding, setAdding] = useState(false);
  const mayCreate = useMay('post.create');
  const columns = useChartColumns();
  const valid = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
  const query = useRoute(listPosts, { query: valid ? { at: new Date(`${valid}T12:00:00`).toISOString() } : {} }, { keepPrevious: true });
  const add = mayCreate ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>{text('identity.post.add')}</Button> : undefined;
  return (
    <>
      <PageHead title={text('identity.posts')} scope={text('identity.posts.scope')} actions={add} />
      <div className="row row-wrap">
        <label className="row">
          <span className="nowrap">{text('identity.posts.on')}</span>
          <input className="input" type="date" value={valid ?? localDay(new Date().toISOString())} onChange={(event) => setSearch({ on: event.target.value || undefined })} />
        </label>
        {valid ? <Button size="small" onClick={() => setSearch({ on: undefined })}>{text('identity.posts.today')}</Button> : null}
      </div>
      <Loaded query={query} what={text('identity.posts')} lines={8}>
        {({ items }) => (
          <Card title={text('identity.posts.chart')} note={text('identity.posts.vacantCount', { count: items.filter((post) => post.holder === null).length })} flush>
            {items.length > 0 ? <DataTable caption={text('identity.posts.chart')} columns={columns} rows={chartOrder(items)} rowKey={({ post }) => post.id} /> : <EmptyState title={text('identity.posts.empty')} action={add}>{text('identity.posts.scope')}</EmptyState>}
          </Card>
        )}
      </Loaded>
      {adding ? <EditPost post={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

export default function PostChart() {
  const text = useText();
  return <Administration permission="post.read" title={text('identity.posts')}><Chart /></Administration>;
}
