import { useState } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { PageHead } from '#web/kit/PageHead.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tabs } from '#web/kit/Tabs.tsx';
import { one } from '#web/router/search.ts';
import { useSearch, useSetSearch } from '#web/router/use-search.ts';
import type { Edition, Scoreboard } from '../../../words/scoreboard.schema.ts';
import { EditionTag } from '../edition/EditionTag.tsx';
import { ChoicesPanel } from './ChoicesPanel.tsx';
import { ComputeDialog } from './ComputeDialog.tsx';
import { LiveCard } from './LiveCard.tsx';
import { SubjectsPanel } from './SubjectsPanel.tsx';
import { TreePanel } from './TreePanel.tsx';
import { canCompute, usePreview, useSettled } from './use-preview.ts';
import { useStudio } from './use-studio.ts';

const parts = ['tree', 'subjects', 'methods'] as const;

/** Left what is decided, right what becomes of the ranks while it is decided. */
export function StudioDesk({ scoreboard, edition }: { scoreboard: Scoreboard; edition: Edition }) {
  const text = useText();
  const name = useName();
  const studio = useStudio(edition);
  const setSearch = useSetSearch();
  const asked = one(useSearch()['part']);
  const part = parts.find((each) => each === asked) ?? 'tree';
  const [freezing, setFreezing] = useState(false);
  const settled = useSettled(studio.content);
  const preview = usePreview(scoreboard.id, settled, { intervals: true });
  const before = usePreview(scoreboard.id, studio.saved, { enabled: studio.dirty });
  const result = preview.data?.result ?? null;
  const incomplete = canCompute(studio.content) ? undefined : text('observatory.scoreboard.incomplete');
  return (
    <div className="stack">
      <PageHead
        title={text('observatory.scoreboard.studio')}
        breadcrumb={[{ label: text('observatory.scoreboard.list'), href: '/scoreboards' }, { label: name(scoreboard.name), href: `/scoreboards/${scoreboard.id}` }]}
        tags={<><span>{text('observatory.scoreboard.editionNumber', { number: String(edition.number) })}</span><EditionTag state={edition.state} />{scoreboard.sample ? <SampleTag /> : null}</>}
        actions={
          <>
            <Button icon="history" missing={studio.undo ? undefined : text('observatory.scoreboard.undo.nothing')} onClick={() => studio.undo?.()}>{text('observatory.scoreboard.undo')}</Button>
            <Button kind={studio.dirty ? 'primary' : 'plain'} busy={studio.saving} missing={studio.dirty ? undefined : text('observatory.scoreboard.save.nothing')} onClick={studio.save}>{text('observatory.scoreboard.save')}</Button>
            <Button kind={studio.dirty ? 'plain' : 'primary'} missing={studio.dirty ? text('observatory.scoreboard.compute.saveFirst') : incomplete} onClick={() => setFreezing(true)}>{text('observatory.scoreboard.compute')}</Button>
          </>
        }
      />
      {studio.error ? <p className="field-error" role="alert">{problemText(studio.error, text)}</p> : null}
      <div className="studio">
        <div className="stack">
          <Tabs label={text('observatory.scoreboard.studio')} idStem="studio" value={part} onChange={(key) => setSearch({ part: key === 'tree' ? undefined : key })} items={[{ key: 'tree', label: text('observatory.scoreboard.part.tree'), count: studio.content.nodes.filter((node) => node.indicatorId !== null).length }, { key: 'subjects', label: text('observatory.scoreboard.subjects'), count: studio.content.subjects.length }, { key: 'methods', label: text('observatory.scoreboard.part.methods') }]} />
          <div role="tabpanel" id="studio-panel" aria-labelledby={`studio-${part}`} className="stack">
            {part === 'tree' ? <TreePanel studio={studio} result={result} scoreboard={scoreboard} /> : null}
            {part === 'subjects' ? <SubjectsPanel studio={studio} result={result} subjectKind={scoreboard.subjectKind} /> : null}
            {part === 'methods' ? <ChoicesPanel studio={studio} scoreboardId={scoreboard.id} settled={settled} result={result} /> : null}
          </div>
        </div>
        <div className="studio-live stack">
          <LiveCard studio={studio} preview={preview} baseline={studio.dirty ? (before.data?.result ?? null) : null} waiting={settled !== studio.content} />
        </div>
      </div>
      <ComputeDialog open={freezing} scoreboard={scoreboard} edition={edition} onClose={() => setFreezing(false)} />
    </div>
  );
}
