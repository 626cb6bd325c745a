import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useMay } from '#web/session/use-session.ts';
import { tallyContacts } from '../../words/reporter.contract.ts';
import type { Campaign } from '../../words/campaign.schema.ts';
import { LinkButtons } from './LinkButtons.tsx';

/** Brings in everyone whose firm has to report here and has nobody yet. */
export function InviteCard({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const may = useMay('reporter.invite');
  const tally = useRoute(tallyContacts, {}, { enabled: may });
  if (!may || campaign.state === 'draft') return null;
  return (
    <Card title={text('intake.reporters.inviteAll')} actions={<ButtonLink size="small" href={`/reporter-contacts?campaign=${campaign.id}`}>{text('intake.reporters')}</ButtonLink>}>
      <p>{text('intake.reporters.inviteAll.hint')}</p>
      <div className="row">{tally.data ? <LinkButtons body={{ campaignId: campaign.id }} ways={tally.data.ways} /> : null}</div>
    </Card>
  );
}
