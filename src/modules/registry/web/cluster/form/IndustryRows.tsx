import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Combobox } from '#web/kit/form/Combobox.tsx';
import { Field } from '#web/kit/form/Field.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { useFind, useKnownIndustry } from '../../find/find.ts';

export function IndustryRows({ form, path }: { form: FormState; path: string }) {
  const text = useText();
  const find = useFind();
  const value = form.get(path);
  const ids: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <Field form={form} path={path} label={text('registry.cluster.industries')} help={text('registry.cluster.industries.help')} optional>
      {(props) => (
        <span className="stack" style={{ gap: 8 }}>
          {ids.map((id) => <IndustryRow key={id} id={id} onRemove={() => form.set(path, ids.filter((each) => each !== id))} />)}
          <Combobox
            key={ids.length}
            {...props}
            value={null}
            placeholder={text('registry.cluster.industries.add')}
            find={(words, signal) => find.industries(words, signal).then((options) => options.filter((option) => !ids.includes(option.value)))}
            onChange={(option) => (option ? form.set(path, [...ids, option.value]) : undefined)}
          />
        </span>
      )}
    </Field>
  );
}

function IndustryRow({ id, onRemove }: { id: string; onRemove: () => void }) {
  const text = useText();
  const label = useKnownIndustry(id)?.label ?? id;
  return (
    <span className="row picked-row">
      <span className="grow cut">{label} <code className="small quiet">{id.split(':')[1]}</code></span>
      <IconButton icon="cross" label={text('registry.cluster.picked.remove', { name: label })} onClick={onRemove} />
    </span>
  );
}
