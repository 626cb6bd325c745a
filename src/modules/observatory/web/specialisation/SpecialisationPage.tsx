import { listCrossTables } from '#modules/indicator/words/cross-table.contract.ts';
import type { CrossTableSummary } from '#modules/indicator/words/cross-table.schema.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tabs } from '#web/kit/Tabs.tsx';
import { useMay } from '#web/session/use-session.ts';
import { getSpecialisation } from '../../words/specialisation.contract.ts';
import type { Overview } from '../../words/specialisation.schema.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { SelectionSummary } from './SelectionSummary.tsx';
import { specialisationTabs } from './tabs.tsx';
import { useSelection, type SelectionState } from './use-selection.ts';
import './specialisation.css';

/** The table to begin with: the newest period, and of its tables the largest. */
const firstOf = (tables: readonly CrossTableSummary[]): CrossTableSummary | undefined => tables.toSorted((a, b) => (a.period === b.period ? b.areaCount * b.industryCount - a.areaCount * a.industryCount : a.period < b.period ? 1 : -1))[0];

export default function SpecialisationPage() {
  const text = useText();
  const selection = useSelection();
  const tables = useRoute(listCrossTables, { query: { limit: 200 } });
  const bring = useMay('import.create') ? <ButtonLink kind="primary" icon="upload" href="/imports">{text('observatory.specialisation.import')}</ButtonLink> : null;
  return (
    <Loaded query={tables} what={text('observatory.specialisation.title')} lines={8}>
      {({ items }) => {
        const chosen = selection.read('table') ?? firstOf(items)?.id;
        if (chosen !== undefined) return <Chosen key={chosen} tableId={chosen} tables={items} selection={selection} />;
        return (
          <>
            <PageHead title={text('observatory.specialisation.title')} />
            <section className="card"><EmptyState title={text('observatory.specialisation.empty')} action={bring}>{text('observatory.specialisation.empty.hint')}</EmptyState></section>
          </>
        );
      }}
    </Loaded>
  );
}

function Chosen({ tableId, tables, selection }: { tableId: string; tables: readonly CrossTableSummary[]; selection: SelectionState }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const query = useRoute(getSpecialisation, { params: { crossTableId: tableId }, query: selection.query }, { keepPrevious: true });
  const table = query.data?.table;
  return (
    <div className="stack">
      <PageHead
        title={text('observatory.specialisation.title')}
        sample={table?.sample}
        scope={table ? [name(table.name), format.period(table.period), table.vintage?.title, table.edition ? text('observatory.specialisation.edition', { number: String(table.edition.number) }) : null, `${table.areaSystem} × ${table.industrySystem}`, table.sourceTitle].filter(Boolean).join(' · ') : text('observatory.specialisation.scope')}
        actions={query.data ? <RuleDialog rule={query.data.rule} selection={selection} /> : null}
      />
      <Loaded query={query} what={text('observatory.specialisation.title')} lines={8}>
        {(overview) => (
          <div className="stack">
            <SelectionBar overview={overview} tables={tables} selection={selection} />
            <SelectionSummary overview={overview} />
            <Views overview={overview} selection={selection} />
          </div>
        )}
      </Loaded>
      {query.error && query.error.status === 422 ? <ResetSelection selection={selection} tableId={tableId} /> : null}
    </div>
  );
}

/** The way back from a selection that is refused. */
function ResetSelection({ selection, tableId }: { selection: SelectionState; tableId: string }) {
  const text = useText();
  return (
    <button type="button" className="button button-plain button-normal" onClick={() => selection.set({ ...Object.fromEntries(Object.keys(selection.query).map((name) => [name, undefined])), table: tableId })}>
      {text('observatory.specialisation.reset')}
    </button>
  );
}

function Views({ overview, selection }: { overview: Overview; selection: SelectionState }) {
  const text = useText();
  const chosen = specialisationTabs.find(({ key }) => key === selection.read('tab')) ?? specialisationTabs[0];
  if (!chosen) return null;
  const { View } = chosen;
  return (
    <>
      <Tabs label={text('observatory.specialisation.title')} idStem="specialisation" items={specialisationTabs.map(({ key, label }) => ({ key, label: text(label) }))} value={chosen.key} onChange={(key) => selection.set({ tab: key === specialisationTabs[0]?.key ? undefined : key, sort: undefined, q: undefined })} />
      <div id="specialisation-panel" role="tabpanel" aria-labelledby={`specialisation-${chosen.key}`} className="stack"><View overview={overview} selection={selection} /></div>
    </>
  );
}
