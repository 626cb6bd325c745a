import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import type { Column } from '#web/kit/table/column.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import { addAlias, listAliases, removeAlias } from '../../words/record.contract.ts';
import type { SubjectKind } from '../../words/record.schema.ts';
import { aliasInputSchema } from '../../words/statement.schema.ts';
import type { Alias } from '../../words/statement.schema.ts';

export interface AliasCardProps {
  subjectKind: SubjectKind;
  subjectId: string;
  mayUpdate: boolean;
}

/** Other names of a record; the search finds it by each of them. */
export function AliasCard({ subjectKind, subjectId, mayUpdate }: AliasCardProps) {
  const text = useText();
  const [adding, setAdding] = useState(false);
  const query = useRoute(listAliases, { query: { subjectKind, subjectId } });
  const remove = useWrite(removeAlias, { touches: ['history', 'search'] });
  const add = mayUpdate ? <Button icon="plus" size="small" onClick={() => setAdding(true)}>{text('registry.alias.add')}</Button> : null;
  const columns: Column<Alias>[] = [
    { key: 'name', label: text('registry.column.name'), cell: (row) => row.name },
    { key: 'kind', label: text('registry.column.kind'), cell: (row) => text(`registry.aliasKind.${row.kind}`) },
    { key: 'language', label: text('registry.column.language'), cell: (row) => text(`registry.aliasLanguage.${row.language}`) },
    ...(mayUpdate ? [{ key: 'remove', label: '', width: 48, cell: (row: Alias) => <IconButton icon="trash" label={text('registry.alias.remove', { name: row.name })} onClick={() => remove.mutate({ params: { aliasId: row.id } })} /> }] : []),
  ];
  return (
    <Loaded query={query} what={text('registry.tab.aliases')}>
      {({ items }) => (
        <Card title={text('registry.tab.aliases')} actions={items.length > 0 ? add : null} flush {...(items.length > 0 ? { caption: text('registry.alias.hint') } : {})}>
          {items.length > 0 ? <DataTable caption={text('registry.tab.aliases')} columns={columns} rows={items} rowKey={(row) => row.id} density="compact" /> : <EmptyState title={text('registry.alias.empty')} action={add}>{text('registry.alias.hint')}</EmptyState>}
          {remove.error ? <p className="field-error" role="alert" style={{ padding: '8px 16px' }}>{problemText(remove.error, text)}</p> : null}
          <Dialog open={adding} title={text('registry.alias.add')} onClose={() => setAdding(false)}>
            <AliasForm subjectKind={subjectKind} subjectId={subjectId} onDone={() => setAdding(false)} />
          </Dialog>
        </Card>
      )}
    </Loaded>
  );
}

const kinds = aliasInputSchema.shape.kind.options;
const languages = aliasInputSchema.shape.language.options;

function AliasForm({ subjectKind, subjectId, onDone }: Omit<AliasCardProps, 'mayUpdate'> & { onDone: () => void }) {
  const text = useText();
  const add = useWrite(addAlias, { touches: ['history', 'search'], onDone });
  const form = useForm({ initial: { subjectKind, subjectId, language: 'zh-CN', kind: 'short' }, schema: aliasInputSchema, submit: (body) => add.mutateAsync({ body }) });
  return (
    <Form form={form} label={text('registry.alias.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.alias.add')}</Button>}>
      <TextField form={form} path="name" label={text('registry.column.name')} />
      <SelectField form={form} path="kind" label={text('registry.column.kind')} options={kinds.map((value) => ({ value, label: text(`registry.aliasKind.${value}`) }))} />
      <SelectField form={form} path="language" label={text('registry.column.language')} options={languages.map((value) => ({ value, label: text(`registry.aliasLanguage.${value}`) }))} />
    </Form>
  );
}
