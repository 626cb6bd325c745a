import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { CodeSystemCheck } from '../../words/territory.schema.ts';
import { useJoin } from '../use-join.ts';

/** What was read from the file and every problem with its line; nothing has been written yet. */
export function CodeSystemPreview({ check }: { check: CodeSystemCheck }) {
  const text = useText();
  const name = useName();
  const join = useJoin();
  const { system, problems, problemCount } = check;
  const problemColumns: Column<CodeSystemCheck['problems'][number]>[] = [
    { key: 'row', label: text('registry.codeSystem.row'), number: true, width: 88, cell: (row) => row.row ?? '—' },
    { key: 'code', label: text('registry.territory.code'), cell: (row) => (row.code ? <code>{row.code}</code> : '—') },
    { key: 'field', label: text('registry.codeSystem.field'), cell: (row) => (row.field ? <code>{row.field}</code> : '—') },
    { key: 'reason', label: text('registry.codeSystem.problem'), cell: (row) => textOr(`registry.codeSystem.problem.${row.reason}`, row.reason) },
  ];
  const entryColumns: Column<CodeSystemCheck['entries'][number]>[] = [
    { key: 'code', label: text('registry.territory.code'), cell: (row) => <code>{row.code}</code> },
    { key: 'name', label: text('registry.field.name'), cell: (row) => name(row.name) },
    { key: 'level', label: text('registry.column.level'), cell: (row) => (system?.kind === 'territory' ? textOr(`registry.territoryLevel.${row.level}`, row.level) : row.level) },
    { key: 'parent', label: text('registry.territory.above'), cell: (row) => (row.parent ? <code>{row.parent}</code> : '—') },
  ];
  return (
    <>
      {system ? (
        <p>
          <strong>{name(system.name)}</strong> <code className="quiet">{system.id}</code>{' '}
          {join([
            text('registry.codeSystem.read', { count: check.entryCount }),
            check.levels.map((each) => text('registry.codeSystem.ofLevel', { level: system.kind === 'territory' ? textOr(`registry.territoryLevel.${each.level}`, each.level) : each.level, count: each.count })).join(text('web.listComma')),
            check.replaces ? text('registry.codeSystem.replaces', { count: check.replaces.entryCount }) : '',
          ])}
        </p>
      ) : null}
      {problemCount > 0 ? (
        <>
          <p className="row-tight critical" role="alert"><Icon name="warning" size={16} /> {text('registry.codeSystem.problems', { count: problemCount })}</p>
          <div className="table-in"><DataTable caption={text('registry.codeSystem.problem')} columns={problemColumns} rows={problems} rowKey={(row) => `${row.row} ${row.field} ${row.reason}`} density="compact" /></div>
          {problemCount > problems.length ? <p className="quiet">{text('registry.codeSystem.moreProblems', { count: problemCount - problems.length })}</p> : null}
        </>
      ) : (
        <>
          <p className="row-tight positive"><Icon name="check" size={16} /> {text('registry.codeSystem.fine')}</p>
          <div className="table-in"><DataTable caption={text('registry.codeSystem.first')} columns={entryColumns} rows={check.entries} rowKey={(row) => row.code} density="compact" foot={check.entryCount > check.entries.length ? text('web.trace.moreRows', { count: check.entryCount - check.entries.length }) : undefined} /></div>
        </>
      )}
    </>
  );
}
