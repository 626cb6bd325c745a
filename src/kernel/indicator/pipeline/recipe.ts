import { fault } from '../../method/fields.ts';
import type { Aggregation } from '../aggregate/aggregation.ts';
import type { Imputation } from '../impute/imputation.ts';
import type { Normalisation } from '../normalise/normalisation.ts';
import { defaultTreatment } from '../treat/treatment.ts';
import { defaultChoices, type Choices, type EarlyStep } from './chain.ts';
import { groupsIn, type Tables } from './tables.ts';

/** The recipe of a composite indicator in words, one step each, in the order in which they are done. */
export interface Recipe {
  order: EarlyStep[];
  choices: Choices;
  /** Column of idata that holds the groups of the imputation, where the recipe names one. */
  groupedBy?: string | undefined;
}

type Told = RegExpMatchArray;
interface Phrase {
  /** How the step is written, for the fault. */
  form: string;
  pattern: RegExp;
  read(told: Told, recipe: Recipe, tables: Tables): void;
}

/** "1..100" or "(1;100)": two numbers, or the defaults. */
function pairOf(text: string | undefined, fallback: readonly [number, number]): [number, number] {
  const numbers = text?.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/gi)?.map(Number) ?? [];
  return [numbers[0] ?? fallback[0], numbers[1] ?? fallback[1]];
}

/** A normalisation by its name and the two numbers behind it. */
export function normalisationOf(name: string, settings: string | undefined): Normalisation {
  switch (name.toLowerCase()) {
    case 'minmax': return { method: 'minmax', range: pairOf(settings, [0, 100]) };
    case 'zscore': {
      const [mean, sd] = pairOf(settings, [0, 1]);
      return { method: 'zscore', mean, sd };
    }
    case 'rank': return { method: 'rank', ties: 'min' };
    case 'borda': return { method: 'borda', ties: 'min' };
    case 'prank':
    case 'percentile-rank': return { method: 'percentile-rank', ties: 'min' };
    case 'dist2max': return { method: 'dist2max' };
    case 'fracmax': return { method: 'fracmax' };
    case 'none': return { method: 'none' };
    default: return fault(`normalisation ${name} must be one of: minmax, zscore, rank, borda, prank, dist2max, fracmax, none`);
  }
}

/** An aggregation by its name: arithmetic or a_amean, geometric or a_gmean … */
export function aggregationOf(name: string): Aggregation {
  switch (name.toLowerCase()) {
    case 'arithmetic':
    case 'amean': return { method: 'arithmetic' };
    case 'geometric':
    case 'gmean': return { method: 'geometric' };
    case 'harmonic':
    case 'hmean': return { method: 'harmonic' };
    case 'copeland': return { method: 'copeland' };
    case 'mpi': return { method: 'mpi', penalty: 'POS' };
    default: return fault(`aggregation ${name} must be one of: arithmetic, geometric, harmonic, copeland, mpi`);
  }
}

/** An imputation by its name; `by` is the column of idata that holds the groups. */
export function imputationOf(name: string, by: string | undefined, tables: Tables): Imputation {
  const method = name.toLowerCase().replace(/^(mean|median)[_ ]gro?u?p$/, 'group-$1').replace(/[_ ]/g, '-');
  if (method === 'none' || method === 'mean' || method === 'median') return { method };
  if (method === 'row-mean' || method === 'row-median') return { method, normaliseFirst: true, direction: tables.structure.direction };
  if (method === 'group-mean' || method === 'group-median') return { method, groups: groupsIn(tables, by ?? fault(`imputation ${name} must say by which column of idata`)) };
  return fault(`imputation ${name} must be one of: none, mean, median, group mean, group median, row mean, row median`);
}

const phrases: readonly Phrase[] = [
  { form: 'denominate by iMeta Denominator', pattern: /^denominate\b/i, read: (_, { order }) => order.push('denominate') },
  {
    form: 'impute [group|row] mean|median [by COLUMN] | none',
    pattern: /^impute ((?:group |row )?\w+)(?: by (\S+))?$/i,
    read([, name, by], recipe, tables) {
      recipe.order.push('impute');
      recipe.choices.imputation = imputationOf(name as string, by, tables);
      recipe.groupedBy = by;
    },
  },
  {
    form: 'screen byNA|byzeros|byNAandzeros SHARE',
    pattern: /^screen (byNA|byzeros|byNAandzeros) (\d*\.?\d+)$/i,
    read([, rule, share], { order, choices }) {
      order.push('screen');
      const named = (rule as string).toLowerCase();
      const least = Number(share);
      choices.screening = { ...(named === 'byzeros' ? {} : { availability: least }), ...(named === 'byna' ? {} : { nonZero: least }) };
    },
  },
  {
    form: 'treat winmax COUNT | none',
    pattern: /^treat (?:winmax (\d+)|none)$/i,
    read([, most], { order, choices }) {
      order.push('treat');
      choices.treatment = most === undefined ? null : { ...defaultTreatment, winmax: Number(most) };
    },
  },
  {
    form: 'normalise METHOD [A..B]',
    pattern: /^normali[sz]e ([\w-]+)(?: \(?(-?[\d.e]+?(?:\.\.|[;,] ?)-?[\d.e]+)\)?)?(?: after direction flip)?$/i,
    read([, name, settings], { choices }) {
      choices.normalisation = normalisationOf(name as string, settings?.replace('..', ' '));
    },
  },
  {
    form: 'aggregate [weighted] METHOD [, weights Original|Equal]',
    pattern: /^aggregate (weighted )?(\w+)(?: mean)?(?:, weights (\w+))?$/i,
    read([, , name, weights], { choices }) {
      choices.aggregation = aggregationOf(name as string);
      if (weights !== undefined && !/^(original|equal)$/i.test(weights)) fault(`weights ${weights} must be Original (those of imeta) or Equal`);
      if (weights?.toLowerCase() === 'equal') choices.weights = new Float64Array(choices.weights.length).fill(1);
    },
  },
];

/** Reads `meta.recipe`; a step that is not told is not done. */
export function readRecipe(steps: readonly string[], tables: Tables): Recipe {
  const recipe: Recipe = { order: [], choices: { ...defaultChoices(tables.structure), treatment: null } };
  for (const step of steps) {
    const told = phrases.map((phrase) => ({ phrase, match: step.trim().match(phrase.pattern) })).find(({ match }) => match !== null);
    if (!told?.match) fault(`meta.recipe: "${step}" must be one of: ${phrases.map(({ form }) => form).join(' · ')}`);
    told.phrase.read(told.match, recipe, tables);
  }
  if (new Set(recipe.order).size < recipe.order.length) fault('meta.recipe must tell each step once');
  return recipe;
}
