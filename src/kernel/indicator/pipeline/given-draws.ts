import { fault } from '../../method/fields.ts';
import { defaultTreatment } from '../treat/treatment.ts';
import type { Choices } from './chain.ts';
import { aggregationOf, imputationOf, normalisationOf, type Recipe } from './recipe.ts';
import type { Dimension, Draws } from './replicate.ts';
import { numberIn, textIn, type Row, type Tables } from './tables.ts';

interface Reading {
  recipe: Recipe;
  tables: Tables;
  /** Weights by the number of the alternative. */
  weights: ReadonlyMap<number, Float64Array>;
}

/** Columns of a table of draws that say something else than how many there are. */
type ReadCell = (row: Row, where: string, reading: Reading) => Partial<Choices>;

/** "n_minmax(1;100)" → minmax, "1;100". */
function called(row: Row, key: string, where: string): { name: string; settings: string | undefined } {
  const told = textIn(row, key, where).match(/^(?:[a-z]_)?([\w-]+?)(?:\((.*)\))?$/i);
  return { name: told?.[1] ?? fault(`${where}.${key} must be a name, with settings in brackets where it has some`), settings: told?.[2] };
}

const readers: Readonly<Record<string, ReadCell>> = {
  Winmax: (row, where, { recipe }) => ({ treatment: { ...(recipe.choices.treatment ?? defaultTreatment), winmax: numberIn(row, 'Winmax', where) } }),
  Normalisation(row, where) {
    const { name, settings } = called(row, 'Normalisation', where);
    return { normalisation: normalisationOf(name, settings) };
  },
  Weights: (row, where, { weights }) => ({ weights: weights.get(numberIn(row, 'Weights', where)) ?? fault(`${where}.Weights must be a number of weight_alternatives`) }),
  Aggregation: (row, where) => ({ aggregation: aggregationOf(called(row, 'Aggregation', where).name) }),
  Imputation: (row, where, { recipe, tables }) => ({ imputation: imputationOf(called(row, 'Imputation', where).name, recipe.groupedBy, tables) }),
  Screening: (row, where) => ({ screening: { availability: numberIn(row, 'Screening', where) } }),
};

/** Weights of each alternative; a node that the table does not name keeps the weight of the recipe. */
export function readWeights(rows: readonly Row[], { structure }: Tables, nominal: Float64Array): Map<number, Float64Array> {
  const at = new Map(structure.codes.map((code, index) => [code, index]));
  const weights = new Map<number, Float64Array>();
  for (const [index, row] of rows.entries()) {
    const where = `input.weight_alternatives[${index}]`;
    const alternative = numberIn(row, 'alt', where);
    const node = at.get(textIn(row, 'iCode', where)) ?? fault(`${where}.iCode must be a code of imeta`);
    const held = weights.get(alternative) ?? Float64Array.from(nominal);
    const weight = numberIn(row, 'Weight', where);
    if (!(weight >= 0)) fault(`${where}.Weight must be 0 or more`);
    held[node] = weight;
    weights.set(alternative, held);
  }
  return weights;
}

/** A table of draws, one row per replication, as dimensions whose alternatives are the values that occur. */
export function readDraws(rows: readonly Row[], name: string, reading: Reading): { dimensions: Dimension[]; draws: Draws } {
  const columns = Object.keys(rows[0] as Row).filter((column) => column !== 'rep');
  const picks = new Int32Array(rows.length * columns.length);
  const dimensions = columns.map((column, dimension) => {
    const reader = readers[column] ?? fault(`input.${name}: the column ${column} must be one of: rep, ${Object.keys(readers).join(', ')}`);
    const alternatives: Partial<Choices>[] = [];
    const known = new Map<unknown, number>();
    for (const [at, row] of rows.entries()) {
      const value = row[column];
      if (!known.has(value)) known.set(value, alternatives.push(reader(row, `input.${name}[${at}]`, reading)) - 1);
      picks[at * columns.length + dimension] = known.get(value) as number;
    }
    return { name: column, alternatives };
  });
  return { dimensions, draws: { replications: rows.length, dimensions: columns.length, picks } };
}
