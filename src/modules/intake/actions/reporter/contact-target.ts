import { checkUscc } from '#kernel/text/uscc.ts';
import { matchOrganisations } from '#modules/registry/index.ts';
import type { Context, ImportPass, ImportRow, ImportTarget, RowReason, RowVerdict } from '#platform/module/module.ts';
import { contactsHeld, firmFacts, insertContacts, removeContactsOf, type NewContact } from '../../store/reporter.store.ts';
import { readMail, readPhone } from '../../words/reporter.rules.ts';
import { contactFields, contactGroups, contactReasons } from './contact-fields.ts';

type Reason = keyof typeof contactReasons;
interface Judged {
  verdict: RowVerdict;
  contact: NewContact | null;
}

/** Who reports for which firm, out of the list that every office has. */
export const contactTarget: ImportTarget = {
  id: 'contact',
  label: { zh: '填报联系人', en: 'Reporters' },
  note: { zh: '每家单位由谁填报、怎样联系；单位须已在登记册中。', en: 'Who reports for which firm and how to reach them; the firm must stand in the register.' },
  permission: 'reporter.create',
  fields: contactFields,
  groups: contactGroups,
  reasons: contactReasons,
  check: async (context, rows, pass) => (await judge(context, rows, pass)).map(({ verdict }) => verdict),
  async apply(context, rows, pass) {
    const fresh = (await judge(context, rows, pass)).flatMap(({ verdict, contact }) => (verdict.group === 'newContact' && verdict.state !== 'choose' && contact ? [{ rowNumber: verdict.rowNumber, contact }] : []));
    const ids = fresh.length === 0 ? [] : await insertContacts(context, fresh.map(({ contact }) => contact), pass.batchId);
    return { created: ids.length, changed: 0, left: rows.length - ids.length, records: fresh.map(({ rowNumber }, at) => ({ rowNumber, recordId: ids[at] ?? '' })) };
  },
  pages: async (_context, ids) => new Map(ids.map((id) => [id, '/reporter-contacts'])),
  undo: (context, batchId) => removeContactsOf(context.db, batchId),
};

function readRow({ rowNumber, values, decision }: ImportRow) {
  const refusals: RowReason[] = [];
  const cell = (key: string): string => (values[key] ?? '').trim();
  const say = (reason: Reason, field: string, params: Record<string, string | number> = {}): null => {
    refusals.push({ reason, field, params });
    return null;
  };
  const code = cell('organisationCode');
  const checked = code.length >= 15 ? checkUscc(code) : null;
  if (checked && !checked.valid) say('codeWrong', 'organisationCode', { value: code.slice(0, 30) });
  if (!code && !cell('organisationName')) say('organisationMissing', 'organisationName');
  const name = cell('name') ? cell('name').slice(0, 80) : say('nameMissing', 'name');
  const phone = cell('phone') ? (readPhone(cell('phone')) ?? say('phoneWrong', 'phone', { value: cell('phone').slice(0, 30) })) : null;
  const mail = cell('mail') ? (readMail(cell('mail')) ?? say('mailWrong', 'mail', { value: cell('mail').slice(0, 60) })) : null;
  if (!cell('phone') && !cell('mail')) say('unreachable', 'phone');
  return { rowNumber, decision, refusals, organisationName: cell('organisationName'), uscc: checked?.valid ? checked.code : null, externalCode: checked ? null : code || null, name, phone, mail, duty: cell('duty').slice(0, 80) || null };
}

async function judge(context: Context, rows: readonly ImportRow[], pass: ImportPass): Promise<Judged[]> {
  const read = rows.map(readRow);
  const matches = await matchOrganisations(context.db, read.map((row) => ({ key: String(row.rowNumber), name: { zh: row.organisationName }, uscc: row.uscc, externalCode: row.externalCode, territoryId: null, industryId: null })));
  const found = read.map((row) => {
    const match = matches.get(String(row.rowNumber));
    const chosen = match?.candidates.find(({ id }) => id === row.decision?.candidateId)?.id ?? null;
    return { ...row, match, organisationId: match?.state === 'automatic' ? match.organisationId : chosen };
  });
  const ids = [...new Set(found.flatMap(({ organisationId }) => organisationId ?? []))];
  const [facts, held] = [await firmFacts(context.db, ids), await contactsHeld(context.db, ids)];
  return found.map(({ rowNumber, match, organisationId, refusals, decision, organisationName, name, phone, mail, duty }) => {
    const rejected = (reasons: RowReason[]): Judged => ({ contact: null, verdict: { rowNumber, state: 'rejected', group: 'rejected', reasons } });
    if (refusals.length > 0 || name === null) return rejected(refusals);
    if (organisationId === null) {
      if (match?.state === 'unsure' && decision === undefined) return { contact: null, verdict: { rowNumber, state: 'choose', group: 'newContact', reasons: [{ reason: 'organisationUnsure', field: 'organisationName' }], candidates: match.candidates, question: organisationName } };
      return rejected([{ reason: 'organisationUnknown', field: 'organisationName', params: { name: organisationName.slice(0, 60) } }]);
    }
    const own = facts.get(organisationId);
    // A firm outside of the reader's reach is answered like one that nobody knows.
    if (!own || !context.allows('reporter.create', own)) return rejected([{ reason: 'organisationUnknown', field: 'organisationName', params: { name: organisationName.slice(0, 60) } }]);
    const addresses = [phone, mail].filter((address) => address !== null);
    const matchId = addresses.map((address) => held.get(`${organisationId} ${address}`)).find((id) => id !== undefined);
    if (matchId) return { contact: null, verdict: { rowNumber, state: 'ready', group: 'known', reasons: [{ reason: 'alreadyThere', field: 'name' }], matchId } };
    const earlier = addresses.map((address) => pass.firstRow(`contact ${organisationId} ${address}`, rowNumber)).find((row) => row !== null);
    if (earlier) return { contact: null, verdict: { rowNumber, state: 'ready', group: 'known', reasons: [{ reason: 'repeatedInFile', field: 'name', params: { row: earlier } }] } };
    return { contact: { organisationId, name, phone, mail, duty }, verdict: { rowNumber, state: 'ready', group: 'newContact', reasons: [] } };
  });
}
