import { rngFrom, type Rng } from '#kernel/stats/rng.ts';
import type { NewObservation } from '../store/observation-write.store.ts';
import type { SampleSubjects } from '../store/sample.store.ts';

const seed = 20_260_501;
const years = [2020, 2021, 2022, 2023, 2024];

export interface SampleFrame {
  subjects: SampleSubjects;
  /** Key → id. */
  indicators: ReadonlyMap<string, string>;
  preliminary: string;
  final: string;
  originId: string;
}

/** How a figure of one cluster moves from year to year; shares stay between their bounds. */
const paths: Readonly<Record<string, { start: number; growth: number; spread: number; digits: number; least?: number; most?: number }>> = {
  publicFunds: { start: 4.2e7, growth: 1.06, spread: 0.2, digits: 0 },
  policyTakeUp: { start: 38, growth: 1.05, spread: 0.06, digits: 1, most: 96 },
  tasksDone: { start: 71, growth: 1.04, spread: 0.05, digits: 1, most: 100 },
  leadFirms: { start: 4, growth: 1.12, spread: 0.05, digits: 0 },
  rdSpending: { start: 5.1e8, growth: 1.11, spread: 0.05, digits: 0 },
  patentsGranted: { start: 210, growth: 1.14, spread: 0.12, digits: 0 },
  standardsLed: { start: 6, growth: 1.1, spread: 0.3, digits: 0 },
  talentShare: { start: 9, growth: 1.05, spread: 0.04, digits: 1, most: 40 },
  energyUse: { start: 1.8e5, growth: 0.98, spread: 0.03, digits: 0 },
  revenue: { start: 1.5e10, growth: 1.08, spread: 0.04, digits: 0 },
};
const units: Readonly<Record<string, string>> = { publicFunds: 'CNY', policyTakeUp: 'percent', tasksDone: 'percent', leadFirms: 'firm', rdSpending: 'CNY', patentsGranted: 'piece', standardsLed: 'item', talentShare: 'percent', energyUse: 'tce', revenue: 'CNY', employees: 'person', industrialOutput: 'CNY' };

/** Generated figures, the same for the same seed: series with a gap, a withheld year, two releases and a source that disagrees. */
export function sampleObservations(frame: SampleFrame): NewObservation[] {
  const rng = rngFrom(seed);
  return [...frame.subjects.clusters.flatMap((id, at) => ofCluster(frame, id, at, rng.fork(`cluster ${at}`))), ...frame.subjects.organisations.flatMap((id, at) => ofOrganisation(frame, id, at, rng.fork(`organisation ${at}`)))];
}

function base(frame: SampleFrame, key: string) {
  const source = (kind: string) => frame.subjects.sources.find((one) => one.kind === kind)?.id ?? null;
  return { source, indicatorId: frame.indicators.get(key) ?? '', unit: units[key] ?? null, sample: true };
}

function ofCluster(frame: SampleFrame, subjectId: string, at: number, rng: Rng): NewObservation[] {
  const about = { subjectKind: 'cluster' as const, subjectId, basis: 'public' as const };
  const made: NewObservation[] = [];
  for (const [key, path] of Object.entries(paths)) {
    const { source, ...own } = base(frame, key);
    const draw = rng.fork(key);
    let level = path.start * (0.5 + draw.unit());
    for (const [step, year] of years.entries()) {
      level = Math.min(path.most ?? Number.POSITIVE_INFINITY, level * (path.growth + path.spread * (draw.unit() - 0.5)));
      const line = { ...own, ...about, period: String(year), sourceId: source('officialStatistics'), origin: { kind: 'sample' as const, id: frame.originId, row: 0 } };
      const missing = key === 'standardsLed' && step === at % 5 ? ('notStated' as const) : key === 'energyUse' && step === 1 && at % 2 === 0 ? ('suppressed' as const) : null;
      if (missing) made.push({ ...line, value: null, missing, vintageId: frame.final });
      else if (year === 2024) {
        made.push({ ...line, value: (level * 0.97).toFixed(path.digits), vintageId: frame.preliminary, flags: ['provisional'] }, { ...line, value: level.toFixed(path.digits), vintageId: frame.final });
      } else made.push({ ...line, value: level.toFixed(path.digits), vintageId: frame.final });
    }
    if (key === 'revenue' && at % 2 === 0) made.push({ ...own, ...about, period: '2023', value: (level * 1.15).toFixed(0), operator: 'about', scopeNote: '含集群外关联企业', sourceId: source('selfReported'), origin: { kind: 'sample', id: frame.originId, row: 0 } });
  }
  return [...made, ...quarters(frame, subjectId, rng.fork('quarters')), ...yearsToDate(frame, subjectId, at, rng.fork('years to date'))];
}

const published = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Years to date as offices publish them: January and February together, and now and then less than the month before. */
function yearsToDate(frame: SampleFrame, subjectId: string, at: number, rng: Rng): NewObservation[] {
  const { source, ...own } = base(frame, 'industrialOutput');
  const month = rng.whole(40, 160) * 1e7;
  return [2023, 2024].flatMap((year, step) => {
    let sum = 0;
    return published.map((until): NewObservation => {
      sum += until === 2 ? month * 1.8 : month * (0.9 + 0.2 * rng.unit()) * (1 + 0.06 * step);
      if (year === 2024 && until === 9 && at % 3 === 0) sum -= month * 1.4;
      return { ...own, subjectKind: 'cluster', subjectId, period: `${year}-YTD${String(until).padStart(2, '0')}`, value: sum.toFixed(0), basis: 'public', sourceId: source('officialStatistics'), vintageId: frame.final, origin: { kind: 'sample', id: frame.originId, row: 0 } };
    });
  });
}

function quarters(frame: SampleFrame, subjectId: string, rng: Rng): NewObservation[] {
  const { source, ...own } = base(frame, 'employees');
  let people = rng.whole(6_000, 14_000);
  return [2023, 2024].flatMap((year) => [1, 2, 3, 4].map((quarter): NewObservation => {
    people = Math.round(people * (1.002 + 0.02 * (rng.unit() - 0.3)));
    return { ...own, subjectKind: 'cluster', subjectId, period: `${year}-Q${quarter}`, value: String(people), basis: 'public', sourceId: source('officialStatistics'), vintageId: frame.final, origin: { kind: 'sample', id: frame.originId, row: 0 } };
  }));
}

/** Revenue and patents of some members: one in three says so only to the statistical survey. */
function ofOrganisation(frame: SampleFrame, subjectId: string, at: number, rng: Rng): NewObservation[] {
  const basis = at % 3 === 0 ? ('statisticalSurvey' as const) : ('voluntary' as const);
  const revenue = Math.round(3e7 * Math.exp(1.1 * rng.normal()) / 1e4) * 1e4;
  return [2023, 2024].flatMap((year, step) => (['revenue', 'patentsGranted'] as const).map((key): NewObservation => {
    const { source, ...own } = base(frame, key);
    const value = key === 'revenue' ? String(revenue * (step === 0 ? 1 : 1.1)).replace(/\.\d+$/, '') : String(rng.whole(0, 24));
    return { ...own, subjectKind: 'organisation', subjectId, period: String(year), value, basis, sourceId: source('selfReported'), origin: { kind: 'sample', id: frame.originId, row: 0 } };
  }));
}
