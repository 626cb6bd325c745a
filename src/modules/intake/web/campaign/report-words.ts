import type { Tone } from '#web/kit/Tag.tsx';
import type { IconName } from '#web/kit/icon/paths.ts';
import { useBilingual } from '#web/i18n/names.ts';
import type { Bucket, CampaignState } from '../../words/campaign.schema.ts';
import type { EditionState, FormField } from '../../words/form.schema.ts';
import type { PartyState } from '../../words/party.schema.ts';
import { unitWords } from '../../words/submission-check.rules.ts';

export const partyTone: Readonly<Record<PartyState, Tone>> = { waiting: 'neutral', draft: 'brand', submitted: 'brand', returned: 'warning', accepted: 'positive' };
export const bucketTone: Readonly<Record<Bucket, Tone>> = { reported: 'positive', missing: 'neutral', late: 'critical', returned: 'warning' };
export const bucketIcon: Readonly<Record<Bucket, IconName>> = { reported: 'check', missing: 'clock', late: 'warning', returned: 'back' };
export const campaignTone: Readonly<Record<CampaignState, Tone>> = { draft: 'neutral', open: 'brand', closed: 'warning', signedOff: 'positive' };
export const editionTone: Readonly<Record<EditionState, Tone>> = { draft: 'neutral', published: 'positive', retired: 'neutral' };

/** `万元`: what stands inside a field. */
export function useUnit(): (field: Pick<FormField, 'unit' | 'scale'>) => string {
  const both = useBilingual();
  return (field) => (field.unit === null && field.scale === '1' ? '' : both(unitWords(field)));
}
