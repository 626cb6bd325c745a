import { useText } from '#web/i18n/use-text.ts';
import { NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import type { FormState } from '#web/kit/form/use-form.ts';
import { clusterLevels, clusterStates } from '../../../words/cluster.schema.ts';
import { IndustryRows } from './IndustryRows.tsx';
import { TerritoryRows } from './TerritoryRows.tsx';
import '../../registry.css';
import '../cluster.css';

/** What is said of a cluster; the path of each field begins with `prefix`. */
export function ClusterFields({ form, prefix = '' }: { form: FormState; prefix?: string }) {
  const text = useText();
  const at = (path: string) => `${prefix}${path}`;
  return (
    <>
      <TextField form={form} path={at('name.zh')} label={text('registry.field.name.zh')} help={text('registry.cluster.name.help')} />
      <TextField form={form} path={at('name.en')} label={text('registry.field.name.en')} optional />
      <TerritoryRows form={form} path={at('territories')} />
      <IndustryRows form={form} path={at('industryIds')} />
      <TextField form={form} path={at('field')} label={text('registry.field.field')} help={text('registry.cluster.field.help')} optional />
      <SelectField form={form} path={at('state')} label={text('registry.field.state')} options={clusterStates.map((value) => ({ value, label: text(`registry.clusterState.${value}`) }))} />
      <SelectField form={form} path={at('level')} label={text('registry.field.level')} options={clusterLevels.map((value) => ({ value, label: text(`registry.clusterLevel.${value}`) }))} optional help={text('registry.cluster.level.help')} />
      <NumberField form={form} path={at('startedYear')} label={text('registry.field.startedYear')} optional />
      <TextField form={form} path={at('description')} label={text('registry.field.description')} lines={4} optional />
      <SelectField form={form} path={at('visibility')} label={text('registry.field.visibility')} options={(['open', 'internal'] as const).map((value) => ({ value, label: text(`registry.visibility.${value}`) }))} help={text('registry.visibility.internal.hint')} />
    </>
  );
}
