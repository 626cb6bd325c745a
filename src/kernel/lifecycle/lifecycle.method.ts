import { fault, type Fields } from '../method/fields.ts';
import type { Computed, Method, Operation } from '../method/method.ts';
import { errorOf, fitGrowth, shareAt, type GrowthFit } from './growth-curve.ts';
import { fitRate } from './growth-rate.ts';
import { boundariesOf, hintStage, stageHintDefaults } from './stage-hint.ts';
import { trendOf } from './trend.ts';

const input = { t: 'moments, in any one unit of time (years as 2015, 2016, … or 0, 1, …), list of n', y: 'values at these moments, in any one unit, list of n; null where missing (left out, never zero)' };

function readPairs(fields: Fields): [Float64Array, Float64Array] {
  const t = fields.numbers('t');
  return [t, fields.numbers('y', { missing: true, length: t.length })];
}

const qualityOf = ({ rss, logLik, aic, aicc, r2 }: GrowthFit) => ({ rss, logLik, aic, aicc, r2 });
const told = ({ converged, warnings, covariance, ceiling }: GrowthFit): Omit<Computed, 'value'> => {
  const error = errorOf({ covariance }, [1, 0, 0]);
  const wide = !(error <= stageHintDefaults.seOfK * Math.abs(ceiling)) && Number.isFinite(ceiling);
  return { converged, warnings: wide ? [...warnings, 'K is not identified: its standard error is wide against K; read no stage from it'] : warnings };
};

const logistic: Operation = {
  summary: 'Logistic curve of growth with standard errors and the moments at which growth takes off and matures.',
  input,
  output: '{K, tm, r, se: {K, tm, scale}, tTakeoff, tMaturity, saturationNow, rss, logLik, aic, aicc, r2}; y = K/(1+exp(-r(t-tm))), scale = 1/r, boundaries tm -+ ln(2+sqrt 3)/r (21.1 and 78.9 % of K)',
  source: 'Bates, Watts 1988; boundaries: zeros of the third derivative',
  compute(fields) {
    const fit = fitGrowth('logistic', ...readPairs(fields));
    const { takeoff, maturity } = boundariesOf(fit);
    const now = fit.series.t.at(-1) ?? NaN;
    return {
      ...told(fit),
      value: {
        K: fit.ceiling, tm: fit.inflection, r: fit.rate, se: { K: errorOf(fit, [1, 0, 0]), tm: errorOf(fit, [0, 1, 0]), scale: errorOf(fit, [0, 0, 1 / fit.rate ** 2]) },
        tTakeoff: takeoff, tMaturity: maturity, saturationNow: shareAt('logistic', fit.rate * (now - fit.inflection)), ...qualityOf(fit),
      },
    };
  },
};

const gompertz: Operation = {
  summary: 'Gompertz curve of growth, whose inflection lies at K/e.',
  input,
  params: { errors: 'true: standard errors se {K, b, k, tInflection} and the boundaries tTakeoff, tMaturity (7.3 and 68.3 % of K) too; default false' },
  output: '{K, b, k, tInflection, rss, logLik, aic, aicc, r2}; y = K exp(-b exp(-k t)), inflection ln(b)/k',
  source: 'Gompertz 1825; Bates, Watts 1988',
  compute(fields, params) {
    const fit = fitGrowth('gompertz', ...readPairs(fields));
    const b = Math.exp(fit.rate * fit.inflection);
    const { takeoff, maturity } = boundariesOf(fit);
    const se = { K: errorOf(fit, [1, 0, 0]), b: errorOf(fit, [0, b * fit.rate, b * fit.inflection]), k: errorOf(fit, [0, 0, 1]), tInflection: errorOf(fit, [0, 1, 0]) };
    const value = { K: fit.ceiling, b, k: fit.rate, tInflection: fit.inflection, ...qualityOf(fit) };
    return { ...told(fit), value: params.flag('errors', false) ? { ...value, se, tTakeoff: takeoff, tMaturity: maturity } : value };
  },
};

const exponential: Operation = {
  summary: 'Growth at a constant rate, by least squares of ln y on t.',
  input,
  params: { errors: 'true: standard errors se {lnA, g} too; default false' },
  output: '{a, g, r2}; y = a exp(g t), r2 of the logarithms; values that are not positive are left out',
  source: 'ordinary least squares',
  compute(fields, params) {
    const { a, g, r2, se, warnings } = fitRate(...readPairs(fields));
    return { converged: !Number.isNaN(g), warnings, value: params.flag('errors', false) ? { a, g, r2, se } : { a, g, r2 } };
  },
};

const mannKendall: Operation = {
  summary: 'Whether a series rises or falls: Mann–Kendall test with ties, and the slope of Sen.',
  input: { ...input, t: `${input.t}; 0, 1, 2, … where absent` },
  output: '{S, varS, z, p, senSlope}; p two-sided with continuity correction, slope in units of y per unit of t',
  source: 'Mann 1945; Kendall 1975; Sen 1968',
  compute(fields) {
    const y = fields.numbers('y', { missing: true });
    const t = fields.has('t') ? fields.numbers('t', { length: y.length }) : Float64Array.from(y, (_, at) => at);
    const { S, varS, z, p, senSlope, warnings } = trendOf(t, y);
    return { warnings, value: { S, varS, z, p, senSlope } };
  },
};

const stage: Operation = {
  summary: 'What one series says of the stage of its subject: model by AICc, turns of the curve, decline by trend; undetermined where the ceiling is not identified.',
  input,
  params: {
    least: `fewest values, ${stageHintDefaults.least}`, window: `latest values tested for decline, ${stageHintDefaults.window}`, alpha: `significance, ${stageHintDefaults.alpha}`,
    seOfK: `largest standard error of K in parts of K, ${stageHintDefaults.seOfK}`, near: `standard errors around a boundary within which both stages are named, ${stageHintDefaults.near}`,
  },
  output: '{stage, towards, emerging, reason, model, candidates, K, seK, kIdentified, tTakeoff, seTakeoff, tMaturity, seMaturity, saturationNow, trend, windowTrend, many}',
  source: 'Menzel, Fornahl 2010 give no algorithm: operational rule of METHOD.md',
  compute(fields, params) {
    const options = {
      least: params.whole('least', 5, stageHintDefaults.least), window: params.whole('window', 4, stageHintDefaults.window), alpha: params.number('alpha', stageHintDefaults.alpha),
      seOfK: params.number('seOfK', stageHintDefaults.seOfK), near: params.number('near', stageHintDefaults.near),
    };
    if (options.alpha <= 0 || options.alpha >= 1) fault('params.alpha must be between 0 and 1');
    const { warnings, trend, windowTrend, ...value } = hintStage(...readPairs(fields), options);
    const bare = ({ S, varS, z, p, senSlope }: typeof trend) => ({ S, varS, z, p, senSlope });
    return { converged: value.model !== null, warnings, value: { ...value, trend: bare(trend), windowTrend: bare(windowTrend) } };
  },
};

/** Curves of growth, trends and stages of one series. */
export const lifecycle: Method = {
  id: 'lifecycle',
  version: '1.0.0',
  title: 'Lifecycle: growth curves, trend, stage',
  operations: { 'growth-logistic': logistic, 'growth-gompertz': gompertz, 'growth-exponential': exponential, 'mann-kendall': mannKendall, 'growth-stage': stage },
};
