import { isEmptyScope } from '#platform/auth/permission.rules.ts';
import type { Action } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type { getSession } from '../identity.contract.ts';
import { openDeputies } from '../store/deputy-store.ts';
import { getPerson, mandatesOf } from '../store/person-store.ts';
import { findAccount, hasSampleSpace, listSpacesOf } from '../store/session-store.ts';
import { nameScopes } from './name-scopes.ts';

export const productVersion = '0.1.0';

/** What the first screen needs to know, for whoever is asking. */
export const viewSession: Action<typeof getSession> = async (context) => {
  const { actor, db } = context;
  const product = { version: productVersion, hasSample: await hasSampleSpace(db), outsideSignIn: context.installation.outside?.name ?? null };
  const account = actor.accountId ? await findAccount(db, { id: actor.accountId }) : null;
  if (!account) return ok({ signedIn: false, owes: actor.pending ?? null, person: null, space: null, spaces: [], mandates: [], acting: null, mayActFor: [], permissions: [], product });
  const spaces = await listSpacesOf(db, account.id);
  const person = actor.personId ? await getPerson(db, context.spaceId, actor.personId, context.now) : null;
  const holder = actor.acting?.personId ?? actor.personId;
  const held = holder && !actor.pending ? ((await mandatesOf(db, context.spaceId, [holder], context.now)).get(holder) ?? []) : [];
  // What is acted under, once each: a mandate over a group reaches several scopes under one id, and a deputy's is cut down.
  const actedUnder = new Map(actor.mandates.map((mandate) => [mandate.id, mandate]));
  const mandates = held.filter((mandate) => mandate.state === 'inForce' && actedUnder.has(mandate.id)).map((mandate) => ({ ...mandate, powers: [...(actedUnder.get(mandate.id)?.powers ?? [])] })).map((mandate) => (mandate.powers.length > 0 ? mandate : { ...mandate, powers: null }));
  const deputies = actor.personId && !actor.pending ? await openDeputies(db, context.spaceId, 'deputy', [actor.personId], context.now) : [];
  const mayActFor = deputies.filter((deputy) => deputy.state === 'inForce').map((deputy) => ({ deputyId: deputy.id, person: deputy.holder, kinds: deputy.kinds, validUntil: deputy.validUntil }));
  return ok({
    signedIn: true,
    owes: actor.pending ?? null,
    person: person ? { id: person.id, name: person.name, login: account.login } : null,
    space: spaces.find((space) => space.id === actor.spaceId) ?? null,
    spaces,
    mandates: await nameScopes(context, mandates),
    acting: mayActFor.find((each) => each.deputyId === actor.acting?.deputyId) ?? null,
    mayActFor,
    permissions: context.permissionNames.filter((name) => !isEmptyScope(context.scope(name))),
    product,
  });
};
