import { fault, type Fields } from '../../method/fields.ts';
import type { Method, Operation } from '../../method/method.ts';
import type { Matrix } from '../../stats/matrix.ts';
import { clusterDefaults, distanceRules, joinIndustries, jointSimilarity, partIndustries, scoresOf, similarities, type IndustryTables, type Similarities } from './cluster-definition.ts';
import { linkages } from './linkage.ts';

const definition: Operation = {
  summary: 'Groups industries that are related by place, trade and occupation, and scores the groups.',
  input: {
    employment: 'regions × industries, jobs; a missing cell is not allowed in any table',
    establishments: 'regions × industries',
    input: 'industries × industries, share of the row’s purchases that come from the column',
    output: 'industries × industries, share of the row’s sales that go to the column',
    occupation: 'industries × occupations, shares',
  },
  params: {
    k: 'number of clusters',
    linkage: `one of ${linkages.join(', ')} or kmeans, if wanted with " on D = " and one of ${distanceRules.join(', ')}; "${clusterDefaults.linkage} on D = ${clusterDefaults.distance}"`,
    seed: 'of kmeans; 1',
  },
  output: '{ lcEmp, lcEst, coi, io, occ, similarity, wardLabels (from 1; of whichever linkage), mergeHeights, scores (percent), vsAll }',
  source: 'Delgado, Porter, Stern 2016, after their text; linkage on max(S) − S, quantile of type 7 and leaving the diagonal out are our choices',
  compute(fields, params) {
    const tables = readTables(fields);
    const size = tables.employment.columns;
    const groups = params.whole('k', 1);
    if (groups > size) fault(`params.k must be at most ${size}, the number of industries`);
    const { name, distance } = readLinkage(params.text('linkage', clusterDefaults.linkage));
    const found = similarities(tables);
    const similarity = jointSimilarity(found) ?? fault('no table tells the industries apart');
    const parted = name === 'kmeans' ? partIndustries(similarity, groups, params.whole('seed', 0, 1)) : undefined;
    const joined = name === 'kmeans' ? undefined : joinIndustries(similarity, { groups, linkage: name, distance });
    const wardLabels = parted?.labels ?? joined?.labels ?? new Int32Array(size);
    const value = { ...found, similarity, wardLabels, ...(joined && { mergeHeights: joined.mergeHeights }), ...scoresOf(found, wardLabels) };
    return { value, ...(parted && { converged: parted.converged }), warnings: doubts(found, wardLabels) };
  },
};

/** Cluster definitions from data. */
export const clusterDefinition: Method = {
  id: 'cluster-definition',
  version: '1.0.0',
  title: 'Cluster definitions from co-location, trade and occupations',
  operations: { 'cluster-definition': definition },
};

function readTables(fields: Fields): IndustryTables {
  const employment = fields.matrix('employment');
  const size = employment.columns;
  if (size < 3) fault('input.employment must hold at least three industries');
  if (employment.rows < 2) fault('input.employment must hold at least two regions');
  const square = { rows: size, columns: size };
  return {
    employment,
    establishments: fields.matrix('establishments', { columns: size }),
    input: fields.matrix('input', square),
    output: fields.matrix('output', square),
    occupation: fields.matrix('occupation', { rows: size }),
  };
}

function readLinkage(asked: string): { name: (typeof linkages)[number] | 'kmeans'; distance: (typeof distanceRules)[number] } {
  const [first = '', rule] = asked.split(' on D = ').map((part) => part.trim());
  const name = first.toLowerCase().replaceAll(/[-_\s]/g, '');
  const wanted = ([...linkages, 'kmeans'] as const).find((one) => one.toLowerCase() === name) ?? (name === 'ward' ? 'ward.D2' : undefined);
  const distance = rule === undefined ? clusterDefaults.distance : distanceRules.find((one) => one === rule.replaceAll(/\s/g, ''));
  if (wanted && distance) return { name: wanted, distance };
  return fault(`params.linkage must be one of ${linkages.join(', ')} or kmeans, if wanted with " on D = " and one of ${distanceRules.join(', ')}`);
}

function doubts(found: Similarities, labels: Int32Array): string[] {
  const warnings: string[] = [];
  for (const [name, { rows, cells }] of Object.entries(found) as [string, Matrix][]) {
    const unknown = cells.filter((cell, at) => at % (rows + 1) !== 0 && Number.isNaN(cell)).length / 2;
    if (unknown > 0) warnings.push(`${name}: ${unknown} pairs without a value, because an industry does not vary there`);
  }
  const alone = [...new Set(labels)].filter((label) => labels.indexOf(label) === labels.lastIndexOf(label)).length;
  if (alone > 0) warnings.push(`${alone} clusters of one industry have no relatedness within and are left out of the percentages`);
  return warnings;
}
