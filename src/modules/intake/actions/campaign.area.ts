import type { Module, SubjectLoader } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { holderFacts } from '#modules/registry/index.ts';
import { campaignFacts, campaignNames, deskFacts } from '../store/campaign.store.ts';
import { formFacts, formNames } from '../store/form.store.ts';
import { partyFacts, partyNames } from '../store/party.store.ts';
import { summaryFacts } from '../store/summary.store.ts';
import { campaignReasons } from '../words/campaign.contract.ts';
import { formReasons } from '../words/form.contract.ts';
import { partyReasons } from '../words/party.contract.ts';
import { summaryReasons } from '../words/summary.contract.ts';
import * as board from './campaign/board.ts';
import { remindJob } from './campaign/campaign-jobs.ts';
import * as campaign from './campaign/campaign.ts';
import * as close from './campaign/close-campaign.ts';
import * as decide from './campaign/decide.ts';
import * as form from './campaign/form.ts';
import { reportItems } from './campaign/home-items.ts';
import { open } from './campaign/open-campaign.ts';
import * as party from './campaign/party-view.ts';
import { receipt } from './campaign/receipt.ts';
import { receiptPdf } from './campaign/receipt-pdf.ts';
import { remind } from './campaign/remind.ts';
import * as report from './campaign/submit.ts';
import * as summary from './campaign/summary.ts';
import * as uses from './campaign/uses.ts';

/** Something new belongs to the territory or cluster that its body names. */
const fromBody: SubjectLoader['fromBody'] = async (db, body) => {
  const { territoryId, clusterId } = body as { territoryId?: string | null; clusterId?: string | null };
  const facts = await holderFacts(db, { territoryId: territoryId ?? null, clusterId: clusterId ?? null });
  return { visibility: 'internal', territories: [], clusters: [], organisations: [], ...facts };
};

export const campaignArea = {
  actions: {
    'form.list': form.list, 'form.get': form.get, 'form.create': form.create, 'form.update': form.update, 'form.revise': form.revise, 'form.publish': form.publish, 'form.retire': form.retire,
    'campaign.list': campaign.list, 'campaign.published': campaign.published, 'campaign.get': campaign.get, 'campaign.create': campaign.create, 'campaign.update': campaign.update,
    'campaign.open': open, 'campaign.close': close.close, 'campaign.reopen': close.reopen, 'campaign.signOff': close.signOff, 'campaign.publish': close.publish, 'campaign.remind': remind,
    'party.list': board.parties, 'campaign.board': board.board, 'campaign.findings': board.findings,
    'party.own': party.own, 'party.get': party.get, 'party.save': report.save, 'party.submit': report.submit, 'party.accept': decide.accept, 'party.return': decide.giveBack,
    'submission.get': uses.getSubmission, 'party.uses': uses.getUses, 'release.add': uses.addRelease, 'release.revoke': uses.revokeRelease, 'party.receipt': receipt, 'party.receiptPdf': receiptPdf,
    'campaignSummary.list': summary.list, 'campaignSummary.create': summary.make, 'campaignSummary.get': summary.get, 'campaignSummary.submit': summary.submit, 'campaignSummary.accept': summary.accept, 'campaignSummary.return': summary.giveBack,
  },
  reasons: { ...formReasons, ...campaignReasons, ...partyReasons, ...summaryReasons },
  subjects: {
    form: subjectLoader(formFacts, 'form.read', { fromBody, updatePermission: 'form.update', names: formNames, page: (id) => `/forms/${id}` }),
    campaign: subjectLoader(campaignFacts, 'campaign.read', { fromBody, updatePermission: 'campaign.update', names: campaignNames, page: (id) => `/campaigns/${id}` }),
    campaignDesk: subjectLoader(deskFacts, 'campaign.read'),
    party: subjectLoader(partyFacts, 'party.read', { updatePermission: 'party.submit', names: partyNames, page: (id) => `/reports/${id}` }),
    campaignSummary: subjectLoader(summaryFacts, 'campaign.read', { page: (id) => `/campaign-summaries/${id}` }),
  },
  contributions: { homeItems: [reportItems] },
  jobs: { 'intake.remindParties': remindJob },
  noticeKinds: {
    'intake.reportAsked': { duty: true }, 'intake.reportDue': { duty: true }, 'intake.reportLate': { duty: true }, 'intake.reportReturned': { duty: true }, 'intake.reportAccepted': {}, 'intake.reportSubmitted': {}, 'intake.reportRevised': {},
    'intake.summarySubmitted': {}, 'intake.summaryAccepted': {}, 'intake.summaryReturned': { duty: true },
  },
} satisfies Pick<Module, 'actions' | 'reasons' | 'subjects' | 'contributions' | 'jobs' | 'noticeKinds'>;
