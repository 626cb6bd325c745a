import { call } from '#web/api/client.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm, type FormState } from '#web/kit/form/use-form.ts';
import { PageHead } from '#web/kit/PageHead.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { NoPermission } from '#web/kit/state/NoPermission.tsx';
import { one } from '#web/router/search.ts';
import { useGo, usePageParams, useSearch } from '#web/router/use-search.ts';
import { useMay, useSession } from '#web/session/use-session.ts';
import { createCampaign, getCampaign, updateCampaign } from '../../words/campaign.contract.ts';
import { campaignChangeSchema, campaignInputSchema, levelRanks, type Campaign } from '../../words/campaign.schema.ts';
import { getForm, listForms } from '../../words/form.contract.ts';
import './campaign.css';

const titles = ['specialisedSme', 'littleGiant', 'innovativeSme', 'singleChampion', 'chainLead', 'highTechEnterprise', 'technologyCentre'] as const;

export default function CampaignEditPage() {
  const text = useText();
  const { campaignId } = usePageParams('campaignId');
  const { session } = useSession();
  const may = useMay('campaign.create');
  const query = useRoute(getCampaign, { params: { campaignId } }, { enabled: Boolean(campaignId), staleTime: Infinity });
  if (session && !may) return <NoPermission thing={text('intake.campaign.edit')} />;
  return campaignId ? <Loaded query={query} what={text('intake.campaign')} lines={10}>{(campaign) => <EditOne key={`${campaign.id} ${campaign.version}`} campaign={campaign} />}</Loaded> : <NewOne />;
}

function NewOne() {
  const text = useText();
  const go = useGo();
  const formId = one(useSearch()['form']);
  const create = useWrite(createCampaign, { onDone: (made) => go(`/campaigns/${made.id}`) });
  const form = useForm({ initial: { ...(formId ? { formId } : {}), levels: [], due: { date: '' } } as object, schema: campaignInputSchema, draft: 'campaign.new', submit: (body) => create.mutateAsync({ body }) });
  return (
    <div className="stack">
      <PageHead title={text('intake.campaign.new')} breadcrumb={[{ label: text('intake.campaigns'), href: '/campaigns' }]} scope={text('intake.campaign.new.scope')} />
      <CampaignForm form={form} isNew submit={text('intake.campaign.create')} cancel="/campaigns" />
    </div>
  );
}

function EditOne({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const go = useGo();
  const path = `/campaigns/${campaign.id}`;
  const update = useWrite(updateCampaign, { onDone: () => go(path) });
  const { name, period, audience, levels, due, remindDays, note } = campaign;
  const form = useForm({ initial: { name, formId: campaign.form.id, period, audience, levels, due, remindDays, note }, schema: campaignChangeSchema, draft: `campaign.${campaign.id}.${campaign.version}`, submit: (body) => update.mutateAsync({ params: { campaignId: campaign.id }, body, ifMatch: campaign.version }) });
  return (
    <div className="stack">
      <PageHead title={text('intake.campaign.edit')} breadcrumb={[{ label: text('intake.campaigns'), href: '/campaigns' }]} />
      <CampaignForm form={form} submit={text('intake.save')} cancel={path} />
    </div>
  );
}

/** Who reports what by when, and who looks at it on the way up. */
function CampaignForm({ form, isNew = false, submit, cancel }: { form: FormState; isNew?: boolean; submit: string; cancel: string }) {
  const text = useText();
  const name = useName();
  const chosenId = form.get('formId');
  const chosen = useRoute(getForm, { params: { formId: typeof chosenId === 'string' ? chosenId : '' }, query: {} }, { enabled: typeof chosenId === 'string' && chosenId !== '' });
  const findForms = async (words: string, signal: AbortSignal) => (await call(listForms, { query: { ...(words ? { q: words } : {}), state: 'published', limit: 12 }, signal })).items.map((each) => ({ value: each.id, label: name(each.name), ...(each.formNumber ? { detail: each.formNumber } : {}) }));
  const flip = (path: string, value: unknown, same: (each: unknown) => boolean) => {
    const held = (form.get(path) as unknown[] | undefined) ?? [];
    form.set(path, held.some(same) ? held.filter((each) => !same(each)) : [...held, value]);
  };
  const levels = (form.get('levels') as { rank: string }[] | undefined) ?? [];
  const titleKeys = (form.get('audience.titleKeys') as string[] | undefined) ?? [];
  return (
    <Form form={form} label={submit} actions={<><ButtonLink href={cancel}>{text('intake.cancel')}</ButtonLink><Button kind="primary" type="submit" busy={form.sending}>{submit}</Button></>}>
      <Card title={text('intake.campaign.what')}>
        <div className="stack">
          <TextField form={form} path="name.zh" label={text('intake.form.name.zh')} />
          <TextField form={form} path="name.en" label={text('intake.form.name.en')} optional />
          <ComboboxField form={form} path="formId" label={text('intake.column.form')} find={findForms} known={chosen.data ? { value: chosen.data.id, label: name(chosen.data.name) } : null} />
          <TextField form={form} path="period" label={text('intake.column.period')} placeholder="2026-10" help={text('intake.campaign.period.help')} />
          <DateField form={form} path="due.date" label={text('intake.campaign.due')} />
          <TextField form={form} path="note" label={text('intake.campaign.note')} lines={2} help={text('intake.campaign.note.help')} optional />
        </div>
      </Card>
      <Card title={text('intake.campaign.who')}>
        <div className="stack">
          {isNew ? <ComboboxField form={form} path="territoryId" label={text('intake.form.ofTerritory')} find={findRecords('territory')} help={text('intake.campaign.of.help')} optional /> : null}
          {isNew ? <ComboboxField form={form} path="clusterId" label={text('intake.form.ofCluster')} find={findRecords('cluster')} optional /> : null}
          <fieldset className="answer-choices"><legend className="field-label">{text('intake.audience.titles')}</legend>{titles.map((key) => <label key={key} className="check-field"><input type="checkbox" checked={titleKeys.includes(key)} onChange={() => flip('audience.titleKeys', key, (each) => each === key)} /><span>{text(`intake.title.${key}`)}</span></label>)}</fieldset>
          <ComboboxField form={form} path="audience.listIds.0" label={text('intake.audience.list')} find={findRecords('list')} optional />
          <ComboboxField form={form} path="audience.clusterIds.0" label={text('intake.audience.cluster')} find={findRecords('cluster')} optional />
          <SelectField form={form} path="audience.rank" label={text('intake.audience.rank')} options={(['county', 'city', 'province'] as const).map((value) => ({ value, label: text(`intake.rank.${value}`) }))} help={text('intake.audience.rank.help')} optional />
        </div>
      </Card>
      <Card title={text('intake.campaign.levels')} caption={text('intake.campaign.levels.help')}>
        <fieldset className="answer-choices"><legend className="visually-hidden">{text('intake.campaign.levels')}</legend>{levelRanks.map((rank) => <label key={rank} className="check-field"><input type="checkbox" checked={levels.some((level) => level.rank === rank)} onChange={() => form.set('levels', levelRanks.filter((each) => (each === rank) !== levels.some((level) => level.rank === each)).map((each) => ({ rank: each })))} /><span>{text(`intake.rank.${rank}`)}</span></label>)}</fieldset>
      </Card>
    </Form>
  );
}
