import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { getQuota, setQuota } from '../../words/file.contract.ts';
import { largestUpload } from '../../words/file.schema.ts';
import type { Quota } from '../../words/file.schema.ts';
import { formatBytes } from '../files/bytes.ts';

/** How much room files have, how much is left, and the two numbers that an operator sets. */
export function QuotaCard() {
  const text = useText();
  const query = useRoute(getQuota, {});
  return <Loaded query={query} what={text('record.administration.quota')}>{(quota) => <QuotaForm key={`${quota.total} ${quota.largest}`} quota={quota} />}</Loaded>;
}

const [gigabyte, megabyte] = [1024 ** 3, 1024 ** 2];

function QuotaForm({ quota }: { quota: Quota }) {
  const text = useText();
  const language = useLanguage();
  const [total, setTotal] = useState(String(Math.round((quota.total / gigabyte) * 100) / 100));
  const [largest, setLargest] = useState(String(Math.round((quota.largest / megabyte) * 100) / 100));
  const set = useWrite(setQuota);
  const show = (bytes: number): string => formatBytes(bytes, language);
  const send = () => set.mutate({ body: { total: Math.round(Number(total) * gigabyte), largest: Math.min(largestUpload, Math.round(Number(largest) * megabyte)) } });
  return (
    <Card title={text('record.administration.quota')} caption={text('record.administration.counts', { files: quota.files, removed: quota.removed })}>
      <div className="stack">
        <div>
          <progress className="quota-bar" max={quota.total} value={quota.used} aria-label={text('record.administration.quota')} />
          <p>{text('record.administration.used', { used: show(quota.used), total: show(quota.total), left: show(Math.max(0, quota.total - quota.used)) })}</p>
        </div>
        <div className="row quota-form">
          <label className="field">
            <span className="field-label">{text('record.administration.total')}</span>
            <input className="input" type="number" min={0.01} step="any" value={total} onChange={(event) => setTotal(event.target.value)} />
          </label>
          <label className="field" title={text('record.administration.largestHelp', { most: largestUpload / megabyte })}>
            <span className="field-label">{text('record.administration.largest')}</span>
            <input className="input" type="number" min={0.01} max={largestUpload / megabyte} step="any" value={largest} onChange={(event) => setLargest(event.target.value)} />
          </label>
          <Button busy={set.isPending} onClick={send}>{text('record.administration.set')}</Button>
        </div>
        {set.error ? <p className="field-error" role="alert">{problemText(set.error, text)}</p> : null}
      </div>
    </Card>
  );
}
