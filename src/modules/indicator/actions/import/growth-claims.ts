import type { ImportField, RowReason } from '#platform/module/module.ts';
import { figureRefusals, readFigure } from '../../words/figure-cell.rules.ts';
import { unitChanges } from '../../words/reading.schema.ts';
import { chosenIn } from './choice-cell.ts';

/** Growth that a row states beside its value. */
export interface GrowthClaim extends Record<(typeof unitChanges)[number], number | null> {
  period: string;
  value: string;
  unit: 'percent' | 'point';
  comparable: boolean;
}

const footing: ImportField = {
  key: 'growthBasis', label: { zh: '增速口径', en: 'Basis of the growth' }, required: false, perFile: true, kind: 'choice',
  choices: [{ value: 'comparable', label: { zh: '可比口径', en: 'Comparable basis' } }, { value: 'asReported', label: { zh: '按报告数', en: 'As reported' } }],
  hints: ['增速口径', '可比口径', 'growth basis', 'basis of growth'], note: { zh: '来源是否按同一批单位计算；留空按可比口径。', en: 'Whether the source compares one and the same list; comparable where left empty.' }, example: 'comparable',
};
const words: Record<(typeof unitChanges)[number], { zh: string; en: string; hints: string[] }> = {
  enteredUnits: { zh: '新进入名单', en: 'Entered the list', hints: ['新进入名单', '新进', '新增入库', 'entered'] },
  leftUnits: { zh: '退出名单', en: 'Left the list', hints: ['退出名单', '退出', '退库', 'left'] },
  reclassifiedUnits: { zh: '行业调整', en: 'Reclassified', hints: ['行业调整', '调整行业', 'reclassified'] },
  movedUnits: { zh: '迁移', en: 'Moved', hints: ['迁移', '迁入迁出', 'moved'] },
};

export const growthImportFields: readonly ImportField[] = [
  { key: 'growth', label: { zh: '公布的同比增速', en: 'Growth as published, on a year earlier' }, required: false, kind: 'number', hints: ['同比', '同比增长', '同比增速', '增速', '增长率', '同比增长%', '同比±%', 'growth', 'growth rate', 'yoy', 'year on year', 'change on year earlier'], note: { zh: '单独记为公布的增速，不由数值推算，也不被覆盖。', en: 'Kept as a statement of its own, never derived from the values and never written over.' }, example: '8.4%' },
  footing,
  ...unitChanges.map((key): ImportField => ({ key, label: { zh: words[key].zh, en: words[key].en }, required: false, kind: 'number', hints: words[key].hints })),
];

/** Null where the row states none; what can't be read is told to `refuse`. */
export function readGrowth(cell: (key: string) => string, period: string | null, refuse: (reason: 'figureUnreadable', field: string, params: NonNullable<RowReason['params']>) => unknown): GrowthClaim | null {
  const written = cell('growth');
  if (written === '') return null;
  const bare = written.replace(/^(?:同比)?(?:增长|上升|\+)\s*/, '').replace(/^(?:同比)?下降\s*/, '-');
  const read = readFigure(bare, 'percent');
  const wrong = (why: { zh: string; en: string }, field = 'growth', value = written): null => {
    refuse('figureUnreadable', field, { value: value.slice(0, 60), ...why });
    return null;
  };
  if (!read.ok) return wrong(figureRefusals[read.reason]);
  if (!read.figure || read.figure.missing) return null;
  const { value, unit, operator } = read.figure;
  if (value === null || operator !== '=' || (unit !== 'percent' && unit !== 'point')) return wrong(figureRefusals.otherUnit);
  if (period === null) return null;
  const found = unitChanges.map((key) => [key, countIn(cell(key))] as const);
  const bad = found.find(([, count]) => count === undefined);
  if (bad) return wrong(figureRefusals.notANumber, bad[0], cell(bad[0]));
  return { period, value, unit, comparable: chosenIn(footing, cell('growthBasis')) !== 'asReported', ...(Object.fromEntries(found) as Record<(typeof unitChanges)[number], number | null>) };
}

/** Null for nothing said, undefined for what is no count. */
function countIn(written: string): number | null | undefined {
  if (written === '') return null;
  return /^\d{1,7}$/.test(written) ? Number(written) : undefined;
}
