import { useState } from 'react';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { approveApproval, getApproval, withdrawApproval } from '../../words/approval.contract.ts';
import type { Approval } from '../../words/approval.schema.ts';
import { approvalTones, useActingWords } from './approval-words.ts';
import { RejectApproval } from './RejectApproval.tsx';

/** What the deed may have changed: whatever is shown of people, posts and rights. */
const touched = ['person', 'post', 'leaving', 'orphan', 'session', 'waiting', 'audit'];

function Decision({ approval }: { approval: Approval }) {
  const text = useText();
  const [rejecting, setRejecting] = useState(false);
  const approve = useWrite(approveApproval, { touches: touched });
  const withdraw = useWrite(withdrawApproval, { touches: touched });
  const target = { params: { approvalId: approval.id }, ifMatch: approval.version };
  const error = approve.error ?? withdraw.error;
  return (
    <div className="stack">
      {approval.hindrance ? <p className="muted">{text(`identity.approval.hindrance.${approval.hindrance}`)}</p> : null}
      <div className="row row-wrap">
        {approval.deeds.includes('approve') ? <Button kind="primary" icon="check" busy={approve.isPending} onClick={() => approve.mutate({ ...target, body: {} })}>{text('identity.approval.approve')}</Button> : null}
        {approval.deeds.includes('reject') ? <Button onClick={() => setRejecting(true)}>{text('identity.approval.reject')}</Button> : null}
        {approval.deeds.includes('withdraw') ? <Button busy={withdraw.isPending} onClick={() => withdraw.mutate(target)}>{text('identity.approval.withdraw')}</Button> : null}
      </div>
      {error ? <p role="alert" className="field-error">{problemText(error, text)}</p> : null}
      {rejecting ? <RejectApproval approval={approval} touches={touched} onClose={() => setRejecting(false)} /> : null}
    </div>
  );
}

function ApprovalRecord({ approval }: { approval: Approval }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const words = useActingWords();
  const facts: [string, string | null][] = [
    [text('identity.approval.askedBy'), words.side(approval.requested)],
    [text('identity.approval.askedAt'), format.moment(approval.requestedAt)],
    [text('identity.approval.reason'), approval.reason],
    [text('identity.approval.due'), approval.state === 'requested' ? format.moment(approval.dueAt) : null],
    [text('identity.approval.decidedBy'), approval.decided ? words.side(approval.decided) : null],
    [text('identity.approval.decidedAt'), approval.decidedAt ? format.moment(approval.decidedAt) : null],
    [text('identity.approval.decision'), approval.decision],
  ];
  return (
    <div className="stack">
      <PageHead
        title={words.label(approval.label)}
        breadcrumb={[{ label: text('identity.approvals'), href: '/approvals' }]}
        tags={<Tag tone={approvalTones[approval.state]}>{text(`identity.approvalState.${approval.state}`)}</Tag>}
        scope={name(approval.subjectName)}
        actions={approval.href ? <ButtonLink href={approval.href}>{text('identity.approval.result')}</ButtonLink> : undefined}
      />
      <div className="columns">
        <Card title={text('identity.approval.lines')}>
          <dl className="facts">
            {approval.lines.map((line, at) => <div key={at} className="fact"><dt>{words.label(line.label)}</dt><dd>{line.key ? textOr(line.key, line.value) : line.value}{line.to === undefined ? null : ` → ${line.to ?? text('identity.leaving.ends')}`}</dd></div>)}
          </dl>
        </Card>
        <Card title={text('identity.approval.course')}>
          <dl className="facts">
            {facts.filter(([, value]) => value !== null).map(([label, value]) => <div key={label} className="fact"><dt>{label}</dt><dd>{value}</dd></div>)}
          </dl>
        </Card>
      </div>
      {approval.deeds.length > 0 || approval.hindrance ? <Card title={text('identity.approval.decide')}><Decision approval={approval} /></Card> : null}
    </div>
  );
}

export default function ApprovalPage() {
  const text = useText();
  const { approvalId } = usePageParams('approvalId');
  const query = useRoute(getApproval, { params: { approvalId } });
  return <Loaded query={query} what={text('identity.approval')} lines={8}>{(approval) => <ApprovalRecord key={approval.id} approval={approval} />}</Loaded>;
}
