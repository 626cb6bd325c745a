import type { Context } from '#platform/module/module.ts';
import { findCampaign, insertCampaign } from '../../store/campaign.store.ts';
import { insertEdition, insertForm, setEditionState, touchForm } from '../../store/form.store.ts';
import { changeParty, listPartyRows } from '../../store/party.store.ts';
import { insertDecision, listSubmissions, putDraft } from '../../store/submission.store.ts';
import { findRespondents, holderFacts } from '#modules/registry/index.ts';
import { audienceSchema } from '../../words/campaign.schema.ts';
import { editionInputSchema } from '../../words/form.schema.ts';
import { entrySchema, partyListQuery, type Entry } from '../../words/party.schema.ts';
import { openStored } from './open-campaign.ts';
import { openParty } from './party-view.ts';
import { submitEntries } from './submit.ts';

const day = 86_400_000;
const number = (key: string, zh: string, en: string, more: object = {}) => ({ key, label: { zh, en }, type: 'number', section: 'business', ...more });

/** Every figure of it is generated; header and names say so. */
const sampleEdition = editionInputSchema.parse({
  legalBasis: 'administrativeFiling',
  formNumber: '样例表 1',
  issuer: '样例市 A 工业主管部门',
  purpose: { zh: '样例：掌握专精特新企业每月运行情况', en: 'Sample: how specialised firms do month by month' },
  sections: [{ key: 'unit', label: { zh: '单位', en: 'The organisation' } }, { key: 'business', label: { zh: '经营', en: 'Business' } }, { key: 'needs', label: { zh: '需求', en: 'Needs' } }],
  fields: [
    { key: 'industry', label: { zh: '所属行业', en: 'Industry' }, type: 'text', section: 'unit', source: { kind: 'record', attribute: 'industry' } },
    { key: 'place', label: { zh: '所在地区', en: 'Place' }, type: 'text', section: 'unit', source: { kind: 'record', attribute: 'territory' } },
    { key: 'website', label: { zh: '网址', en: 'Website' }, type: 'text', section: 'unit', source: { kind: 'record', attribute: 'website' } },
    { key: 'foundedYear', label: { zh: '成立年份', en: 'Founded in' }, type: 'text', section: 'unit', source: { kind: 'record', attribute: 'foundedYear' } },
    number('revenue', '主营业务收入', 'Main-business revenue', { unit: 'CNY', scale: '10000', required: true, min: '0', changeLimit: 50 }),
    number('research', '研发费用', 'R&D cost', { unit: 'CNY', scale: '10000', min: '0', help: { zh: '按会计口径，不含资本化部分', en: 'As in your accounts, without capitalised cost' } }),
    number('staff', '期末从业人员', 'Staff at month end', { unit: 'person', required: true, min: '0', changeLimit: 30 }),
    number('orders', '在手订单', 'Orders on hand', { unit: 'CNY', scale: '10000', min: '0' }),
    { key: 'need', label: { zh: '最需要的支持', en: 'Support you need most' }, type: 'choice', section: 'needs', choices: [{ value: 'talent', label: { zh: '人才', en: 'Talent' } }, { value: 'money', label: { zh: '资金', en: 'Money' } }, { value: 'orders', label: { zh: '订单', en: 'Orders' } }, { value: 'technology', label: { zh: '技术', en: 'Technology' } }] },
    { key: 'expansion', label: { zh: '今年打算扩产', en: 'Plans to expand this year' }, type: 'yesNo', section: 'needs' },
  ],
  rules: [{ key: 'researchWithin', expression: 'research <= revenue', sentence: { zh: '研发费用不能超过主营业务收入。', en: 'R&D cost is above main-business revenue.' } }],
});

const entry = (field: string, text: string): Entry => entrySchema.parse({ field, text });
const needs = ['talent', 'money', 'orders', 'technology'] as const;

/** Plain arithmetic instead of chance: the same figures on every load. */
function answers(at: number, month: number): Entry[] {
  const revenue = 400 + ((at * 137) % 900) + month * 12;
  return [entry('revenue', String(revenue)), entry('research', String(Math.round(revenue * 0.06))), entry('staff', String(40 + ((at * 29) % 260))), entry('orders', String(revenue * 2)), entry('need', needs[at % needs.length] ?? 'talent'), entry('expansion', at % 3 === 0 ? 'yes' : 'no')];
}

const monthBefore = (now: Date, months: number): string => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7);

async function sampleForm(context: Context, territoryId: string): Promise<string> {
  const facts = (await holderFacts(context.db, { territoryId, clusterId: null })) ?? { territories: [], clusters: [] };
  const id = await insertForm(context, { name: { zh: '样例·专精特新企业月报', en: 'Sample monthly report of specialised firms' }, territoryId, clusterId: null, ...facts, sample: true });
  const edition = await insertEdition(context, id, sampleEdition);
  await touchForm(context, id, null, { visibility: 'open' });
  await setEditionState(context, id, edition, 'published');
  return id;
}

