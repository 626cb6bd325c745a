import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { DeadlineNote } from '#web/kit/deadline/DeadlineNote.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Campaign } from '../../words/campaign.schema.ts';

/** Who must report, through which levels, until when, and on what legal basis. */
export function AboutCampaign({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { audience } = campaign;
  const narrowed = [
    audience.territoryIds.length > 0 ? text('intake.audience.territories', { count: audience.territoryIds.length }) : null,
    audience.clusterIds.length > 0 ? text('intake.audience.clusters', { count: audience.clusterIds.length }) : null,
    audience.listIds.length > 0 ? text('intake.audience.lists', { count: audience.listIds.length }) : null,
    ...audience.titleKeys.map((key) => textOr(`intake.title.${key}`, key)),
    audience.organisationIds.length > 0 ? text('intake.audience.named', { count: audience.organisationIds.length }) : null,
  ].filter(Boolean);
  const levels = campaign.levels.length > 0 ? campaign.levels.map(({ rank }) => text(`intake.rank.${rank}`)) : [name(campaign.territory?.name ?? campaign.cluster?.name) || text('intake.holder.space')];
  return (
    <Card title={text('intake.campaign.tab.about')}>
      <dl className="facts">
        <dt>{text('intake.column.form')}</dt><dd><PageLink href={`/forms/${campaign.form.id}`}>{name(campaign.form.name)}</PageLink> <span className="quiet">{text('intake.form.editionNumber', { edition: String(campaign.edition) })}</span></dd>
        <dt>{text('intake.form.legalBasis')}</dt><dd>{text(`intake.form.legalBasis.${campaign.legalBasis}`)}</dd>
        <dt>{text('intake.campaign.who')}</dt><dd>{text('intake.campaign.whoCount', { count: campaign.audienceCount })} <span className="quiet">{[name(campaign.territory?.name ?? campaign.cluster?.name), ...narrowed].filter(Boolean).join(' · ')}</span></dd>
        <dt>{text('intake.campaign.levels')}</dt><dd>{[text(`intake.respondent.${campaign.respondent}`), ...levels].join(' → ')}</dd>
        <dt>{text('intake.campaign.due')}</dt><dd>{campaign.dueAt ? <DeadlineNote deadline={{ day: campaign.dueAt.slice(0, 10), provisional: campaign.isDueProvisional, steps: campaign.dueSteps }} /> : text('intake.campaign.dueLater')}</dd>
        <dt>{text('intake.campaign.remindDays')}</dt><dd>{campaign.remindDays.length > 0 ? text('intake.campaign.remindDaysList', { days: campaign.remindDays.join(', ') }) : '—'}</dd>
        {campaign.note ? <><dt>{text('intake.campaign.note')}</dt><dd>{campaign.note}</dd></> : null}
        {campaign.signedOffAt ? <><dt>{text('intake.campaign.state.signedOff')}</dt><dd>{campaign.signedOffByName} · {format.moment(campaign.signedOffAt)}</dd></> : null}
      </dl>
    </Card>
  );
}
