import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, IconButton } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { subOrganisationInputSchema } from '../../../words/cluster.schema.ts';
import type { ClusterOrganisation } from '../../../words/cluster.schema.ts';
import { addSubOrganisation, removeSubOrganisation } from '../../../words/structure.contract.ts';
import { useFind } from '../../find/find.ts';
import { organisationPath } from '../../organisation/organisation-columns.tsx';
import { promotionTouches } from './edited.ts';

/** Sub-organisations by field; one whose name or field no source gives stands here as unknown. */
export function SubOrganisations({ relation, mayUpdate }: { relation: ClusterOrganisation; mayUpdate: boolean }) {
  const text = useText();
  const name = useName();
  const [adding, setAdding] = useState(false);
  const params = { clusterId: relation.clusterId, clusterOrganisationId: relation.id };
  const remove = useWrite(removeSubOrganisation, { touches: promotionTouches });
  if (relation.subOrganisations.length === 0 && !mayUpdate) return null;
  return (
    <section className="slot" aria-label={text('registry.sub')}>
      <header className="row slot-head">
        <h3>{text('registry.sub')}</h3>
        {relation.subOrganisations.length > 0 ? <span className="quiet small">{text('registry.sub.count', { count: relation.subOrganisations.length })}</span> : null}
        {mayUpdate ? <span className="push"><Button size="small" kind="quiet" icon="plus" onClick={() => setAdding(true)}>{text('registry.sub.add')}</Button></span> : null}
      </header>
      {relation.subOrganisations.length > 0 ? (
        <ul className="line-list slot-body">
          {relation.subOrganisations.map((each) => {
            const field = each.field ?? text('registry.sub.fieldUnknown');
            return (
              <li key={each.id}>
                <span className="grow">{each.organisation ? <RecordLink kind="organisation" href={organisationPath(each.organisation.id)} name={name(each.organisation.name)} /> : <span className="quiet">{text('registry.sub.unnamed')}</span>}</span>
                <span className="small">{field}</span>
                {mayUpdate ? <IconButton icon="trash" label={text('registry.sub.remove', { field })} onClick={() => remove.mutate({ params: { ...params, subOrganisationId: each.id } })} /> : null}
              </li>
            );
          })}
        </ul>
      ) : null}
      {remove.error ? <p className="field-error" role="alert">{problemText(remove.error, text)}</p> : null}
      <Dialog open={adding} title={text('registry.sub.add')} onClose={() => setAdding(false)}>{adding ? <SubForm params={params} onDone={() => setAdding(false)} /> : null}</Dialog>
    </section>
  );
}

function SubForm({ params, onDone }: { params: { clusterId: string; clusterOrganisationId: string }; onDone: () => void }) {
  const text = useText();
  const find = useFind();
  const add = useWrite(addSubOrganisation, { touches: promotionTouches, onDone });
  const form = useForm({ initial: {}, schema: subOrganisationInputSchema, submit: (body) => add.mutateAsync({ params, body }) });
  return (
    <Form form={form} label={text('registry.sub.add')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('registry.sub.add')}</Button>}>
      <TextField form={form} path="field" label={text('registry.field.field')} help={text('registry.sub.field.help')} optional />
      <ComboboxField form={form} path="organisationId" label={text('registry.recordKind.organisation')} help={text('registry.sub.organisation.help')} find={find.organisations} optional />
      <TextField form={form} path="note" label={text('registry.field.note')} optional />
    </Form>
  );
}
