import { levels, type Level } from '#platform/level/level.schema.ts';
import { isAbove } from '#platform/level/level.rules.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { useMay } from '#web/session/use-session.ts';
import { getLevelPolicy, updateLevelPolicy } from '../words/level.contract.ts';
import { levelPolicyInputSchema, type LevelPolicyView } from '../words/level.schema.ts';

const tones = { public: 'neutral', internal: 'brand', sensitive: 'warning' } as const;

export function LevelTag({ level }: { level: Level }) {
  const text = useText();
  return <Tag tone={tones[level]}>{text(`system.level.${level}`)}</Tag>;
}

function PolicyForm({ policy }: { policy: LevelPolicyView }) {
  const text = useText();
  const update = useWrite(updateLevelPolicy, { touches: ['levelPolicy'] });
  const { ceiling, exportFreeUpTo, exportDays } = policy;
  const form = useForm({ initial: { ceiling, exportFreeUpTo, exportDays }, schema: levelPolicyInputSchema, submit: (body) => update.mutateAsync({ body, ifMatch: policy.version }) });
  const option = (level: Level) => ({ value: level, label: text(`system.level.${level}`) });
  return (
    <Form form={form} label={text('system.levels.rules')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('system.levels.save')}</Button>}>
      <SelectField form={form} path="ceiling" label={text('system.levels.ceiling')} help={text('system.levels.ceilingHelp')} options={levels.filter((level) => !isAbove(level, policy.installation)).map(option)} />
      <SelectField form={form} path="exportFreeUpTo" label={text('system.levels.free')} help={text('system.levels.freeHelp')} options={levels.map(option)} />
      <TextField form={form} path="exportDays" type="number" inputMode="numeric" label={text('system.levels.days')} />
    </Form>
  );
}

function PolicyFacts({ policy }: { policy: LevelPolicyView }) {
  const text = useText();
  return (
    <dl className="facts">
      <div><dt>{text('system.levels.ceiling')}</dt><dd><LevelTag level={policy.ceiling} /></dd></div>
      <div><dt>{text('system.levels.free')}</dt><dd><LevelTag level={policy.exportFreeUpTo} /></dd></div>
      <div><dt>{text('system.levels.days')}</dt><dd>{policy.exportDays}</dd></div>
    </dl>
  );
}

/** The ceiling of the installation, the space's own, and what may leave without a second person. */
export function PolicyCard() {
  const text = useText();
  const may = useMay('level.update');
  const query = useRoute(getLevelPolicy, {});
  return (
    <Card title={text('system.levels.rules')} caption={text('system.levels.caption')}>
      <Loaded query={query} what={text('system.levels.rules')} lines={4}>
        {(policy) => (
          <div className="stack">
            <p className="row row-wrap">{text('system.levels.installation')} <LevelTag level={policy.installation} /> <span className="small quiet">{text('system.levels.secrets')}</span></p>
            {may ? <PolicyForm key={policy.version} policy={policy} /> : <PolicyFacts policy={policy} />}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
