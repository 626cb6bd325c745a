import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Ref } from '../../words/record.schema.ts';

/** The first list a cluster stands on, and how many more. */
export function ListNames({ lists }: { lists: readonly Ref[] }) {
  const text = useText();
  const name = useName();
  const [first, ...rest] = lists;
  if (!first) return <span className="quiet">—</span>;
  return (
    <span className="list-names">
      <PageLink className="cut" href={`/clusters?listId=${first.id}`}>{name(first.name)}</PageLink>
      {rest.length > 0 ? <Tag title={rest.map((each) => name(each.name)).join(text('web.listComma'))}>+{rest.length}</Tag> : null}
    </span>
  );
}
