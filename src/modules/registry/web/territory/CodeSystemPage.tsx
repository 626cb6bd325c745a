import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { useMay } from '#web/session/use-session.ts';
import { listCodeSystems } from '../../words/territory.contract.ts';
import type { CodeSystem } from '../../words/territory.schema.ts';
import { CodeSystemImport } from './CodeSystemImport.tsx';
import '../registry.css';
import './territory.css';

function useColumns(): Column<CodeSystem>[] {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const dash = <span className="quiet">—</span>;
  return [
    { key: 'name', label: text('registry.field.name'), cell: (row) => <span className="row-tight"><strong>{name(row.name)}</strong>{row.sample ? <SampleTag /> : null}</span> },
    { key: 'id', label: text('registry.codeSystem.id'), cell: (row) => <code>{row.id}</code> },
    { key: 'kind', label: text('registry.codeSystem.kind'), cell: (row) => text(`registry.codeSystem.kind.${row.kind}`) },
    { key: 'edition', label: text('registry.codeSystem.edition'), cell: (row) => row.edition ?? dash },
    { key: 'entries', label: text('registry.codeSystem.entries'), number: true, cell: (row) => format.count(row.entryCount) },
    { key: 'issuer', label: text('registry.listing.issuer'), cell: (row) => name(row.issuer) || dash, deskOnly: true },
    { key: 'source', label: text('web.statement.source'), cell: (row) => <span className="small muted">{row.source}</span>, deskOnly: true },
  ];
}

/** Which codes the register speaks; an operator may bring a table of their own. */
export default function CodeSystemPage() {
  const text = useText();
  const [importing, setImporting] = useState(false);
  const mayImport = useMay('reference.import');
  const query = useRoute(listCodeSystems, {});
  const columns = useColumns();
  return (
    <div className="stack">
      <PageHead
        title={text('registry.codeSystem.list')}
        breadcrumb={[{ label: text('registry.territory.list'), href: '/territories' }]}
        scope={text('registry.codeSystem.list.scope')}
        actions={mayImport && !importing ? <Button kind="primary" icon="upload" onClick={() => setImporting(true)}>{text('registry.codeSystem.import')}</Button> : undefined}
      />
      {importing ? <CodeSystemImport onClose={() => setImporting(false)} /> : null}
      <Loaded query={query} what={text('registry.codeSystem.list')}>
        {({ items }) => (
          <Card title={text('registry.codeSystem.held')} note={String(items.length)} flush caption={mayImport ? undefined : text('registry.codeSystem.operatorOnly')}>
            <DataTable caption={text('registry.codeSystem.list')} columns={columns} rows={items} rowKey={(row) => row.id} />
          </Card>
        )}
      </Loaded>
    </div>
  );
}
