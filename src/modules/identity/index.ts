/** The door of identity: who somebody is, for the composition root and for rooms below. */
export { identityModule } from './identity.module.ts';
export { requestApproval, secondPeople, type ApprovalAsk, type ApprovalOutcome } from './actions/approval/request-approval.ts';
export { findActor } from './store/find-actor.ts';
export { actorInSpace } from './store/session-store.ts';
export { holderOf, superiorsOf } from './actions/post/holders.ts';
export { addUser, setUserPassword, type UserInput } from './actions/add-user.ts';
export { sampleLogins } from './identity.rules.ts';
export { peopleInForce, type PersonInForce } from './store/people-in-force.ts';
export { seedPeople, seedSpace, type SampleScopes } from './actions/seed-people.ts';
export { admitReporter, dismissReporter } from './actions/reporter/admit-reporter.ts';
export { deputiesNow, listContacts, type Contact } from './store/contact-store.ts';
