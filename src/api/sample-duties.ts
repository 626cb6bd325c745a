import type { Actor } from '#platform/auth/actor.ts';

export type ActAs = (actor: Actor, routeId: string, params: object, body: unknown) => Promise<Record<string, unknown>>;
export type SamplePeople = Readonly<Record<'operator' | 'national' | 'territorial' | 'chain', Actor>>;

const day = 86_400_000;

/** Posts with a change ahead, a deputy, and a request that waits for its second person: made through the routes that people use. */
export async function makeSampleDuties(act: ActAs, people: SamplePeople, now: Date): Promise<void> {
  const { operator } = people;
  const at = (days: number): string => new Date(now.getTime() + days * day).toISOString();
  const newPost = async (zh: string, en: string, superiorId: string | null): Promise<string> => String((await act(operator, 'post.create', {}, { name: { zh, en }, superiorId }))['id']);
  const head = await newPost('样例·产业集群处处长', 'Sample head of the cluster division', null);
  const desk = await newPost('样例·集群培育专员', 'Sample cluster desk officer', head);
  await newPost('样例·监测统计专员', 'Sample monitoring officer', head);
  await act(operator, 'post.fill', { postId: head }, { personId: people.national.personId });
  await act(operator, 'post.fill', { postId: desk }, { personId: people.territorial.personId });
  await act(operator, 'post.fill', { postId: desk }, { personId: people.chain.personId, validFrom: at(45) });
  await act(people.national, 'deputy.name', {}, { deputyPersonId: people.territorial.personId, kinds: ['read', 'work', 'decide'], validUntil: at(300), reason: '样例：出差期间由专员代办' });
  const seconded = await act(operator, 'person.create', {}, { name: { zh: '样例·借调人员', en: 'Sample seconded officer' } });
  await act(operator, 'mandate.grant', { personId: seconded['id'] }, { role: 'nationalOfficer', scopeKind: 'space', reason: '样例：借调到国家部门工作' });
}
