import { useState } from 'react';
import { listObservedSubjects } from '#modules/indicator/words/observation.contract.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import { call } from '#web/api/client.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Combobox, type ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { chosenSubjectSchema, type ChosenSubject, type ScoredKind } from '../../../words/scoreboard.schema.ts';
import { useCalled } from './use-called.ts';
import type { Studio } from './use-studio.ts';

/** Who holds values of one indicator, by name. */
async function holders(indicatorId: string, subjectKind: ScoredKind, q: string | undefined, signal?: AbortSignal, cursor?: string) {
  return call(listObservedSubjects, { params: { indicatorId }, query: { subjectKind, q, limit: q === undefined ? 200 : 20, cursor }, signal });
}

/** Who is compared: from those who hold values, with group and mark for peers. */
export function SubjectsPanel({ studio, result, subjectKind }: { studio: Studio; result: ScoreboardResult | null; subjectKind: ScoredKind }) {
  const text = useText();
  const called = useCalled(studio, result).subject;
  const [busy, setBusy] = useState(false);
  const { subjects, nodes } = studio.content;
  const indicatorIds = [...new Set(nodes.flatMap((node) => (node.indicatorId === null ? [] : [node.indicatorId])))];
  const set = (id: string, change: Partial<ChosenSubject>) => studio.change({ subjects: subjects.map((subject) => (subject.id === id ? { ...subject, ...change } : subject)) });
  const add = (options: readonly ComboboxOption[]) => {
    const have = new Set(subjects.map((subject) => subject.id));
    const fresh = options.filter((option) => !have.has(option.value) && have.add(option.value));
    for (const option of fresh) studio.names.set(option.value, option.label);
    if (fresh.length > 0) studio.change({ subjects: [...subjects, ...fresh.map(({ value }) => chosenSubjectSchema.parse({ id: value }))].slice(0, 2000) });
  };
  const optionOf = (item: { subject: { id: string; name: Parameters<typeof shownName>[0] }; subjectCode: string | null }): ComboboxOption => ({ value: item.subject.id, label: shownName(item.subject.name, contentLanguage()).text, ...(item.subjectCode ? { detail: item.subjectCode } : {}) });
  const find = async (words: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
    const pages = await Promise.all(indicatorIds.slice(0, 3).map((id) => holders(id, subjectKind, words, signal)));
    return [...new Map(pages.flatMap((page) => page.items).map((item) => [item.subject.id, optionOf(item)])).values()].filter((option) => !subjects.some((subject) => subject.id === option.value)).slice(0, 20);
  };
  const takeAll = async () => {
    setBusy(true);
    const found: ComboboxOption[] = [];
    for (const id of indicatorIds.slice(0, 12)) {
      for (let cursor: string | undefined, more = true; more && found.length < 10_000; ) {
        const page = await holders(id, subjectKind, undefined, undefined, cursor);
        found.push(...page.items.map(optionOf));
        cursor = page.nextCursor ?? undefined;
        more = cursor !== undefined;
      }
    }
    add(found);
    setBusy(false);
  };
  const columns: Column<ChosenSubject>[] = [
    { key: 'name', label: text('observatory.scoreboard.subject'), fixed: true, cell: (row) => called(row.id) },
    { key: 'group', label: text('observatory.scoreboard.group'), cell: (row) => <input className="input input-small" aria-label={text('observatory.scoreboard.groupOf', { name: called(row.id) })} value={row.group ?? ''} maxLength={100} onChange={(event) => set(row.id, { group: event.target.value || null })} /> },
    { key: 'peer', label: text('observatory.scoreboard.peer'), cell: (row) => <input type="checkbox" aria-label={text('observatory.scoreboard.peerOf', { name: called(row.id) })} checked={row.peer} onChange={(event) => set(row.id, { peer: event.target.checked })} /> },
    { key: 'remove', label: text('observatory.scoreboard.remove'), cell: (row) => <IconButton icon="cross" size={14} label={text('observatory.scoreboard.removeOne', { name: called(row.id) })} onClick={() => studio.change({ subjects: subjects.filter((subject) => subject.id !== row.id) })} /> },
  ];
  const missing = indicatorIds.length === 0 ? text('observatory.scoreboard.subjects.indicatorsFirst') : undefined;
  return (
    <Card title={text('observatory.scoreboard.subjects')} flush caption={text('observatory.scoreboard.subjects.caption')}>
      <div className="board-add">
        <label className="row small">
          {text('observatory.scoreboard.field.period')}
          <input className="input input-small" placeholder={text('observatory.scoreboard.newestValues')} value={studio.content.period ?? ''} maxLength={40} onChange={(event) => studio.change({ period: event.target.value.trim() === '' ? null : event.target.value })} />
        </label>
        {indicatorIds.length > 0 ? <span className="board-find"><Combobox key={subjects.length} aria-label={text('observatory.scoreboard.subjects.add')} placeholder={text('observatory.scoreboard.subjects.add')} value={null} find={find} onChange={(option) => (option ? add([option]) : undefined)} /></span> : null}
        <Button busy={busy} missing={missing} onClick={() => void takeAll()}>{text('observatory.scoreboard.subjects.all')}</Button>
      </div>
      {subjects.length === 0 ? <EmptyState title={text('observatory.scoreboard.noSubjects')}>{missing ?? text('observatory.scoreboard.noSubjects.hint')}</EmptyState> : <DataTable caption={text('observatory.scoreboard.subjects')} columns={columns} rows={subjects} rowKey={(row) => row.id} density="compact" />}
    </Card>
  );
}
