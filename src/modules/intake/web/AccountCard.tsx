import { useState } from 'react';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import type { Batch, BatchCounts } from '../words/import.schema.ts';

const firstRemarks = 6;

/** Every row of the file in one line, and the remarks rows carry; each line filters the rows below. */
export function AccountCard({ batch, counts }: { batch: Batch; counts: BatchCounts }) {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const search = useSearch();
  const setSearch = useSetSearch();
  const [everyRemark, setEveryRemark] = useState(false);
  const groups = counts.groups.filter((group) => group.count > 0);
  const largest = Math.max(1, ...groups.map((group) => group.count));
  const remarks = everyRemark ? counts.reasons : counts.reasons.slice(0, firstRemarks);
  const filter = (change: { group?: string | undefined; reason?: string | undefined }) => setSearch({ group: change.group, reason: change.reason, question: undefined });
  return (
    <div className="columns">
      <Card title={text('intake.account.title', { count: batch.rowCount })} caption={text('intake.account.caption', { sum: groups.map((group) => format.count(group.count)).join(' + '), count: batch.rowCount })} flush>
        <ul className="account">
          {groups.map((group) => {
            const on = one(search['group']) === group.key;
            return (
              <li key={group.key}>
                <button type="button" className="account-line" aria-pressed={on} title={text('intake.account.show')} onClick={() => filter({ group: on ? undefined : group.key })}>
                  <span>{bilingual(group.label)}</span>
                  <Tag tone={group.written ? 'brand' : 'neutral'}>{text(group.written ? 'intake.account.written' : 'intake.account.left')}</Tag>
                  <span className="number strong">{format.count(group.count)}</span>
                  <span className={group.written ? 'account-bar' : 'account-bar account-bar-left'} style={{ width: `${Math.max(0.5, (group.count / largest) * 100)}%` }} aria-hidden="true" />
                </button>
              </li>
            );
          })}
        </ul>
      </Card>
      <Card
        title={text('intake.remarks.title')}
        caption={text('intake.remarks.caption')}
        actions={counts.reasons.length > firstRemarks ? <Button kind="quiet" size="small" onClick={() => setEveryRemark(!everyRemark)}>{everyRemark ? text('intake.remarks.fewer') : text('intake.remarks.all', { count: counts.reasons.length })}</Button> : undefined}
        flush
      >
        <ul className="account">
          {remarks.map(({ reason, label, count }) => {
            const on = one(search['reason']) === reason;
            return (
              <li key={reason}>
                <button type="button" className="account-line" aria-pressed={on} title={text('intake.account.show')} onClick={() => filter({ reason: on ? undefined : reason })}>
                  <span>{bilingual(label)}</span>
                  <span />
                  <span className="number strong">{format.count(count)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </Card>
    </div>
  );
}
