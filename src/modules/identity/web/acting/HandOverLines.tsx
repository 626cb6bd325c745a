import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { useMay } from '#web/session/use-session.ts';
import { planLeaving } from '../../words/leaving.contract.ts';
import type { Leaving, LeavingLine } from '../../words/leaving.schema.ts';
import { useActingWords } from './approval-words.ts';
import { findPeople } from './find-people.ts';

const keyOf = (line: Pick<LeavingLine, 'kind' | 'id'>): string => `${line.kind} ${line.id}`;
/** Chosen in this browser and not saved yet: a person, or null for the end. */
type Choice = { id: string | null; label: string };

/** Everything held, line by line: to whom it goes, or that it ends. */
export function HandOverLines({ leaving, touches }: { leaving: Leaving; touches: readonly string[] }) {
  const text = useText();
  const name = useName();
  const words = useActingWords();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [forAll, setForAll] = useState<Choice | null>(null);
  const plan = useWrite(planLeaving, { touches });
  const seesPeople = useMay('person.read');
  const mayPlan = leaving.deeds.includes('plan');
  const choose = (lines: readonly LeavingLine[], choice: Choice | null) => {
    const next = new Map(chosen);
    for (const line of lines) if (choice) next.set(keyOf(line), choice); else next.delete(keyOf(line));
    setChosen(next);
  };
  const passing = leaving.lines.filter((line) => line.passes);
  const shown = (line: LeavingLine): string => {
    const choice = chosen.get(keyOf(line));
    if (choice) return choice.id === null ? text('identity.leaving.ends') : choice.label;
    if (!line.decided) return text('identity.leaving.undecided');
    return line.successor ? name(line.successor.name) : text('identity.leaving.ends');
  };
  const deed = (line: LeavingLine) => {
    if (!mayPlan || !line.passes) return shown(line);
    const choice = chosen.get(keyOf(line));
    const known = line.successor ? { value: line.successor.id, label: name(line.successor.name) } : null;
    return (
      <span className="row row-wrap">
        <Combobox aria-label={text('identity.leaving.successorOf', { name: name(line.name) })} value={choice ? choice.id : (known?.value ?? null)} known={choice?.id ? { value: choice.id, label: choice.label } : known} find={findPeople} onChange={(option) => choose([line], option ? { id: option.value, label: option.label } : null)} />
        <Button size="small" onClick={() => choose([line], { id: null, label: '' })}>{text('identity.leaving.end')}</Button>
        {(choice ? choice.id : known) ? null : <span className="small quiet">{shown(line)}</span>}
      </span>
    );
  };
  const columns: Column<LeavingLine>[] = [
    { key: 'kind', label: text('identity.leaving.kind'), fixed: true, cell: (line) => words.label(line.label) },
    { key: 'name', label: text('identity.leaving.thing'), cell: (line) => { const label = line.key ? textOr(line.key, name(line.name)) : name(line.name); return line.href && (seesPeople || !line.href.startsWith('/administration/')) ? <PageLink href={line.href}>{label}</PageLink> : label; } },
    { key: 'successor', label: text('identity.leaving.successor'), cell: deed },
  ];
  const save = () => plan.mutate({ params: { personId: leaving.person.id }, body: { lines: passing.filter((line) => chosen.has(keyOf(line))).map((line) => ({ kind: line.kind, id: line.id, successorId: chosen.get(keyOf(line))?.id ?? null })) } });
  return (
    <Card title={text('identity.leaving.lines')} note={String(leaving.lines.length)} flush actions={mayPlan && chosen.size > 0 ? <Button size="small" kind="primary" busy={plan.isPending} onClick={save}>{text('identity.leaving.save', { count: chosen.size })}</Button> : undefined}>
      {mayPlan && passing.length > 1 ? (
        <div className="card-body row row-wrap">
          <Combobox aria-label={text('identity.leaving.allTo')} value={forAll?.id ?? null} known={forAll?.id ? { value: forAll.id, label: forAll.label } : null} find={findPeople} onChange={(option) => setForAll(option ? { id: option.value, label: option.label } : null)} />
          <Button size="small" missing={forAll ? undefined : text('identity.leaving.chooseFirst')} onClick={() => choose(passing, forAll)}>{text('identity.leaving.allTo')}</Button>
        </div>
      ) : null}
      {plan.error ? <p role="alert" className="field-error">{problemText(plan.error, text)}</p> : null}
      {leaving.lines.length > 0 ? <DataTable caption={text('identity.leaving.lines')} columns={columns} rows={leaving.lines} rowKey={keyOf} /> : <EmptyState title={text('identity.leaving.nothing')} />}
    </Card>
  );
}
