import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { classificationInputSchema } from '../../../words/classification.schema.ts';
import type { GivenFacts } from '../../../words/classification.schema.ts';
import { classifyCluster, getClusterComposition } from '../../../words/cluster.contract.ts';
import type { Cluster } from '../../../words/cluster.schema.ts';
import { Disagreement } from './Disagreement.tsx';
import { Questions } from './Questions.tsx';
import { owesReason, verdictOfAnswers } from './verdict-of-answers.ts';
import { LiveVerdict } from './KindCards.tsx';

interface CheckFormProps {
  cluster: Cluster;
  /** Answers of the last check. */
  facts: GivenFacts | null;
  onDone: () => void;
}

/** Answers known from the register are filled in; the rest stays open until somebody answers. */
export function CheckForm({ cluster, facts, onDone }: CheckFormProps) {
  const text = useText();
  const composition = useRoute(getClusterComposition, { params: { clusterId: cluster.id } });
  return (
    <Loaded query={composition} what={text('registry.cluster.composition')} lines={6}>
      {(made) => {
        const counted: GivenFacts = made.total > 0 ? { organisationCount: made.total, actorTypes: made.byType.map((each) => each.type) } : {};
        const known: GivenFacts = { ...facts, ...counted, ...(cluster.mainOrganisation ? { hasClusterOrganisation: true } : {}) };
        return <Check cluster={cluster} facts={known} onDone={onDone} />;
      }}
    </Loaded>
  );
}

function Check({ cluster, facts, onDone }: { cluster: Cluster; facts: GivenFacts; onDone: () => void }) {
  const text = useText();
  const name = useName();
  const classify = useWrite(classifyCluster, { touches: ['history'], onDone });
  const form = useForm({ initial: { facts }, schema: classificationInputSchema, submit: (body) => classify.mutateAsync({ params: { clusterId: cluster.id }, body }) });
  const verdict = verdictOfAnswers(form.get('facts'));
  return (
    <Card title={text('registry.verdict.check')} caption={text('registry.verdict.check.hint')}>
      <div className="columns">
        <Form
          form={form}
          label={text('registry.verdict.check')}
          actions={
            <>
              <Button onClick={onDone}>{text('registry.cancel')}</Button>
              <Button kind="primary" type="submit" busy={form.sending} missing={owesReason(verdict, form.get('reason')) ? text('registry.verdict.reasonMissing') : undefined}>{text('registry.verdict.keep')}</Button>
            </>
          }
        >
          <Questions form={form} prefix="facts" />
          {verdict?.agrees === false ? <Disagreement form={form} path="reason" verdict={verdict} name={name(cluster.name)} /> : null}
        </Form>
        {verdict ? <LiveVerdict verdict={verdict} level={3} /> : <p className="quiet">{text('registry.verdict.answerFirst')}</p>}
      </div>
    </Card>
  );
}
