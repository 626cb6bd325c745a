import type { Normalisation } from '#kernel/indicator/normalise/normalisation.ts';
import type { Choices } from '#kernel/indicator/pipeline/chain.ts';
import { noisyWeights, type Dimension } from '#kernel/indicator/pipeline/replicate.ts';
import type { Treatment } from '#kernel/indicator/treat/treatment.ts';
import { defaultTreatment } from '#kernel/indicator/treat/treatment.ts';
import type { Rng } from '#kernel/stats/rng.ts';
import type { UncertaintySettings, VariedChoice } from '../../../words/scoreboard-choices.schema.ts';
import type { ReadyChain } from './chain-of-input.ts';

/** A choice that is varied, and each alternative in the words of the kernel. */
export interface Varied {
  choice: VariedChoice;
  dimension: Dimension;
  alternatives: string[];
}

const mostWeights = 500;
type Alternative = [words: string, choices: Partial<Choices>];

function treatments({ treatment }: Choices): Alternative[] {
  const words = (one: Treatment | null): string => (one === null ? 'none' : `winmax ${one.winmax}`);
  const nominal = treatment ?? defaultTreatment;
  const others = [null, ...[nominal.winmax - 2, nominal.winmax, nominal.winmax + 2].filter((winmax) => winmax > 0).map((winmax) => ({ ...nominal, winmax }))];
  return others.map((one) => [words(one), { treatment: one }]);
}

function imputations({ imputation }: Choices, grouped: Int32Array | null): Alternative[] {
  const others: Choices['imputation'][] = [{ method: 'none' }, { method: 'mean' }, { method: 'median' }, ...(grouped ? [{ method: 'group-mean' as const, groups: grouped }] : [])];
  return [imputation, ...others.filter(({ method }) => method !== imputation.method)].map((one) => [one.method, { imputation: one }]);
}

/** Where means other than the arithmetic one may be drawn, scales have to be above 0. */
function scales({ normalisation }: Choices, positive: boolean): Alternative[] {
  const nominal: Normalisation = positive && normalisation.method === 'minmax' && normalisation.range[0] <= 0 ? { method: 'minmax', range: [1, Math.max(100, normalisation.range[1])] } : normalisation;
  const others: Normalisation[] = [nominal, { method: 'minmax', range: [1, 100] }, { method: 'rank', ties: 'average' }, { method: 'zscore', mean: 100, sd: 10 }];
  const words = (one: Normalisation): string => (one.method === 'minmax' ? `minmax ${one.range.join('–')}` : one.method === 'zscore' ? `zscore ${one.mean}/${one.sd}` : one.method);
  return [...new Map(others.map((one) => [words(one), one]))].map(([text, one]) => [text, { normalisation: one }]);
}

function aggregations({ aggregation }: Choices): Alternative[] {
  const others: Choices['aggregation'][] = [aggregation, { method: 'arithmetic' }, { method: 'geometric' }];
  return [...new Map(others.map((one) => [one.method, one]))].map(([text, one]) => [text, { aggregation: one }]);
}

/** What can be varied of these choices; something with only one way to do it is left out. `used` are the weights of the nominal run. */
export function variedOf({ chain, choices }: ReadyChain, used: Float64Array, settings: UncertaintySettings, groups: Int32Array | null, rng: Rng): Varied[] {
  const { vary, replications, weightNoise } = settings;
  const hasGaps = chain.raw.cells.some(Number.isNaN);
  const weights = (): Alternative[] =>
    weightNoise > 0
      ? noisyWeights({ ...chain.structure, weights: used }, Math.min(mostWeights, Math.max(replications, 50)), weightNoise, rng.fork('weights')).map((one) => [`±${Math.round(weightNoise * 100)} %`, { weights: one, weighting: null }])
      : [];
  const makers: Record<VariedChoice, () => Alternative[]> = {
    treatment: () => treatments(choices),
    imputation: () => (hasGaps ? imputations(choices, groups) : []),
    normalisation: () => scales(choices, vary.includes('aggregation')),
    weights,
    aggregation: () => aggregations(choices),
  };
  return (Object.keys(makers) as VariedChoice[]).flatMap((choice) => {
    const made = vary.includes(choice) ? makers[choice]() : [];
    return made.length < 2 ? [] : [{ choice, dimension: { name: choice, alternatives: made.map(([, one]) => one) }, alternatives: [...new Set(made.map(([words]) => words))] }];
  });
}
