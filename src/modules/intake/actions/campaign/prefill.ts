import { recordFacts, type RecordFacts } from '#modules/registry/index.ts';
import type { Context } from '#platform/module/module.ts';
import type { StoredCampaign } from '../../store/campaign.store.ts';
import { earlierReports, type StoredParty } from '../../store/party.store.ts';
import { valuesOf } from '../../store/submission.store.ts';
import type { Edition, RecordAttribute } from '../../words/form.schema.ts';
import type { Prefill } from '../../words/party.schema.ts';
import type { LastValue } from '../../words/submission-check.rules.ts';

export interface Beginning {
  prefills: Prefill[];
  last: Record<string, LastValue>;
}

const registerSource = { zh: '单位档案', en: 'The organisation\'s record' };

function attributeText(facts: RecordFacts, attribute: RecordAttribute, language: Context['language']): string | null {
  const value = facts[attribute];
  if (value === null) return null;
  if (typeof value === 'object') return (language === 'en' ? (value.en ?? value.zh) : (value.zh ?? value.en)) ?? null;
  return String(value);
}

/** What the platform holds already: the register's record, and what was reported for the period before. */
export async function beginningOf(context: Context, party: StoredParty, _campaign: Pick<StoredCampaign, 'period'>, edition: Edition): Promise<Beginning> {
  const prefills: Prefill[] = [];
  const last: Record<string, LastValue> = {};
  const facts = party.organisationId ? await recordFacts(context.db, party.organisationId) : null;
  for (const { key, source } of edition.fields) {
    const text = facts && source.kind === 'record' ? attributeText(facts, source.attribute, context.language) : null;
    if (facts && text) prefills.push({ field: key, text, origin: 'record', source: registerSource, at: facts.updatedOn });
  }
  const [earlier] = await earlierReports(context.db, party);
  if (!earlier) return { prefills, last };
  for (const value of await valuesOf(context.db, earlier.submissionId)) {
    const field = edition.fields.find(({ key }) => key === value.field);
    if (!field || field.source.kind === 'record' || field.type === 'file') continue;
    prefills.push({ field: field.key, text: value.text, origin: 'lastPeriod', source: { zh: '上期填报', en: 'The report before' }, at: earlier.period });
    if (value.value !== null && value.operator === '=' && value.unit === field.unit && value.scale === field.scale) last[field.key] = { value: value.value, period: earlier.period };
  }
  return { prefills, last };
}
