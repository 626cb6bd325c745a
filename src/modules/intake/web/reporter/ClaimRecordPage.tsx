import { useState, type ReactNode } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { decideClaim, getClaim } from '../../words/claim.contract.ts';
import { claimDecisionSchema, type Claim } from '../../words/claim.schema.ts';
import { claimTone } from './claim-words.ts';

export default function ClaimRecordPage() {
  const text = useText();
  const { reporterClaimId } = usePageParams('reporterClaimId');
  const query = useRoute(getClaim, { params: { reporterClaimId } });
  return <Loaded query={query} what={text('intake.claim.record')}>{(claim) => <ClaimRecord claim={claim} />}</Loaded>;
}

function ClaimRecord({ claim }: { claim: Claim }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const [isRejecting, setRejecting] = useState(false);
  const decide = useWrite(decideClaim, { touches: ['reporterClaim', 'reporterContact'] });
  const { organisation } = claim;
  const told = decide.data?.claim.state === 'approved' ? (decide.data.outcome?.sent ? 'sent' : 'unsent') : null;
  const facts: [string, ReactNode][] = [
    [text('intake.claim.code'), <code key="code">{claim.code}</code>],
    [text('intake.claim.known'), organisation ? <PageLink href={`/organisations/${organisation.id}`}>{name(organisation.name)}</PageLink> : text('intake.claim.unknown')],
    [text('intake.column.territory'), organisation?.place ? name(organisation.place) : null],
    [text('intake.claim.reporters'), organisation ? format.count(claim.reporters) : null],
    [text('intake.reporter.person'), claim.name],
    [text('intake.column.duty'), claim.duty],
    [text('intake.column.phone'), claim.phone],
    [text('intake.column.mail'), claim.mail],
    [text('intake.claim.receivedAt'), format.date(claim.createdAt)],
    [text('intake.claim.why'), claim.note],
  ];
  return (
    <>
      <RecordPage
        title={organisation ? name(organisation.name) : claim.code}
        breadcrumb={[{ label: text('intake.reporters'), href: '/reporter-contacts' }, { label: text('intake.claims'), href: '/reporter-claims' }]}
        tags={<Tag tone={claimTone[claim.state]}>{text(`intake.claim.state.${claim.state}`)}</Tag>}
        scope={text('intake.claim.by', { name: claim.name })}
        notice={told ? <p className="notice" role="status">{text(`intake.claim.approved.${told}`)}</p> : decide.error ? <p className="notice" role="alert">{problemText(decide.error, text)}</p> : undefined}
        actions={claim.state === 'waiting' ? <Button onClick={() => setRejecting(true)}>{text('intake.claim.reject')}</Button> : null}
        primary={claim.state !== 'waiting' ? undefined : organisation ? <Button kind="primary" icon="check" busy={decide.isPending} onClick={() => decide.mutate({ params: { reporterClaimId: claim.id }, body: { decision: 'approve' }, ifMatch: claim.version })}>{text('intake.claim.approve')}</Button> : <ButtonLink kind="primary" href="/organisations/new">{text('intake.claim.register')}</ButtonLink>}
        tabs={[{
          key: 'overview', label: text('intake.claim.compare'),
          content: () => (
            <Card title={text('intake.claim.compare')}>
              <p className="quiet" style={{ marginBottom: 12 }}>{text('intake.claim.compare.hint')}</p>
              <dl className="facts facts-pairs">{facts.map(([label, value]) => <div key={label} className="facts-pair"><dt>{label}</dt><dd>{value ?? '—'}</dd></div>)}</dl>
            </Card>
          ),
        }]}
      />
      {isRejecting ? <RejectClaim claim={claim} onClose={() => setRejecting(false)} /> : null}
    </>
  );
}

function RejectClaim({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const text = useText();
  const decide = useWrite(decideClaim, { touches: ['reporterClaim'], onDone: onClose });
  const form = useForm({ initial: { decision: 'reject' }, schema: claimDecisionSchema, submit: (body) => decide.mutateAsync({ params: { reporterClaimId: claim.id }, body, ifMatch: claim.version }) });
  return (
    <Dialog open title={text('intake.claim.reject')} onClose={onClose}>
      <Form form={form} label={text('intake.claim.reject')} actions={<><Button onClick={onClose}>{text('intake.cancel')}</Button><Button kind="primary" type="submit" busy={form.sending}>{text('intake.claim.reject')}</Button></>}>
        <TextField form={form} path="note" label={text('intake.claim.why')} lines={3} />
      </Form>
    </Dialog>
  );
}
