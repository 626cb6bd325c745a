import type { Figure, Trace } from '#platform/figure/figure.schema.ts';
import { useLanguage } from '#web/i18n/language.ts';

/** Words of the gallery's own invented content, which is no part of the product. */
export function useSay(): (zh: string, en: string) => string {
  const language = useLanguage();
  return (zh, en) => (language === 'en' ? en : zh);
}

export function sampleFigure(key: string, zh: string, en: string, value: string | null, unit: string, more: Partial<Figure> = {}): Figure {
  return { key, label: { zh, en }, value, unit, period: '2022', mark: 'reported', sample: true, source: null, trace: { provider: 'gallery.figure', params: { key } }, ...more };
}

export const sampleFigures: Figure[] = [
  sampleFigure('revenue', '营业收入', 'Revenue', '123456000000', 'CNY'),
  sampleFigure('research', '研发经费支出', 'R&D spending', '5120000000', 'CNY', { mark: 'about', period: '2021' }),
  sampleFigure('abroad', '有海外业务', 'With business abroad', '86.6', 'percent'),
  sampleFigure('centres', '企业技术中心', 'Technology centres', '28', 'unit', { period: null, trace: null }),
  sampleFigure('members', '成员组织', 'Members', '196', 'unit', { period: '2023-03' }),
  sampleFigure('orders', '在手订单', 'Orders on hand', null, 'CNY', { mark: 'notStated', note: { zh: '来源没有给出数值', en: 'The source gives no value' } }),
];

export const markFigures: Figure[] = [
  sampleFigure('plain', '填报', 'Reported', '1286', 'firm'),
  sampleFigure('about', '约', 'About', '24', 'CNY', { mark: 'about' }),
  sampleFigure('least', '至少', 'At least', '20', 'firm', { mark: 'atLeast' }),
  sampleFigure('most', '至多', 'At most', '5000000', 'CNY', { mark: 'atMost' }),
  sampleFigure('silent', '未注明', 'Not stated', null, 'firm', { mark: 'notStated' }),
  sampleFigure('none', '无数据', 'No data', null, 'firm', { mark: 'noData' }),
  sampleFigure('hidden', '隐去', 'Suppressed', null, 'CNY', { mark: 'suppressed' }),
  sampleFigure('real', '真实', 'Real', '58', 'firm', { sample: false }),
];

export const sampleTrace: Trace = {
  figure: { ...sampleFigure('abroad', '有海外业务的上市公司占比', 'Share of listed firms with business abroad', '86.6', 'percent') },
  recomputed: true,
  definition: { zh: '年报披露境外收入、子公司或订单的上市公司，占集群上市公司的比重。', en: 'Share of the cluster’s listed firms whose annual report discloses income, a subsidiary or orders abroad.' },
  formula: [
    { value: '58', label: { zh: '有海外业务', en: 'with business abroad' } },
    { value: '67', label: { zh: '上市公司', en: 'listed firms' }, sign: 'divide' },
    { value: '86.6', label: { zh: '百分数，保留一位', en: 'percent, one decimal' }, sign: 'equals' },
  ],
  columns: [
    { key: 'name', label: { zh: '企业', en: 'Firm' } },
    { key: 'income', label: { zh: '境外收入', en: 'Income abroad' } },
  ],
  rows: Array.from({ length: 10 }, (_, index) => ({
    id: String(index),
    counted: index < 7,
    href: index % 2 ? '/gallery' : null,
    cells: { name: `样例企业 ${String(index + 1).padStart(2, '0')}`, income: index < 7 ? '已披露' : null },
    ...(index < 7 ? {} : { reason: { zh: '年报没有提及', en: 'Not mentioned in the report' } }),
  })),
  rowTotals: { counted: 58, notCounted: 9 },
  sources: [{ title: '样例年报汇编', publisher: '样例咨询机构', publishedOn: '2023-03-07', note: null, selfReported: true }],
  method: { id: 'share', version: '2', computedAt: '2023-03-07T08:00:00Z' },
};
