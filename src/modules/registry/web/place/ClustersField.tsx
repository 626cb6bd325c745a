import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import { Field } from '#web/kit/form/Field.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { getCluster } from '../../words/cluster.contract.ts';
import { useFind } from '../find/find.ts';

/** Clusters that the place serves, any number of them. */
export function ClustersField({ form, path }: { form: FormState; path: string }) {
  const text = useText();
  const find = useFind();
  const value = form.get(path);
  const ids: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <Field form={form} path={path} label={text('registry.place.clusters')} help={text('registry.place.clusters.help')} optional>
      {(props) => (
        <span className="stack" style={{ gap: 8 }}>
          {ids.map((id) => <Picked key={id} id={id} onRemove={() => form.set(path, ids.filter((each) => each !== id))} />)}
          <Combobox
            key={ids.length}
            {...props}
            value={null}
            placeholder={text('registry.place.clusters.add')}
            find={(words, signal) => find.clusters(words, signal).then((options) => options.filter((option) => !ids.includes(option.value)))}
            onChange={(option) => (option ? form.set(path, [...ids, option.value]) : undefined)}
          />
        </span>
      )}
    </Field>
  );
}

function Picked({ id, onRemove }: { id: string; onRemove: () => void }) {
  const text = useText();
  const name = useName();
  const { data } = useRoute(getCluster, { params: { clusterId: id } }, { staleTime: Infinity });
  const label = name(data?.name) || id;
  return (
    <span className="row picked-row">
      <span className="grow cut">{label}</span>
      <IconButton icon="cross" label={text('registry.cluster.picked.remove', { name: label })} onClick={onRemove} />
    </span>
  );
}
