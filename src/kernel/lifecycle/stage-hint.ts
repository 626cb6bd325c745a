/** What a single series says of the stage of its subject. */
import { errorOf, fitGrowth, hasCeiling, shareAt, turns, type GrowthFit, type GrowthShape } from './growth-curve.ts';
import { readSeries } from './series.ts';
import { trendOf, type Trend } from './trend.ts';

export type Stage = 'initial' | 'growth' | 'maturity' | 'decline' | 'undetermined';

export interface StageHint {
  stage: Stage;
  /** The neighbour that can't be told from `stage`: the last moment is within the error of the boundary. */
  towards: 'initial' | 'growth' | 'maturity' | null;
  /** A rising series that does not show yet where growth ends. */
  emerging: boolean;
  reason: 'tooFew' | 'falls' | 'noTrend' | 'noCeiling' | 'beforeTakeoff' | 'betweenTurns' | 'afterMaturity';
  /** Chosen by the least AICc; null where none could be fitted, or none was asked for because the series does not rise. */
  model: GrowthShape | null;
  candidates: { model: GrowthShape; converged: boolean; aicc: number; r2: number; K: number; seK: number; tTakeoff: number; tMaturity: number }[];
  K: number;
  seK: number;
  kIdentified: boolean;
  tTakeoff: number;
  seTakeoff: number;
  tMaturity: number;
  seMaturity: number;
  /** Fitted value at the last moment ÷ K. */
  saturationNow: number;
  trend: Trend;
  windowTrend: Trend;
  many: number;
  warnings: string[];
}

export interface StageHintOptions {
  /** Fewer values say nothing of a stage. */
  least: number;
  /** Latest values that are tested for decline. */
  window: number;
  alpha: number;
  /** K counts as identified up to this standard error in parts of K. */
  seOfK: number;
  /** Standard errors around a boundary within which both stages are named. */
  near: number;
}

export const stageHintDefaults: StageHintOptions = { least: 6, window: 6, alpha: 0.05, seOfK: 0.25, near: 1.96 };

const shapes: readonly GrowthShape[] = ['linear', 'exponential', 'logistic', 'gompertz'];

/** Moments at which a fitted curve takes off and matures (zeros of f‴), with standard errors. */
export function boundariesOf(fit: GrowthFit): { takeoff: number; maturity: number; seTakeoff: number; seMaturity: number } {
  if (!hasCeiling(fit.shape)) return { takeoff: NaN, maturity: NaN, seTakeoff: NaN, seMaturity: NaN };
  const away = turns[fit.shape] / fit.rate;
  const slope = away / fit.rate;
  return { takeoff: fit.inflection - away, maturity: fit.inflection + away, seTakeoff: errorOf(fit, [0, 1, slope]), seMaturity: errorOf(fit, [0, 1, -slope]) };
}

/**
 * The rule of METHOD.md: decline when the latest values fall (Mann–Kendall, Sen slope below 0); else, when the whole series
 * rises, the curve with the least AICc, and the stage by the turns of that curve, provided that its ceiling is identified;
 * else undetermined. Missing values are left out; a short or flat series is undetermined and never an error. Cost O(n²).
 */
export function hintStage(t: Float64Array, y: Float64Array, options: StageHintOptions = stageHintDefaults): StageHint {
  const series = readSeries(t, y);
  const many = series.t.length;
  const trend = trendOf(series.t, series.y);
  const windowTrend = trendOf(series.t.slice(-options.window), series.y.slice(-options.window));
  const rises = trend.p < options.alpha && trend.senSlope > 0;
  const falls = windowTrend.p < options.alpha && windowTrend.senSlope < 0;
  // A curve of growth says nothing of a series that falls or stands still.
  const fits = many < options.least || falls || !rises ? [] : shapes.map((shape) => fitGrowth(shape, series.t, series.y)).filter(({ aicc }) => !Number.isNaN(aicc));
  const best = fits.filter(({ converged }) => converged).reduce<GrowthFit | null>((one, other) => (one === null || other.aicc < one.aicc ? other : one), null);
  const bounds = best ? boundariesOf(best) : { takeoff: NaN, maturity: NaN, seTakeoff: NaN, seMaturity: NaN };
  const now = series.t[many - 1] ?? NaN;
  const seK = best && hasCeiling(best.shape) ? errorOf(best, [1, 0, 0]) : NaN;
  const kIdentified = best !== null && hasCeiling(best.shape) && best.rate > 0 && best.ceiling > 0 && seK <= options.seOfK * best.ceiling;
  const saturationNow = best && hasCeiling(best.shape) ? shareAt(best.shape, best.rate * (now - best.inflection)) : NaN;
  const hint = {
    model: best?.shape ?? null, K: best?.ceiling ?? NaN, seK, kIdentified,
    candidates: fits.map((fit) => ({ model: fit.shape, converged: fit.converged, aicc: fit.aicc, r2: fit.r2, K: fit.ceiling, seK: hasCeiling(fit.shape) ? errorOf(fit, [1, 0, 0]) : NaN, tTakeoff: boundariesOf(fit).takeoff, tMaturity: boundariesOf(fit).maturity })),
    tTakeoff: bounds.takeoff, seTakeoff: bounds.seTakeoff, tMaturity: bounds.maturity, seMaturity: bounds.seMaturity,
    saturationNow, trend, windowTrend, many, towards: null, emerging: false,
    warnings: [...new Set([...series.warnings, ...fits.flatMap(({ shape, warnings }) => warnings.map((warning) => `${shape}: ${warning}`))])],
  } satisfies Partial<StageHint>;
  if (many < options.least) return { ...hint, stage: 'undetermined', reason: 'tooFew', emerging: rises };
  if (falls) return { ...hint, stage: 'decline', reason: 'falls' };
  if (!rises) return { ...hint, stage: 'undetermined', reason: 'noTrend' };
  if (!kIdentified) return { ...hint, stage: 'undetermined', reason: 'noCeiling', emerging: true };
  const near = (boundary: number, error: number): boolean => Math.abs(now - boundary) <= options.near * error;
  if (now < bounds.takeoff) return { ...hint, stage: 'initial', reason: 'beforeTakeoff', towards: near(bounds.takeoff, bounds.seTakeoff) ? 'growth' : null };
  if (now > bounds.maturity) return { ...hint, stage: 'maturity', reason: 'afterMaturity', towards: near(bounds.maturity, bounds.seMaturity) ? 'growth' : null };
  const towards = near(bounds.maturity, bounds.seMaturity) ? 'maturity' : near(bounds.takeoff, bounds.seTakeoff) ? 'initial' : null;
  return { ...hint, stage: 'growth', reason: 'betweenTurns', towards };
}
