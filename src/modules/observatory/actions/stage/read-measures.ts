import { relatedVariety, type Variety } from '#kernel/space/variety.ts';
import { hintStage, type StageHint, type StageHintOptions } from '#kernel/lifecycle/stage-hint.ts';
import type { Fact, Facts } from '#kernel/rule/verdict.ts';
import { breaksOf, findIndicators, readIndicators, shownObservations, type IndicatorRow, type SubjectBreak } from '#modules/indicator/index.ts';
import { clusterMakeup, findSources, type ClusterMakeup } from '#modules/registry/index.ts';
import type { Context } from '#platform/module/module.ts';
import type { Measure, MeasureEvidence, RegistryFact, StageRuleContent } from '../../words/stage.schema.ts';
import { readSeries, recentGrowth, type ReadSeries, type SeriesValue } from './read-series.ts';

export interface ReadMeasures {
  measures: MeasureEvidence[];
  facts: Facts;
}

const known = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);
const decimal = (value: number): { number: string } => ({ number: String(Number(value.toFixed(4))) });

/** What the measures of an edition say of a cluster on a day: only periods that had ended, only members of that day. */
export async function readMeasures(context: Context, clusterId: string, on: string, content: StageRuleContent): Promise<ReadMeasures> {
  const keys = content.measures.flatMap(({ indicator }) => (indicator === null ? [] : [indicator]));
  const indicators = new Map((await findIndicators(context.db, { keys })).map((row) => [row.key, row]));
  const shown = await shownObservations(context.db, { indicatorIds: [...indicators.values()].map(({ id }) => id), subjectKind: 'cluster', subjectIds: [clusterId], before: on, use: 'rules' });
  const observed = new Set(shown.map(({ indicatorId }) => indicatorId));
  const computed = await readComputed(context, clusterId, on, [...indicators.values()].filter(({ id, formula }) => formula !== null && !observed.has(id)));
  const breaks = (await breaksOf(context.db, [...indicators.values()].map(({ id }) => id), 'cluster', clusterId)).filter(({ startsOn }) => startsOn < on);
  const sources = await findSources(context, [...new Set(shown.flatMap(({ sourceId }) => (sourceId === null ? [] : [sourceId])))]);
  const titleOf = (id: string | null): string[] => (id === null ? [] : [sources.get(id)?.title ?? []].flat());
  const makeup = content.measures.some(({ registry }) => registry !== null) ? await clusterMakeup(context.db, clusterId, on) : null;
  const facts: Record<string, Fact> = {};
  const measures = content.measures.map((measure): MeasureEvidence => {
    if (measure.registry !== null && makeup) return fromRegister(measure, measure.registry, makeup, on, facts);
    const indicator = indicators.get(measure.indicator ?? '');
    const rows: readonly SeriesValue[] = indicator ? (computed.get(indicator.id) ?? shown.filter(({ indicatorId }) => indicatorId === indicator.id)) : [];
    return fromSeries(measure, indicator ?? null, { rows, breaks: breaks.filter(({ indicatorId }) => indicatorId === indicator?.id) }, content.reading, titleOf, facts);
  });
  return { measures, facts };
}

/** What formulas give, as far as the one who judges may read their terms; nothing that rests on a statistical survey. */
async function readComputed(context: Context, clusterId: string, on: string, indicators: readonly IndicatorRow[]): Promise<Map<string, SeriesValue[]>> {
  if (indicators.length === 0) return new Map();
  const read = await readIndicators(context, indicators.map(({ id }) => id), { subjectKind: 'cluster', subjectIds: [clusterId] });
  const usable = [...read].map(([id, values]): [string, SeriesValue[]] => [id, values.filter(({ basis, periodEnd }) => basis !== 'statisticalSurvey' && periodEnd < on).map((one) => ({ ...one, sourceId: null, visibility: 'internal' }))]);
  return new Map(usable);
}

const bare = ({ key, dimension, title }: Measure) => ({ key, dimension, title, indicator: null, registry: null, unit: null, value: null, period: null, sources: [], sample: false, series: [], hint: null, notes: [], restricted: false, withheld: false }) satisfies MeasureEvidence;

