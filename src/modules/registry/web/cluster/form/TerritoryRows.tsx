import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import { Field } from '#web/kit/form/Field.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { clusterScopes } from '../../../words/cluster.schema.ts';
import type { ClusterScope } from '../../../words/cluster.schema.ts';
import { useFind, useKnownTerritory } from '../../find/find.ts';

interface Row {
  territoryId: string;
  scope: ClusterScope;
}

/** Territories with their scope, one row each; choosing one in the field below adds it as base. */
export function TerritoryRows({ form, path }: { form: FormState; path: string }) {
  const text = useText();
  const find = useFind();
  const value = form.get(path);
  const rows: readonly Row[] = Array.isArray(value) ? value : [];
  const put = (next: readonly Row[]) => form.set(path, next);
  return (
    <Field form={form} path={path} label={text('registry.cluster.scopes.where')} help={text('registry.cluster.scopes.help')}>
      {(props) => (
        <span className="stack" style={{ gap: 8 }}>
          {rows.map((row, index) => (
            <TerritoryRow key={`${row.territoryId} ${index}`} row={row} onScope={(scope) => put(rows.with(index, { ...row, scope }))} onRemove={() => put(rows.toSpliced(index, 1))} />
          ))}
          <Combobox
            key={rows.length}
            {...props}
            value={null}
            placeholder={text('registry.cluster.scopes.add')}
            find={(words, signal) => find.territories(words, signal).then((options) => options.filter((option) => !rows.some((row) => row.territoryId === option.value && row.scope === 'base')))}
            onChange={(option) => (option ? put([...rows, { territoryId: option.value, scope: 'base' }]) : undefined)}
          />
        </span>
      )}
    </Field>
  );
}

function TerritoryRow({ row, onScope, onRemove }: { row: Row; onScope: (scope: ClusterScope) => void; onRemove: () => void }) {
  const text = useText();
  const label = useKnownTerritory(row.territoryId)?.label ?? row.territoryId;
  return (
    <span className="row picked-row">
      <span className="grow cut">{label}</span>
      <select className="input picked-scope" aria-label={text('registry.cluster.scope.of', { name: label })} value={row.scope} onChange={(event) => onScope(event.target.value as ClusterScope)}>
        {clusterScopes.map((scope) => <option key={scope} value={scope}>{text(`registry.clusterScope.${scope}`)}</option>)}
      </select>
      <IconButton icon="cross" label={text('registry.cluster.picked.remove', { name: label })} onClick={onRemove} />
    </span>
  );
}
