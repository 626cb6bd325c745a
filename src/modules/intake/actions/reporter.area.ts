import type { Module } from '#platform/module/module.ts';
import { subjectLoader } from '#platform/module/subject-loader.ts';
import { contactFacts, firmFacts } from '../store/reporter.store.ts';
import { claimFacts, claimNames } from '../store/claim.store.ts';
import { claimReasons } from '../words/claim.contract.ts';
import { reporterReasons } from '../words/reporter.contract.ts';
import * as claim from './reporter/claim.ts';
import { contactTarget } from './reporter/contact-target.ts';
import * as contact from './reporter/contact.ts';
import { handOver } from './reporter/hand-over.ts';
import { letters } from './reporter/letters.ts';
import { make, revoke } from './reporter/make-links.ts';
import { confirm } from './reporter/confirm.ts';
import { decline, open, sendCode } from './reporter/visit.ts';

const nobody = { visibility: 'internal', territories: [], clusters: [], organisations: [] } as const;

/** Reporters in bulk: contacts, one-time links, the first visit. */
export const reporterArea = {
  actions: {
    'reporterContact.list': contact.list, 'reporterContact.tally': contact.tally, 'reporterContact.get': contact.get, 'reporterContact.create': contact.create, 'reporterContact.revoke': revoke, 'reporterContact.handOver': handOver,
    'reporterLink.make': make, 'reporterLink.letters': letters,
    'reporterVisit.open': open, 'reporterVisit.sendCode': sendCode, 'reporterVisit.confirm': confirm, 'reporterVisit.decline': decline,
    'reporterClaim.place': claim.place, 'reporterClaim.create': claim.create, 'reporterClaim.list': claim.list, 'reporterClaim.get': claim.get, 'reporterClaim.decide': claim.decide,
  },
  reasons: { ...reporterReasons, ...claimReasons },
  subjects: {
    reporterContact: subjectLoader(contactFacts, 'reporter.read', {
      fromBody: async (db, body) => (await firmFacts(db, [(body as { organisationId: string }).organisationId])).get((body as { organisationId: string }).organisationId.toLowerCase()) ?? nobody,
      updatePermission: 'reporter.update',
    }),
    reporterClaim: subjectLoader(claimFacts, 'reporter.invite', { updatePermission: 'reporter.invite', names: claimNames, page: (id) => `/reporter-claims/${id}` }),
  },
  contributions: { importTargets: [contactTarget] },
  noticeKinds: { 'intake.firmClaimed': { duty: true }, 'intake.reporterWrong': { duty: true }, 'intake.reporterConfirmed': {}, 'intake.reporterLeft': {} },
} satisfies Pick<Module, 'actions' | 'reasons' | 'subjects' | 'contributions' | 'noticeKinds'>;
