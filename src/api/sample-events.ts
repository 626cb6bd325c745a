import { sql } from 'kysely';
import { actorInSpace } from '#modules/identity/index.ts';
import { addSampleFile } from '#modules/record/index.ts';
import { runRelay } from '#modules/notice/index.ts';
import { runRoute } from '#platform/http/run-route.ts';
import type { Actor } from '#platform/auth/actor.ts';
import type { Product } from './product.ts';
import { makeSampleDuties } from './sample-duties.ts';

/** What happened in the sample lately, done through the same routes as people use, so that notices wait at a first look. */
export async function makeSampleEvents(product: Product, spaceId: string, clusterId: string | undefined): Promise<void> {
  if (!clusterId) return;
  const [operator, evaluator, reader] = [await personOf(product, spaceId, 'operator'), await personOf(product, spaceId, 'evaluator'), await personOf(product, spaceId, 'reader')];
  const scope = { scopeKind: 'cluster', scopeId: clusterId };
  await act(product, operator, 'mandate.grant', { personId: evaluator.personId }, { role: 'evaluator', ...scope });
  const held = await act(product, operator, 'mandate.grant', { personId: reader.personId }, { role: 'reader', ...scope });
  await act(product, operator, 'mandate.end', { personId: reader.personId, mandateId: held['id'] }, undefined);
  const onCluster = { kind: 'cluster', recordId: clusterId };
  const asked = await act(product, operator, 'comment.add', onCluster, { body: '样例评论：请核对本集群的核心成员名单。\n@样例·评估人员', mentions: [evaluator.personId] });
  await act(product, evaluator, 'comment.add', onCluster, { body: '样例评论：已核对，名单无误。', replyTo: asked['id'] });
  await product.asSystem(spaceId, (context) => addSampleFile(context, { kind: 'cluster', id: clusterId }));
  const others = { operator, national: await personOf(product, spaceId, 'national'), territorial: await personOf(product, spaceId, 'territorial'), chain: await personOf(product, spaceId, 'chain') };
  await makeSampleDuties((actor, routeId, params, body) => act(product, actor, routeId, params, body), others, product.clock.now());
  await runRelay((work) => product.asSystem(spaceId, work));
}

async function personOf(product: Product, spaceId: string, login: string): Promise<Actor> {
  return product.inSpace(spaceId, async (db) => {
    const { rows } = await sql<{ id: string }>`select id from account where login = ${`sample-${login}`}`.execute(db);
    return actorInSpace(db, rows[0]?.id ?? '', spaceId, product.clock.now());
  });
}

async function act(product: Product, actor: Actor, routeId: string, params: object, body: unknown): Promise<Record<string, unknown>> {
  const entry = product.house.routes.find(({ route }) => route.id === routeId);
  if (!entry) throw new Error(`there is no route ${routeId}`);
  const result = await runRoute(product, entry, { params, query: {}, body, ifMatch: undefined, idempotencyKey: undefined }, actor, 'zh-CN', () => undefined);
  if (!result.ok) throw new Error(`the sample's ${routeId} was refused: ${result.reason}`);
  return result.value as Record<string, unknown>;
}
