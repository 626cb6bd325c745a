import { useState } from 'react';
import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { closeCampaign, openCampaign, publishCampaign, remindParties, reopenCampaign, signOffCampaign } from '../../words/campaign.contract.ts';
import { canStepCampaign } from '../../words/campaign.rules.ts';
import type { Campaign } from '../../words/campaign.schema.ts';

const verbs = ['open', 'close', 'signOff'] as const;
type Verb = (typeof verbs)[number] | 'reopen';
const wishes = new Set(['formPublished', 'formInForce', 'parties']);
const touches = ['campaign', 'party', 'notice'];

/** The one next step of the campaign as primary, everything that leads elsewhere beside it, each said before it is done. */
export function CampaignSteps({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const [asked, setAsked] = useState<Verb | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const done = { touches, onDone: () => setAsked(null) };
  const steps = { open: useWrite(openCampaign, done), close: useWrite(closeCampaign, done), reopen: useWrite(reopenCampaign, done), signOff: useWrite(signOffCampaign, done) };
  const publish = useWrite(publishCampaign, { touches });
  const remind = useWrite(remindParties, { touches, onDone: ({ reminded, alreadyToday, nobody }) => setTold(text('intake.campaign.reminded', { reminded, alreadyToday, nobody })) });
  const sent = { params: { campaignId: campaign.id }, ifMatch: campaign.version };
  const may = (verb: Verb): boolean => canStepCampaign(campaign.state, verb, wishes).allowed;
  const next = verbs.find(may);
  const owing = campaign.counts.missing + campaign.counts.late + campaign.counts.returned;
  const running = asked ? steps[asked] : null;
  return (
    <>
      {told ? <span className="quiet small" role="status">{told}</span> : null}
      {publish.error ?? remind.error ? <span className="critical small" role="alert">{problemText((publish.error ?? remind.error)!, text)}</span> : null}
      {may('reopen') ? <Button onClick={() => setAsked('reopen')}>{text('intake.campaign.reopen')}</Button> : null}
      {campaign.state === 'draft' ? null : <Button icon="publication" busy={publish.isPending} onClick={() => publish.mutate({ ...sent, body: { isPublished: !campaign.isPublished } })}>{text(campaign.isPublished ? 'intake.campaign.unpublish' : 'intake.campaign.publish')}</Button>}
      {canStepCampaign(campaign.state, 'remind').allowed && owing > 0 ? <Button icon="bell" busy={remind.isPending} onClick={() => remind.mutate({ params: { campaignId: campaign.id }, body: {} })}>{text('intake.campaign.remind', { count: owing })}</Button> : null}
      {next ? <Button kind="primary" onClick={() => setAsked(next)}>{text(`intake.campaign.${next}`)}</Button> : null}
      <Dialog
        open={asked !== null}
        title={asked ? text(`intake.campaign.${asked}`) : ''}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{text('intake.cancel')}</Button>
            <Button kind="primary" busy={running?.isPending ?? false} onClick={() => running?.mutate(sent)}>{asked ? text(`intake.campaign.${asked}`) : ''}</Button>
          </>
        }
      >
        <p>{asked ? text(`intake.campaign.${asked}.what`, { count: campaign.state === 'draft' ? campaign.audienceCount : owing }) : null}</p>
        {running?.error ? <p className="field-error" role="alert">{problemText(running.error, text)}</p> : null}
      </Dialog>
    </>
  );
}
