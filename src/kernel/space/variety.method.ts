import { fault } from '../method/fields.ts';
import type { Method } from '../method/method.ts';
import { rowOf } from '../stats/matrix.ts';
import { relatedVariety } from './variety.ts';

export const variety: Method = {
  id: 'variety',
  version: '1.0.0',
  title: 'Related and unrelated variety',
  operations: {
    'related-variety': {
      summary: 'Entropy of a region over industries, split into between and within groups of related industries',
      input: { counts: 'regions × industries, numbers ≥ 0; null = missing, is left out', groups: 'group of each industry', codes: 'code of each industry, optional, not used' },
      params: { base: 'base of the logarithm; default 2' },
      output: '{total, unrelated, related}, one number a region; null for a region without any count',
      source: 'Frenken, Van Oort, Verburg 2007',
      compute: (input, params) => {
        const counts = input.matrix('counts', { missing: true });
        const groups = input.texts('groups');
        if (groups.length !== counts.columns) fault(`input.groups must have ${counts.columns} names, one a column of counts`);
        if (counts.cells.some((value) => value < 0)) fault('input.counts must not be negative');
        const base = params.number('base', 2);
        if (!(base > 0) || base === 1) fault('params.base must be positive and not 1');
        const names = [...new Set(groups)];
        const group = Int32Array.from(groups, (name) => names.indexOf(name));
        const found = Array.from({ length: counts.rows }, (_, row) => relatedVariety(rowOf(counts, row), group, names.length, base));
        const missing = counts.cells.filter(Number.isNaN).length;
        const warnings = missing > 0 ? [`${missing} cells are missing and left out`] : [];
        if (found.some(({ total }) => Number.isNaN(total))) warnings.push('a region has no counts');
        return { value: { total: found.map(({ total }) => total), unrelated: found.map(({ unrelated }) => unrelated), related: found.map(({ related }) => related) }, warnings };
      },
    },
  },
};
