import { trendOf } from '#kernel/lifecycle/trend.ts';
import type { Facts } from '#kernel/rule/verdict.ts';
import type { AlarmContent, AlarmTest } from '../../words/alarm-rule.schema.ts';
import { factOf } from '../../words/alarm-rule.rules.ts';
import type { Sign } from '../../words/warning.schema.ts';
import type { ReadSeries } from '../stage/read-series.ts';

/** Values of the other subjects that may be counted, by period and subject. */
export type Peers = ReadonlyMap<string, ReadonlyMap<string, number>>;
export type ReadSign = Pick<Sign, 'before' | 'rank' | 'total' | 'slope' | 'reason'> & { actual: number | null; unit: string | null };

const blank: ReadSign = { actual: null, unit: null, before: null, rank: null, total: null, slope: null, reason: null };
const short = (value: number): number => Number(value.toPrecision(10));

/** The value one period before the newest, or a year before it; null across a gap. */
function earlier({ kept, t }: ReadSeries, against: 'previousPeriod' | 'yearEarlier'): ReadSeries['kept'][number] | null {
  const last = t.length - 1;
  const now = t[last] ?? NaN;
  if (against === 'yearEarlier') return kept[t.findIndex((one) => Math.abs(now - one - 1) < 0.02)] ?? null;
  const steps = [...t].slice(1).map((one, at) => one - (t[at] as number)).toSorted((a, b) => a - b);
  const usual = steps[0];
  return usual !== undefined && now - (t[last - 1] as number) <= 1.5 * usual ? (kept[last - 1] ?? null) : null;
}

function readChange(test: Extract<AlarmTest, { kind: 'change' }>, series: ReadSeries, unit: string | null): ReadSign {
  const [last, before] = [series.kept.at(-1), earlier(series, test.against)];
  if (!last || !before) return { ...blank, reason: 'noBefore' };
  const [now, then] = [Number(last.value), Number(before.value)];
  const told = { ...blank, before: { period: before.period, value: before.value ?? '' } };
  if (test.measure === 'absolute') return { ...told, actual: short(now - then), unit: unit === 'percent' ? 'point' : unit };
  return then > 0 ? { ...told, actual: short((now / then - 1) * 100), unit: 'percent' } : { ...told, reason: 'notPositive' };
}

/** 1 is the highest value; equal values share the better place. */
const rankIn = (values: ReadonlyMap<string, number>, own: number): number => [...values.values()].filter((value) => value > own).length + 1;

function readRank(test: Extract<AlarmTest, { kind: 'rank' }>, series: ReadSeries, subjectId: string, peers: Peers): ReadSign {
  const [last, before] = [series.kept.at(-1), earlier(series, 'previousPeriod')];
  if (!last || !before) return { ...blank, reason: 'noBefore' };
  const [nowPeers, thenPeers] = [peers.get(last.period), peers.get(before.period)];
  if (!nowPeers?.has(subjectId) || !thenPeers?.has(subjectId)) return { ...blank, reason: 'notInPeers' };
  const rank = { now: rankIn(nowPeers, Number(last.value)), before: rankIn(thenPeers, Number(before.value)), of: nowPeers.size };
  const lost = rank.now - rank.before;
  return { ...blank, rank, before: { period: before.period, value: before.value ?? '' }, actual: test.direction === 'falls' ? lost : -lost };
}

function readShare(series: ReadSeries, subjectId: string, peers: Peers): ReadSign {
  const last = series.kept.at(-1);
  const values = last ? peers.get(last.period) : undefined;
  if (!last || !values?.has(subjectId)) return { ...blank, reason: 'notInPeers' };
  const sum = [...values.values()].reduce((so, value) => so + value, 0);
  if (sum <= 0 || [...values.values()].some((value) => value < 0)) return { ...blank, reason: 'notPositive' };
  return { ...blank, total: { sum: String(short(sum)), of: values.size }, actual: short((Number(last.value) / sum) * 100), unit: 'percent' };
}

/** The chance of such a run by accident; 1 for a run the other way. */
function readTrend(test: Extract<AlarmTest, { kind: 'trend' }>, { t, y }: ReadSeries): ReadSign {
  if (y.length < Math.min(test.window, 6)) return { ...blank, reason: 'tooFew' };
  const trend = trendOf(t.slice(-test.window), y.slice(-test.window));
  const asAsked = test.direction === 'falls' ? trend.senSlope < 0 : trend.senSlope > 0;
  return { ...blank, slope: String(short(trend.senSlope)), actual: asAsked ? Number(trend.p.toPrecision(4)) : 1 };
}

export function readSign(test: AlarmTest, series: ReadSeries, subjectId: string, peers: Peers): ReadSign {
  const last = series.kept.at(-1);
  const unit = last?.unit ?? null;
  switch (test.kind) {
    case 'threshold': return { ...blank, actual: last ? Number(last.value) : null, unit };
    case 'change': return readChange(test, series, unit);
    case 'rank': return readRank(test, series, subjectId, peers);
    case 'share': return readShare(series, subjectId, peers);
    case 'trend': return readTrend(test, series);
  }
}

/** What the rule engine reads; what could not be told stays unknown. */
export function factsOf(content: AlarmContent, signs: readonly ReadSign[], asOf: string): Facts {
  return Object.fromEntries(content.tests.map((test, at) => [factOf(test, at), { value: signs[at]?.actual === null || signs[at] === undefined ? null : { number: plain(signs[at].actual) }, asOf }]));
}

const plain = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(8).replace(/\.?0+$/, ''));
