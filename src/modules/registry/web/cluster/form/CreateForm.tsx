import { z } from 'zod';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { useGo } from '#web/router/use-search.ts';
import { createCluster, createClusterSchema } from '../../../words/cluster.contract.ts';
import { clusterPath } from '../cluster-path.ts';
import { Disagreement } from '../verdict/Disagreement.tsx';
import { LiveVerdict } from '../verdict/KindCards.tsx';
import { Questions } from '../verdict/Questions.tsx';
import { owesReason, verdictOfAnswers } from '../verdict/verdict-of-answers.ts';
import { ClusterFields } from './ClusterFields.tsx';

/** Nothing answered is no check at all, not a check with nothing known. */
const schema = z.preprocess((given) => {
  const { classification, ...rest } = given as { classification?: { facts?: object } };
  return Object.keys(classification?.facts ?? {}).length > 0 ? { ...rest, classification } : rest;
}, createClusterSchema);

/** The fields on the left, the live verdict on the right: is it a cluster at all? */
export function CreateForm() {
  const text = useText();
  const go = useGo();
  const create = useWrite(createCluster, { touches: ['figure', 'map', 'territory'], onDone: (made) => go(clusterPath(made.id)) });
  const form = useForm({ initial: { state: 'active', visibility: 'open', territories: [], industryIds: [] }, schema, draft: 'cluster.new', submit: (body) => create.mutateAsync({ body }) });
  const verdict = verdictOfAnswers(form.get('classification.facts'));
  const name = String(form.get('name.zh') ?? form.get('name.en') ?? '');
  return (
    <div className="form-beside">
      <Form
        form={form}
        label={text('registry.cluster.new')}
        actions={
          <>
            <ButtonLink href="/clusters">{text('registry.cancel')}</ButtonLink>
            <Button kind="primary" type="submit" busy={form.sending} missing={owesReason(verdict, form.get('classification.reason')) ? text('registry.verdict.reasonMissing') : undefined}>{text('registry.cluster.create')}</Button>
          </>
        }
      >
        <Card title={text('registry.cluster.form.what')}><div className="stack form-fields"><ClusterFields form={form} /></div></Card>
        <Card title={text('registry.verdict.title')} caption={text('registry.verdict.check.hint')}>
          <div className="stack form-fields">
            <Questions form={form} prefix="classification.facts" />
            {verdict?.agrees === false ? <Disagreement form={form} path="classification.reason" verdict={verdict} name={name} /> : null}
          </div>
        </Card>
      </Form>
      <aside className="form-aside" aria-label={text('registry.cluster.verdict')}>
        {verdict ? <LiveVerdict verdict={verdict} level={2} /> : <Card title={text('registry.cluster.verdict')}><p className="quiet">{text('registry.verdict.answerFirst')}</p></Card>}
      </aside>
    </div>
  );
}
