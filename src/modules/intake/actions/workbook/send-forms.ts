import { zipSync } from 'fflate';
import { shownName } from '#platform/i18n/name.schema.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { findCampaign } from '../../store/campaign.store.ts';
import { partyIdsToSend } from '../../store/form-return.store.ts';
import type * as routes from '../../words/form-return.contract.ts';
import { writeForm } from '../../write/write-form.ts';
import { openParty } from '../campaign/party-view.ts';
import { writerOf } from '../campaign/submit.ts';
import { fileNameOf, formOfParty } from './form-of-party.ts';

export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** More forms than that are sent by territory. */
const mostForms = 200;

export const workbook: Action<typeof routes.getWorkbook> = async (context, { params }) => {
  const opened = await openParty(context, params.partyId);
  if (!opened) return fail('notFound');
  if (!(await writerOf(context, opened))) return fail('notYourLevel');
  return ok({ name: fileNameOf(context, opened), mediaType: workbookType, bytes: await writeForm(await formOfParty(context, opened)), level: 'sensitive' });
};

/** All forms that the reader may send out, one file a party, names told apart. */
export const workbooks: Action<typeof routes.getWorkbooks> = async (context, { params, query }) => {
  const campaign = await findCampaign(context, params.campaignId);
  if (!campaign) return fail('notFound');
  if (campaign.state === 'draft') return fail('campaignNotOpened');
  const ids = await partyIdsToSend(context, params.campaignId, query.territoryId, mostForms + 1);
  if (ids.length > mostForms) return fail('tooManyWorkbooks', { most: mostForms });
  const files: Record<string, Uint8Array> = {};
  for (const id of ids) {
    const opened = await openParty(context, id);
    if (!opened || !(await writerOf(context, opened))) continue;
    const name = fileNameOf(context, opened);
    const free = name in files ? name.replace(/\.xlsx$/u, ` ${opened.party.code ?? id.slice(-6)}.xlsx`) : name;
    files[free] = await writeForm(await formOfParty(context, opened));
  }
  if (Object.keys(files).length === 0) return fail('nobodyReports');
  return ok({ name: `${shownName(campaign.name, context.language).text} ${campaign.period}.zip`, mediaType: 'application/zip', bytes: zipSync(files, { level: 0 }), level: 'sensitive' });
};
