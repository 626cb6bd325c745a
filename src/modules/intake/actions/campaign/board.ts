import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { answerCounts, answeredCounts, boardRows, numberTotals, rankBelow } from '../../store/board.store.ts';
import { findCampaign } from '../../store/campaign.store.ts';
import { findEdition } from '../../store/form.store.ts';
import { listPartyRows } from '../../store/party.store.ts';
import type * as routes from '../../words/campaign.contract.ts';
import type { Finding } from '../../words/campaign.schema.ts';
import type { FormField } from '../../words/form.schema.ts';
import { yesNoOf } from '../../words/submission-value.rules.ts';

const whole = <Item>(items: Item[]) => ({ items, total: items.length, nextCursor: null });

export const parties: Action<typeof routes.listParties> = async (context, { params, query }) => {
  const page = await listPartyRows(context, params.campaignId, query);
  return page ? ok(page) : fail('invalidCursor');
};

export const board: Action<typeof routes.getBoard> = async (context, { params, query }) => {
  const campaign = await findCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  const rank = query.rank ?? (campaign.respondent === 'clusterOrganisation' ? 'cluster' : await rankBelow(context, campaign.territoryId));
  return ok(whole(await boardRows(context, campaign.id, rank, query.territoryId)));
};

const yesNo = [{ value: 'yes', label: { zh: '是', en: 'Yes' } }, { value: 'no', label: { zh: '否', en: 'No' } }];

/** Counts per answer and totals of numbers; text is only counted. */
export const findings: Action<typeof routes.getFindings> = async (context, { params }) => {
  const campaign = await findCampaign(context, params.campaignId);
  const edition = campaign && (await findEdition(context.db, campaign.form.id, campaign.edition));
  if (!edition) return fail('notFound');
  const [numbers, answers, answered] = [await numberTotals(context, params.campaignId), await answerCounts(context, params.campaignId), await answeredCounts(context, params.campaignId)];
  const line = (field: FormField, given: Partial<Finding> & Pick<Finding, 'id' | 'answered'>): Finding => ({
    field: field.key, label: field.label, type: field.type, answer: null, answerLabel: null, share: null, withheld: answered.find((each) => each.field === field.key)?.withheld ?? 0, sum: null, mean: null, median: null, unit: field.unit, scale: field.scale, ...given,
  });
  const items = edition.fields.flatMap((field): Finding[] => {
    const of = answered.find((each) => each.field === field.key)?.answered ?? 0;
    if (field.type === 'number') {
      const total = numbers.find((each) => each.field === field.key);
      return [line(field, { id: field.key, answered: of, sum: total?.sum ?? null, mean: total?.mean ?? null, median: total?.median ?? null })];
    }
    const choices = field.type === 'yesNo' ? yesNo : field.choices;
    if (choices.length === 0) return [line(field, { id: field.key, answered: of })];
    return choices.map(({ value, label }) => {
      const said = (answer: string): string => (field.type === 'yesNo' ? yesNoOf(answer) : answer);
      const count = answers.filter((each) => each.field === field.key && said(each.answer) === value).reduce((sum, each) => sum + each.count, 0);
      return line(field, { id: `${field.key} ${value}`, answer: value, answerLabel: label, answered: count, share: of === 0 ? null : Math.round((count * 1000) / of) / 10 });
    });
  });
  return ok(whole(items));
};
