import type { Figure } from '#platform/figure/figure.schema.ts';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { getCampaign } from '../../words/campaign.contract.ts';
import { shareReported } from '../../words/campaign.rules.ts';
import type { Campaign } from '../../words/campaign.schema.ts';
import { AboutCampaign } from './AboutCampaign.tsx';
import { BoardCard } from './BoardCard.tsx';
import { CampaignSteps } from './CampaignSteps.tsx';
import { FindingsCard } from './FindingsCard.tsx';
import { PartiesCard } from './PartiesCard.tsx';
import { campaignTone } from './report-words.ts';
import { SummariesCard } from './SummariesCard.tsx';
import { WorkbooksCard } from '../workbook/WorkbooksCard.tsx';
import './campaign.css';

export default function CampaignPage() {
  const text = useText();
  const { campaignId } = usePageParams('campaignId');
  const query = useRoute(getCampaign, { params: { campaignId } });
  return <Loaded query={query} what={text('intake.campaign')} lines={8}>{(campaign) => <OneCampaign campaign={campaign} />}</Loaded>;
}

function OneCampaign({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const { counts } = campaign;
  const isDraft = campaign.state === 'draft';
  const figures = stripOf(campaign);
  const about = { key: 'about', label: text('intake.campaign.tab.about'), content: () => <AboutCampaign campaign={campaign} /> };
  const tabs = isDraft
    ? [about]
    : [
        { key: 'board', label: text('intake.campaign.tab.board'), content: () => <BoardCard campaign={campaign} /> },
        { key: 'parties', label: text('intake.campaign.tab.parties'), count: counts.total, content: () => <PartiesCard campaign={campaign} /> },
        { key: 'findings', label: text('intake.campaign.tab.findings'), content: () => <FindingsCard campaign={campaign} /> },
        { key: 'workbooks', label: text('intake.campaign.tab.workbooks'), content: () => <WorkbooksCard campaign={campaign} /> },
        { key: 'summaries', label: text('intake.campaign.tab.summaries'), content: () => <SummariesCard campaign={campaign} /> },
        about,
      ];
  return (
    <RecordPage
      kind="campaign"
      title={name(campaign.name)}
      sample={campaign.sample}
      breadcrumb={[{ label: text('intake.campaigns'), href: '/campaigns' }]}
      tags={<><Tag tone={campaignTone[campaign.state]}>{text(`intake.campaign.state.${campaign.state}`)}</Tag>{campaign.isPublished ? <Tag icon="publication">{text('intake.campaign.isPublished')}</Tag> : null}</>}
      scope={[format.period(campaign.period), name(campaign.form.name), campaign.dueAt ? text('intake.report.due', { day: format.date(campaign.dueAt) }) : null].filter(Boolean).join(' · ')}
      actions={isDraft && campaign.mayManage ? <ButtonLink icon="edit" href={`/campaigns/${campaign.id}/edit`}>{text('intake.campaign.edit')}</ButtonLink> : undefined}
      primary={campaign.mayManage ? <CampaignSteps campaign={campaign} /> : undefined}
      {...(isDraft ? {} : { figures })}
      tabs={tabs}
    />
  );
}

const words = {
  share: { zh: '上报率', en: 'Share reported' },
  missing: { zh: '未报', en: 'Not yet' },
  late: { zh: '逾期', en: 'Late' },
  returned: { zh: '已退回', en: 'Returned' },
  accepted: { zh: '已通过', en: 'Accepted' },
} as const;

/** Counted from the parties a moment ago; the list of parties is the trace of each. */
function stripOf({ counts, period, sample }: Campaign): Figure[] {
  const figure = (key: keyof typeof words, value: number | null, unit: string): Figure => ({ key, label: words[key], value: value === null ? null : String(value), unit, period, mark: value === null ? 'noData' : 'computed', sample, source: null, trace: null });
  return [figure('share', shareReported(counts), 'percent'), ...(['missing', 'late', 'returned', 'accepted'] as const).map((key) => figure(key, counts[key], 'firm'))];
}
