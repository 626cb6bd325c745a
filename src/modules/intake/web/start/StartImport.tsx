import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import { listImportTargets } from '../../words/mapping.contract.ts';
import { getSourceQuality } from '../../words/quality.contract.ts';
import type { ImportTargetList } from '../../words/mapping.schema.ts';
import { SourceChoice } from '../source/SourceChoice.tsx';
import type { SourceRef } from '../source/source-ref.ts';
import { FileDrop } from './FileDrop.tsx';
import { TargetFields } from './TargetFields.tsx';

/** What a file holds, where it comes from, and the file. */
export function StartImport() {
  const text = useText();
  const query = useRoute(listImportTargets, {}, { staleTime: 300_000 });
  return (
    <Loaded query={query} what={text('intake.start.title')}>
      {(answer) => (answer.items.length === 0 ? <p className="card card-body">{text('intake.start.none')}</p> : <StartCard {...answer} />)}
    </Loaded>
  );
}

function StartCard({ items, limits }: ImportTargetList) {
  const text = useText();
  const bilingual = useBilingual();
  const search = useSearch();
  const setSearch = useSetSearch();
  const asked = one(search['source']);
  const known = useRoute(getSourceQuality, { params: { sourceId: asked ?? '' } }, { enabled: asked !== undefined }).data?.source;
  const [chosen, setSource] = useState<SourceRef | null | undefined>(undefined);
  const source = chosen === undefined ? (known ?? null) : chosen;
  const target = items.find(({ id }) => id === one(search['as'])) ?? items[0];
  if (!target) return null;
  return (
    <Card title={text('intake.start.title')} caption={text('intake.drop.nothing')}>
      <div className="import-start">
        <div className="stack">
          <div className="field">
            <label className="field-label" htmlFor="import-target">{text('intake.start.target')}</label>
            <select id="import-target" className="input" value={target.id} onChange={(event) => setSearch({ as: event.target.value })}>
              {items.map(({ id, label }) => <option key={id} value={id}>{bilingual(label)}</option>)}
            </select>
            {target.note ? <p className="field-help">{bilingual(target.note)}</p> : null}
            <TargetFields target={target} />
          </div>
          <SourceChoice value={source} onChange={setSource} />
        </div>
        <FileDrop limits={limits} target={target.id} {...(source ? { sourceId: source.id } : {})} />
      </div>
    </Card>
  );
}
