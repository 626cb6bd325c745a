import { fault } from '../../method/fields.ts';
import type { Computed, Operation } from '../../method/method.ts';
import { complexityDefaults, complexityIndex, fitness, fitnessDefaults, reflections } from './complexity-index.ts';
import type { Presence } from './presence.ts';
import { emptyLines, readPresence } from './read-table.ts';

const input = { regions: 'names (optional)', industries: 'names (optional)', binary: 'regions × industries of 0 and 1; a missing cell is not allowed' };
const emptyOnes = (presence: Presence): string[] => [...emptyLines(presence.diversity, 'regions'), ...emptyLines(presence.ubiquity, 'industries')];

export const eciOperation: Operation = {
  summary: 'Economic complexity of regions (ECI) and industries (PCI).',
  input,
  params: { method: '"eigenvalues" (default), "reflections" or "fitness"', iterations: `columns of reflections or of fitness; ${complexityDefaults.reflections}`, extremality: `of fitness; ${fitnessDefaults.extremality}` },
  output: '{ eci, pci } standardised with n − 1; with eigenvalues also secondEigenvalue. Sign as by reflections',
  source: 'Hidalgo, Hausmann 2009; Mealy, Farmer, Teytelboym 2019; Tacchella et al. 2012',
  compute(fields, params) {
    const presence = readPresence(fields);
    const method = params.choice('method', ['eigenvalues', 'reflections', 'fitness'], 'eigenvalues');
    const iterations = params.whole('iterations', 2, complexityDefaults.reflections);
    const warnings = emptyOnes(presence);
    if (method === 'reflections') return byReflections(presence, iterations, warnings);
    if (method === 'fitness') {
      const { value, ...reached } = fitness(presence, { columns: iterations, extremality: readExtremality(params.number('extremality', fitnessDefaults.extremality)) });
      return { value: { eci: value.fitness, pci: value.complexity }, converged: reached.converged, warnings };
    }
    const few = presence.diversity.filter((one) => one > 0).length < 2 || presence.ubiquity.filter((one) => one > 0).length < 2;
    if (few) fault('input.binary must hold something in at least two regions and two industries');
    const { value, converged } = complexityIndex(presence, { ...complexityDefaults, reflections: iterations });
    if (!value.unique) warnings.push('the second eigenvalue is not a single one: the regions fall into parts, and this ranking is one of many');
    const { eci, pci, secondEigenvalue } = value;
    return { value: { eci, pci, secondEigenvalue }, converged, warnings };
  },
};

export const fitnessOperation: Operation = {
  summary: 'Fitness of regions and complexity of industries.',
  input,
  params: { iterations: `columns, the first of them start values; ${fitnessDefaults.columns}`, extremality: `power of the inverse fitness; ${fitnessDefaults.extremality}` },
  output: '{ fitness, complexity }, each with mean 1; null for a line without a single entry',
  source: 'Tacchella, Cristelli, Caldarelli, Gabrielli, Pietronero 2012',
  compute(fields, params) {
    const presence = readPresence(fields);
    const options = { columns: params.whole('iterations', 1, fitnessDefaults.columns), extremality: readExtremality(params.number('extremality', fitnessDefaults.extremality)) };
    if (presence.byRow.at.length === 0) fault('input.binary must hold at least one 1');
    const { value, converged } = fitness(presence, options);
    return { value, converged, warnings: emptyOnes(presence) };
  },
};

function byReflections(presence: Presence, iterations: number, warnings: string[]): Computed {
  const value = reflections(presence, iterations) ?? fault('every region or every industry is alike: reflections do not tell them apart');
  if (iterations % 2 === 1) warnings.push('with an odd number of columns the last reflections measure the opposite of complexity');
  return { value, warnings };
}

const readExtremality = (value: number): number => (value > 0 ? value : fault('params.extremality must be above 0'));
