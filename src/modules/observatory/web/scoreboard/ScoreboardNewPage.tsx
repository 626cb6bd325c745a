import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { useGo } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createScoreboard } from '../../words/scoreboard.contract.ts';
import { scoredKinds, scoreboardInputSchema } from '../../words/scoreboard.schema.ts';

/** A name, what is compared and whose it is; the tree is built in the studio. */
export default function ScoreboardNewPage() {
  const text = useText();
  const go = useGo();
  const { session } = useSession();
  const may = useMay('scoreboard.manage');
  const create = useWrite(createScoreboard, { onDone: (made) => go(`/scoreboards/${made.id}/studio`) });
  const form = useForm({ initial: { subjectKind: 'territory' }, schema: scoreboardInputSchema, draft: 'scoreboard.new', submit: (body) => create.mutateAsync({ body }) });
  if (session && !may) return <NoPermission thing={text('observatory.scoreboard.new')} />;
  return (
    <div className="stack">
      <PageHead title={text('observatory.scoreboard.new')} breadcrumb={[{ label: text('observatory.scoreboard.list'), href: '/scoreboards' }]} scope={text('observatory.scoreboard.new.scope')} />
      <Form form={form} actions={<><ButtonLink href="/scoreboards">{text('observatory.scoreboard.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{text('observatory.scoreboard.new.do')}</Button></>}>
        <TextField form={form} path="name.zh" label={text('observatory.scoreboard.field.name.zh')} />
        <TextField form={form} path="name.en" label={text('observatory.scoreboard.field.name.en')} optional />
        <SelectField form={form} path="subjectKind" label={text('observatory.scoreboard.field.subjectKind')} help={text('observatory.scoreboard.field.subjectKind.help')} options={scoredKinds.map((value) => ({ value, label: text(`indicator.subjectKind.${value}`) }))} />
        <ComboboxField form={form} path="territoryId" label={text('observatory.scoreboard.field.territory')} help={text('observatory.scoreboard.field.territory.help')} optional find={findRecords('territory')} />
        <ComboboxField form={form} path="clusterId" label={text('observatory.scoreboard.field.cluster')} optional find={findRecords('cluster')} />
      </Form>
    </div>
  );
}