function fromSeries(measure: Measure, indicator: IndicatorRow | null, held: { rows: readonly SeriesValue[]; breaks: readonly SubjectBreak[] }, reading: StageHintOptions, titleOf: (id: string | null) => string[], facts: Record<string, Fact>): MeasureEvidence {
  if (!indicator) return { ...bare(measure), notes: ['noIndicator'] };
  const series = readSeries(held.rows, held.breaks);
  const named = { ...bare(measure), indicator: { id: indicator.id, key: indicator.key, name: indicator.name }, unit: indicator.unit };
  const last = series.kept.at(-1);
  if (!last) return { ...named, notes: [...series.notes, 'noValues'] };
  const hint = hintStage(series.t, series.y, reading);
  const titles = [...new Set(series.kept.flatMap(({ sourceId }) => titleOf(sourceId)))];
  const growth = recentGrowth(series);
  tellFacts(measure.key, { series, hint, reading, growth, source: titles.join('、'), last }, facts);
  return {
    ...named,
    unit: last.unit,
    value: last.value,
    period: last.period,
    sources: titles,
    sample: series.kept.some(({ sample }) => sample),
    series: series.kept.map(({ period }, at) => ({ period, value: String(Number((series.y[at] ?? 0).toFixed(6))) })).slice(-60),
    hint: {
      stage: hint.stage, towards: hint.towards, emerging: hint.emerging, reason: hint.reason, model: hint.model, ceiling: known(hint.K), ceilingError: known(hint.seK), saturation: known(hint.saturationNow),
      takeoff: known(hint.tTakeoff), maturity: known(hint.tMaturity), slope: known(hint.windowTrend.senSlope), chance: known(hint.windowTrend.p), growth: growth === null ? null : known(growth),
    },
    notes: series.notes,
    restricted: indicator.visibility === 'internal' || series.kept.some(({ visibility, basis }) => visibility === 'internal' || basis === 'statisticalSurvey'),
  };
}

/** What the series does not carry stays unknown: too few values tell neither a rise nor that there is none. */
function tellFacts(key: string, told: { series: ReadSeries; hint: StageHint; reading: StageHintOptions; growth: number | null; source: string; last: SeriesValue }, facts: Record<string, Fact>): void {
  const { hint, series, reading, growth } = told;
  const enough = series.t.length >= reading.least;
  const moves = (up: boolean) => (enough ? hint.windowTrend.p < reading.alpha && (up ? hint.windowTrend.senSlope > 0 : hint.windowTrend.senSlope < 0) : null);
  const say = (name: string, value: unknown) => (facts[name] = { value, source: told.source, asOf: told.last.period });
  say(key, told.last.value === null ? null : { number: told.last.value });
  say(`${key}.stage`, hint.stage === 'undetermined' ? null : hint.stage);
  say(`${key}.near`, hint.stage === 'undetermined' ? null : (hint.towards ?? 'none'));
  say(`${key}.emerging`, enough ? hint.emerging : null);
  say(`${key}.rises`, moves(true));
  say(`${key}.falls`, moves(false));
  say(`${key}.growth`, growth === null ? null : decimal(growth));
  say(`${key}.saturation`, hint.kIdentified && Number.isFinite(hint.saturationNow) ? decimal(hint.saturationNow * 100) : null);
}

const counted: Readonly<Record<RegistryFact, { unit: string; of(makeup: ClusterMakeup): number | null }>> = {
  members: { unit: 'unit', of: ({ members }) => members },
  actorTypes: { unit: 'unit', of: ({ actorTypes, members }) => (members > 0 ? actorTypes : null) },
  entryRate: { unit: 'percent', of: ({ joined, members, sinceKnown }) => (members > 0 && sinceKnown * 2 >= members ? (joined / members) * 100 : null) },
  exitRate: { unit: 'percent', of: ({ left, before, members, sinceKnown }) => (before > 0 && sinceKnown * 2 >= members ? (left / before) * 100 : null) },
  /** In bits, over divisions of industry: 0 when all members are of one. */
  variety: { unit: 'one', of: ({ byIndustry }) => varietyOf(byIndustry)?.unrelated ?? null },
  /** In bits, inside the divisions. */
  relatedVariety: { unit: 'one', of: ({ byIndustry }) => varietyOf(byIndustry)?.related ?? null },
};

function varietyOf(byIndustry: ClusterMakeup['byIndustry']): Variety | null {
  const divisions = [...new Set(byIndustry.map(({ division }) => division))];
  if (divisions.length === 0) return null;
  return relatedVariety(Float64Array.from(byIndustry, ({ count }) => count), Int32Array.from(byIndustry, ({ division }) => divisions.indexOf(division)), divisions.length);
}

function fromRegister(measure: Measure, fact: RegistryFact, makeup: ClusterMakeup, on: string, facts: Record<string, Fact>): MeasureEvidence {
  const { unit, of } = counted[fact];
  const value = of(makeup);
  const sinceMissing = value === null && makeup.members > 0 && (fact === 'entryRate' || fact === 'exitRate');
  facts[measure.key] = { value: value === null ? null : decimal(value), asOf: on };
  return { ...bare(measure), registry: fact, unit, value: value === null ? null : decimal(value).number, period: on, notes: makeup.members === 0 ? ['noMembers'] : sinceMissing ? ['sinceMissing'] : [], restricted: makeup.restricted };
}
