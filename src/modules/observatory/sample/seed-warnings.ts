import { findIndicators } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { evaluateRule } from '../actions/warning/evaluate.ts';
import { insertAlarmRule, insertEdition } from '../store/alarm-rule.store.ts';
import { insertStep, listWarningRows } from '../store/warning.store.ts';
import { sampleClusters } from '../store/stage.store.ts';
import type { AlarmContent } from '../words/alarm-rule.schema.ts';
import { warningListQuery } from '../words/warning.schema.ts';

const subjects = { kind: 'cluster', territoryId: null, ids: [] } as const;
/** Bounds are product defaults: no official text gives any. */
const rules: readonly { indicator: string; content: AlarmContent }[] = [
  {
    indicator: 'newFirms',
    content: {
      title: { zh: '新设企业数连续走低', en: 'Fewer firms founded, year after year' }, severity: 'serious', subjects: { ...subjects, ids: [] }, combine: 'all',
      tests: [{ kind: 'trend', direction: 'falls', window: 8, alpha: 0.05 }, { kind: 'change', against: 'yearEarlier', measure: 'percent', operator: '<', bound: '0' }],
    },
  },
  {
    indicator: 'localSupplyShare',
    content: {
      title: { zh: '本地配套率偏低', en: 'Low local supply share' }, severity: 'notice', subjects: { ...subjects, ids: [] }, combine: 'any',
      tests: [{ kind: 'threshold', operator: '<', bound: '20' }, { kind: 'change', against: 'yearEarlier', measure: 'absolute', operator: '<=', bound: '-5' }],
    },
  },
];

/** Two rules over the generated series of the sample, and what they found; one warning is looked at, one dismissed. */
export async function seedWarnings(context: Context): Promise<void> {
  if ((await sampleClusters(context)).length === 0) return;
  const indicators = new Map((await findIndicators(context.db, { keys: rules.map(({ indicator }) => indicator) })).map(({ key, id }) => [key, id]));
  for (const { indicator, content } of rules) {
    const indicatorId = indicators.get(indicator);
    if (indicatorId === undefined) continue;
    const id = await insertAlarmRule(context, indicatorId, true);
    await insertEdition(context, id, 1, { validFrom: '2020-01-01', source: null, note: '样例规则，界限为产品默认值。Sample rule; its bounds are product defaults.', content }, true);
    await evaluateRule(context, id, { tell: false });
  }
  const page = await listWarningRows(context, warningListQuery.parse({}));
  const [first, second] = page?.items ?? [];
  if (first) await insertStep(context, first.id, { verb: 'acknowledge', to: 'acknowledged', note: '样例：已请集群秘书处核实。\nSample: the cluster office was asked to check.', href: null }, '样例值班员 · Sample officer');
  if (second) await insertStep(context, second.id, { verb: 'dismiss', to: 'dismissed', note: '样例：口径调整所致，非实际下降。\nSample: due to a change of definition, no real decline.', href: null }, '样例值班员 · Sample officer');
}
