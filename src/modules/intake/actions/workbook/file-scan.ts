import { attachFile } from '#modules/record/index.ts';
import { actedName } from '#platform/auth/acted-name.ts';
import { hashOf } from '#platform/files/blob-store.ts';
import { baseNameOf } from '#platform/files/file-name.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import { insertScan, isFiled, scansOf } from '../../store/form-return.store.ts';
import { codeOf } from '../../read/scan/code-of.ts';
import type * as routes from '../../words/form-return.contract.ts';
import { openParty } from '../campaign/party-view.ts';
import { writerOf } from '../campaign/submit.ts';
import { readReference } from './reference.ts';

/** Filed among the party's files by the code on the sheet, beside the version of the figures that it shows. */
export const file: Action<typeof routes.fileScan> = async (context, { params, query, body }) => {
  const words = await codeOf(body, (found) => readReference(context, found) !== null).catch(() => undefined);
  if (words === undefined) return fail('scanUnreadable');
  const reference = words === null ? null : readReference(context, words);
  if (!reference) return fail('scanWithoutCode');
  const opened = await openParty(context, reference.partyId);
  if (!opened || opened.campaign.id !== params.campaignId || reference.number > opened.party.number) return fail('scanOfOther');
  if (!(await writerOf(context, opened))) return fail('notYourLevel');
  const { party } = opened;
  if (await isFiled(context.db, party.id, hashOf(body))) return fail('scanFiled');
  const name = baseNameOf(query.fileName);
  const note = context.language === 'en' ? `Stamped sheet, version ${reference.number}` : `盖章表，第 ${reference.number} 版`;
  const kept = await attachFile(context, { kind: 'party', id: party.id }, { name, level: 'sensitive', note }, body);
  if (!kept.ok) return kept;
  const id = await insertScan(context, { partyId: party.id, number: reference.number, fileName: name, fileId: kept.value.fileId, fileHash: kept.value.hash }, actedName(context.actor, context.language));
  context.audit({ event: 'party.stamped', subject: { kind: 'party', id: party.id }, name: party.name, changes: { number: [null, reference.number] } });
  const [scan] = await scansOf(context.db, party.id, id);
  return scan ? ok(scan) : fail('notFound');
};

export const list: Action<typeof routes.listScans> = async (context, { params }) => {
  const items = await scansOf(context.db, params.partyId);
  return ok({ items, total: items.length, nextCursor: null });
};
