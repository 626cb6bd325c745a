import { sql } from 'kysely';
import { findIndicators } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { computeNow } from '../actions/scoreboard/compute-edition.ts';
import { inputOf, isReleased } from '../actions/scoreboard/release.ts';
import { insertEdition, moveEdition } from '../store/scoreboard-edition.store.ts';
import { findRun } from '../store/scoreboard-run.store.ts';
import { insertScoreboard } from '../store/scoreboard.store.ts';
import { uncertaintySchema } from '../words/scoreboard-choices.schema.ts';
import { contentSchema } from '../words/scoreboard.schema.ts';

const groups = [
  { code: 'operation', zh: '运行', en: 'Operation', keys: ['revenue', 'leadFirms', 'energyUse'] },
  { code: 'innovation', zh: '创新与知识产权', en: 'Innovation and IP', keys: ['rdSpending', 'patentsGranted', 'standardsLed'] },
  { code: 'support', zh: '政策与资源', en: 'Policy and resources', keys: ['policyTakeUp', 'tasksDone', 'talentShare'] },
] as const;
const most = 24;

/** One scoreboard over the clusters and indicators of the sample, computed and published, so that the first look is not empty. */
export async function seedScoreboard(context: Context): Promise<void> {
  const clusters = (await sql<{ id: string }>`select id from cluster where sample and visibility = 'open' order by id limit ${most}`.execute(context.db)).rows;
  const indicators = new Map((await findIndicators(context.db, { keys: groups.flatMap(({ keys }) => keys) })).map((one) => [one.key, one.id]));
  if (clusters.length < 3 || indicators.size < 9) return;
  const content = contentSchema.parse({
    period: '2024',
    subjects: clusters.map(({ id }) => ({ id })),
    nodes: [
      { code: 'index', parent: null, name: { zh: '集群发展指数（样例）', en: 'Cluster development index (sample)' } },
      ...groups.flatMap(({ code, zh, en, keys }) => [{ code, parent: 'index', name: { zh, en } }, ...keys.map((key) => ({ code: key, parent: code, indicatorId: indicators.get(key) }))]),
    ],
    choices: { imputation: 'median' },
  });
  const purpose = { zh: '以生成的样例数据演示记分牌：指标树、得分、名次区间与逐级追溯。', en: 'A demonstration on generated figures: tree, scores, rank intervals and the way down to the source.' };
  const id = await insertScoreboard(context, { name: { zh: '样例：集群发展记分牌', en: 'Sample: cluster development scoreboard' }, purpose, subjectKind: 'cluster', territoryId: null, clusterId: null, visibility: 'open', sample: true }, []);
  const editionId = await insertEdition(context, id, null, content);
  const run = await findRun(context, await computeNow(context, editionId, uncertaintySchema.parse({})));
  if (run && (await isReleased(context, run, inputOf(run)))) await moveEdition(context, editionId, null, 'published');
  context.audit({ event: 'scoreboard.sampleLoaded', subject: { kind: 'scoreboard', id } });
}
