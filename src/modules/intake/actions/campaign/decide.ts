import type { Action, Context } from '#platform/module/module.ts';
import { fail, type Result } from '#platform/result/result.rules.ts';
import { changeParty, lockParty } from '../../store/party.store.ts';
import { insertDecision, listSubmissions } from '../../store/submission.store.ts';
import { canStepParty, nextLevel } from '../../words/campaign.rules.ts';
import type * as routes from '../../words/party.contract.ts';
import { actsForHolder, factsOfHolder } from './holders.ts';
import { observeReport } from './observe.ts';
import { levelOfReader } from './party-reader.ts';
import { fulfilledBy, openParty, readParty, type Opened } from './party-view.ts';
import { tellParties } from './tell.ts';

interface Standing extends Opened {
  submissionId: string;
}

async function standing(context: Context, id: string, ifMatch: number | null): Promise<Result<Standing>> {
  const opened = await openParty(context, id, lockParty);
  if (!opened) return fail('notFound');
  if (ifMatch !== null && opened.party.version !== ifMatch) return fail('changedMeanwhile');
  const newest = (await listSubmissions(context.db, id))[0];
  return newest ? { ok: true, value: { ...opened, submissionId: newest.id } } : fail('notSubmitted');
}

export const accept: Action<typeof routes.acceptReport> = async (context, { params, body, ifMatch }) => {
  const stands = await standing(context, params.partyId, ifMatch);
  if (!stands.ok) return stands;
  const { party, campaign, submissionId } = stands.value;
  const above = nextLevel(party.holders, party.level);
  const verdict = canStepParty(party.state, above === null ? 'accept' : 'pass', new Set(['levelAbove']));
  if (!verdict.allowed) return fail('notSubmitted');
  const holder = party.holders[party.level - 1] ?? '';
  const { allowed, isOnBehalf } = await actsForHolder(context, holder);
  if (!allowed) return fail('notYourLevel');
  await insertDecision(context, { submissionId, level: party.level, holder, verb: 'accept', note: body.note, reasons: [], isOnBehalf });
  await changeParty(context, party.id, above === null ? { state: verdict.to, acceptedAt: context.now } : { state: verdict.to, level: above });
  context.audit({ event: 'party.accepted', subject: { kind: 'party', id: party.id }, name: party.name, changes: { level: [party.level, above ?? party.level], ...(isOnBehalf ? { onBehalf: [null, true] } : {}) } });
  if (above === null) await observeReport(context, stands.value, submissionId, party.number);
  if (above === null) await tellParties(context, 'intake.reportAccepted', { ...campaign, dueAt: null }, [party]);
  else {
    const facts = await factsOfHolder(context.db, party.holders[above - 1] ?? 'space');
    context.notify({ kind: 'intake.reportSubmitted', subject: { kind: 'campaign', id: campaign.id }, href: `/campaigns/${campaign.id}`, name: campaign.name, params: { party: party.name.zh ?? party.name.en ?? '', period: campaign.period }, to: { permission: 'party.decide', facts }, groupKey: `campaign ${campaign.id}` });
  }
  return readParty(context, party.id);
};

/** Back to whoever reported, with what to change; the figures stay as they were sent. */
export const giveBack: Action<typeof routes.returnReport> = async (context, { params, body, ifMatch }) => {
  const stands = await standing(context, params.partyId, ifMatch);
  if (!stands.ok) return stands;
  const { party, campaign, submissionId } = stands.value;
  const verdict = canStepParty(party.state, 'return', fulfilledBy(campaign));
  if (!verdict.allowed) return fail(verdict.reason === 'wrongState' ? 'notSubmitted' : 'campaignNotOpen');
  if (body.reasons.length === 0 && !body.note) return fail('reasonNeeded');
  const waiting = party.holders[party.level - 1] ?? '';
  const ownLevel = await actsForHolder(context, waiting);
  const holder = ownLevel.allowed ? waiting : await levelOfReader(context, party);
  // A level below may take back what it passed on only as long as nobody above decided.
  if (holder === null || party.holders.indexOf(holder) + 1 < party.level) return fail('notYourLevel');
  const { isOnBehalf } = await actsForHolder(context, holder);
  await insertDecision(context, { submissionId, level: party.level, holder, verb: 'return', note: body.note, reasons: body.reasons, isOnBehalf });
  await changeParty(context, party.id, { state: verdict.to, level: 0, acceptedAt: null });
  context.audit({ event: 'party.returned', subject: { kind: 'party', id: party.id }, name: party.name, changes: { level: [party.level, 0] } });
  await tellParties(context, 'intake.reportReturned', campaign, [party]);
  return readParty(context, party.id);
};
