import { useRoute } from '#web/api/use-route.ts';
import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag, type Tone } from '#web/kit/Tag.tsx';
import type { IconName } from '#web/kit/icon/paths.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { Administration } from '#web/shell/Administration.tsx';
import { viewHealth } from '../system.contract.ts';
import type { Health } from '../system.schema.ts';

type Check = Health['checks'][number];
type Variable = Health['configuration'][number];
const looks: Record<Check['state'], { tone: Tone; icon: IconName }> = {
  good: { tone: 'positive', icon: 'check' },
  warning: { tone: 'warning', icon: 'warning' },
  bad: { tone: 'critical', icon: 'cross' },
  unknown: { tone: 'neutral', icon: 'question' },
};

function StateTag({ state }: { state: Check['state'] }) {
  const text = useText();
  return <Tag tone={looks[state].tone} icon={looks[state].icon}>{text(`system.health.${state}`)}</Tag>;
}

function Checks({ checks }: { checks: readonly Check[] }) {
  const text = useText();
  const both = useBilingual();
  const columns: Column<Check>[] = [
    { key: 'part', label: text('system.health.part'), fixed: true, width: 150, cell: (check) => (check.href ? <PageLink href={check.href} className="strong">{both(check.label)}</PageLink> : <span className="strong">{both(check.label)}</span>) },
    { key: 'state', label: text('system.health.state'), cell: (check) => <StateTag state={check.state} /> },
    { key: 'detail', label: text('system.health.detail'), cell: (check) => <span className="cell-lines cell-prose"><span>{both(check.detail)}</span>{check.advice ? <span>{both(check.advice)}</span> : null}</span> },
  ];
  return <DataTable caption={text('system.health')} columns={columns} rows={checks} rowKey={(check) => check.key} />;
}

function Configuration({ variables }: { variables: readonly Variable[] }) {
  const text = useText();
  const columns: Column<Variable>[] = [
    { key: 'name', label: text('system.variable'), fixed: true, cell: (variable) => <code>{variable.name}</code> },
    { key: 'value', label: text('system.variable.value'), cell: (variable) => (variable.value === null ? <span className="quiet">{text('system.variable.default')}</span> : variable.secret ? text('system.variable.set') : <code>{variable.value}</code>) },
  ];
  return <DataTable caption={text('system.configuration')} columns={columns} rows={variables} rowKey={(variable) => variable.name} />;
}

function HealthView() {
  const text = useText();
  const format = useFormat();
  const query = useRoute(viewHealth, {}, { staleTime: 0, readAgain: () => 30_000 });
  const again = <Button icon="refresh" busy={query.isFetching} onClick={() => void query.refetch()}>{text('system.health.again')}</Button>;
  return (
    <>
      <PageHead title={text('system.health')} scope={query.data ? text('system.health.scope', { version: query.data.version, runtime: query.data.runtime, at: format.moment(query.data.checkedAt) }) : undefined} tags={query.data ? <StateTag state={query.data.state} /> : null} actions={again} />
      <Loaded query={query} what={text('system.health')} lines={9}>
        {({ checks, configuration }) => (
          <>
            <Card flush><Checks checks={checks} /></Card>
            <Card title={text('system.configuration')} caption={text('system.configuration.caption')} flush><Configuration variables={configuration} /></Card>
          </>
        )}
      </Loaded>
    </>
  );
}

export default function HealthPage() {
  const text = useText();
  return <Administration permission="health.read" title={text('system.health')}><HealthView /></Administration>;
}
