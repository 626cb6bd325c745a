import type { Context } from '#platform/module/module.ts';
import { addSpace } from '../store/session-store.ts';
import { addUser, type UserInput } from './add-user.ts';
import { sampleLogins, type SampleLogin } from '../identity.rules.ts';

/** What the sample's people hold; the records they point at are made by the rooms that own them. */
export interface SampleScopes {
  territoryId?: string;
  clusterId?: string;
  organisationId?: string;
}

/** One person for each role whose scope exists, all with the password of this installation. */
export async function seedPeople(context: Context, password: string, scopes: SampleScopes): Promise<void> {
  const people: Record<SampleLogin, Pick<UserInput, 'name' | 'mandate'>> = {
    operator: { name: { zh: '样例·空间管理员', en: 'Sample operator' }, mandate: { role: 'operator', scopeKind: 'space', scopeId: null } },
    national: { name: { zh: '样例·国家部门', en: 'Sample national officer' }, mandate: { role: 'nationalOfficer', scopeKind: 'space', scopeId: null } },
    territorial: { name: { zh: '样例·省市部门', en: 'Sample territorial officer' }, mandate: { role: 'territorialOfficer', scopeKind: 'territory', scopeId: scopes.territoryId ?? '' } },
    chain: { name: { zh: '样例·链长办', en: "Sample chain leader's office" }, mandate: { role: 'chainLeaderOffice', scopeKind: 'cluster', scopeId: scopes.clusterId ?? '' } },
    cluster: { name: { zh: '样例·促进组织', en: 'Sample cluster staff' }, mandate: { role: 'clusterStaff', scopeKind: 'cluster', scopeId: scopes.clusterId ?? '' } },
    firm: { name: { zh: '样例·单位代表', en: 'Sample representative' }, mandate: { role: 'organisationRepresentative', scopeKind: 'organisation', scopeId: scopes.organisationId ?? '', organisationId: scopes.organisationId ?? '' } },
    expert: { name: { zh: '样例·专家', en: 'Sample expert' }, mandate: { role: 'expert', scopeKind: 'space', scopeId: null } },
    evaluator: { name: { zh: '样例·评估人员', en: 'Sample evaluator' }, mandate: { role: 'evaluator', scopeKind: 'space', scopeId: null } },
    reader: { name: { zh: '样例·读者', en: 'Sample reader' }, mandate: { role: 'reader', scopeKind: 'space', scopeId: null } },
  };
  const possible = sampleLogins.filter((login) => people[login].mandate.scopeId !== '');
  for (const login of possible) await addUser(context, { login: `sample-${login}`, password, ...people[login] });
}

/** Makes the space itself; people and records follow once it is entered. */
export async function seedSpace(context: Context, kind: 'sample' | 'own'): Promise<string> {
  const id = context.newId();
  await addSpace(context.db, { id, name: kind === 'sample' ? { zh: '样例', en: 'Sample' } : { zh: '我的空间', en: 'My space' }, kind, now: context.now });
  await context.enterSpace(id);
  return id;
}