interface Month {
  formId: string;
  territoryId: string;
  months: number;
  openedBefore: number;
  dueAfter: number;
  reported: number;
}

/** Enterprises of the city's clusters, so that the sample representative's own firm is asked too. */
async function clusterMembers({ db }: Context, territoryId: string): Promise<string[]> {
  const inside = { holder: { territoryId, clusterId: null }, territoryIds: [], listIds: [], titleKeys: [], organisationIds: [], rank: 'city' };
  const clusterIds = (await findRespondents(db, 'clusterOrganisation', { ...inside, clusterIds: [], organisationTypes: [] })).map(({ clusterId }) => clusterId).filter((id) => id !== null);
  if (clusterIds.length === 0) return [];
  return (await findRespondents(db, 'organisation', { ...inside, clusterIds, organisationTypes: ['enterprise'] })).map(({ organisationId }) => organisationId).filter((id) => id !== null);
}

async function sampleCampaign(given: Context, { formId, territoryId, months, openedBefore, dueAfter, reported }: Month): Promise<void> {
  const context: Context = { ...given, now: new Date(given.now.getTime() - openedBefore * day), actor: { ...given.actor, name: '样例·单位代表' } };
  const facts = (await holderFacts(context.db, { territoryId, clusterId: null })) ?? { territories: [], clusters: [] };
  const period = monthBefore(given.now, months);
  const id = await insertCampaign(context, {
    name: { zh: '样例·专精特新企业月报', en: 'Sample monthly report' }, formId, edition: 1, period, audience: audienceSchema.parse({ titleKeys: ['specialisedSme', 'littleGiant', 'innovativeSme'], organisationIds: await clusterMembers(context, territoryId) }), levels: [{ rank: 'county' }, { rank: 'city' }],
    due: { date: new Date(context.now.getTime() + dueAfter * day).toISOString().slice(0, 10) }, remindDays: [3, 1], note: null, territoryId, clusterId: null, ...facts, sample: true,
  });
  const campaign = await findCampaign(context, id);
  if (!campaign || (await openStored(context, campaign)) !== null) return;
  const later: Context = { ...context, now: new Date(context.now.getTime() + 3 * day), scope: () => ({ everything: true, open: false, territories: [], clusters: [], organisations: [], chains: [], programmes: [] }) };
  const page = await listPartyRows(later, id, partyListQuery.parse({ limit: 200 }));
  for (const [at, { id: partyId }] of (page?.items ?? []).entries()) {
    if (at % 5 === 4 && at < reported * 1.5) await putDraft(later, partyId, answers(at, months).slice(0, 2));
    else if (at < reported) await sampleReport(later, partyId, at, months);
  }
}

async function sampleReport(context: Context, partyId: string, at: number, month: number): Promise<void> {
  const opened = await openParty(context, partyId);
  if (!opened) return;
  const isOnBehalf = at % 11 === 7;
  const sent = await submitEntries(context, opened, { isOnBehalf, holder: isOnBehalf ? (opened.party.holders.at(-1) ?? null) : null }, { entries: answers(at, 12 - month), isTruthAccepted: true, reason: null });
  const newest = sent.ok ? (await listSubmissions(context.db, partyId))[0] : undefined;
  if (!newest) return;
  const holder = opened.party.holders.find((each) => each !== '') ?? '';
  if (at % 9 === 3) {
    await insertDecision(context, { submissionId: newest.id, level: 1, holder, verb: 'return', note: '样例：请核对收入的单位', reasons: [{ field: 'revenue', reason: '样例：与上期相差较大，请核对' }], isOnBehalf: false });
    await changeParty(context, partyId, { state: 'returned', level: 0 });
  } else if (at % 2 === 0) {
    await insertDecision(context, { submissionId: newest.id, level: 1, holder, verb: 'accept', note: null, reasons: [], isOnBehalf: false });
    await changeParty(context, partyId, { state: 'accepted', level: opened.party.holders.length, acceptedAt: context.now });
  }
}

/** One form and two months of it: the last one past its due date with some still missing, this one under way. */
export async function seedCampaigns(context: Context, territoryId: string): Promise<void> {
  const formId = await sampleForm(context, territoryId);
  await sampleCampaign(context, { formId, territoryId, months: 2, openedBefore: 40, dueAfter: 15, reported: 74 });
  await sampleCampaign(context, { formId, territoryId, months: 1, openedBefore: 8, dueAfter: 17, reported: 14 });
}
