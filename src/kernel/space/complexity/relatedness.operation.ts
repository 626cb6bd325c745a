import { fault } from '../../method/fields.ts';
import type { Operation } from '../../method/method.ts';
import { density, outlook } from './density.ts';
import { industryProximity, regionProximity } from './proximity.ts';
import { emptyLines, readPresence } from './read-table.ts';
import { relatedness, relatednessMeasures } from './relatedness.ts';

const binary = 'regions × industries of 0 and 1; a missing cell is not allowed';

export const proximityOperation: Operation = {
  summary: 'Proximity of industries over regions, and of regions over industries.',
  input: { binary },
  params: { compute: '"both" (default), "product" or "country"' },
  output: '{ product: industries × industries, country: regions × regions }, in [0, 1]',
  source: 'Hidalgo, Klinger, Barabási, Hausmann 2007',
  compute(input, params) {
    const presence = readPresence(input);
    const wanted = params.choice('compute', ['both', 'product', 'country'], 'both');
    const value = { ...(wanted !== 'country' && { product: industryProximity(presence) }), ...(wanted !== 'product' && { country: regionProximity(presence) }) };
    return { value, warnings: [...emptyLines(presence.diversity, 'regions'), ...emptyLines(presence.ubiquity, 'industries')] };
  },
};

export const relatednessOperation: Operation = {
  summary: 'Relatedness from how often two industries occur together.',
  input: { cooccurrence: 'industries × industries, counts ≥ 0; the diagonal is not read' },
  params: { method: `one of ${relatednessMeasures.join(', ')}; prob` },
  output: 'industries × industries, 0 on the diagonal',
  source: 'van Eck, Waltman 2009; Steijn 2021',
  compute(input, params) {
    const counts = input.matrix('cooccurrence');
    if (counts.columns !== counts.rows) fault('input.cooccurrence must be square');
    if (counts.cells.some((cell) => cell < 0)) fault('input.cooccurrence must not be below 0');
    const value = relatedness(counts, params.choice('method', relatednessMeasures, 'prob'));
    const wild = value.cells.some((cell) => !Number.isFinite(cell));
    return { value, warnings: wild ? ['a pair of industries makes up the whole table: its relatedness has no finite value'] : [] };
  },
};

export const densityOperation: Operation = {
  summary: 'Share of what is related to an industry that a region already has.',
  input: { binary, proximity: 'industries × industries; or', relatedness: 'the same from the operation relatedness' },
  output: 'regions × industries: a share with proximity, percent with relatedness',
  source: 'Hidalgo et al. 2007; Boschma, Balland, Kogler 2015',
  compute(input) {
    const presence = readPresence(input);
    const percent = !input.has('proximity');
    const value = density(presence, input.matrix(percent ? 'relatedness' : 'proximity', { rows: presence.columns, columns: presence.columns }));
    if (percent) for (const [at, cell] of value.cells.entries()) value.cells[at] = cell * 100;
    return { value };
  },
};

export const outlookOperation: Operation = {
  summary: 'How near a region is to complex industries that it lacks, and what each of them would bring.',
  input: { binary, proximity: 'industries × industries', pci: 'complexity of each industry' },
  output: '{ index: per region, gain: regions × industries, 0 where the region has the industry }',
  source: 'Hausmann, Hidalgo et al. 2014, The Atlas of Economic Complexity',
  compute(input) {
    const presence = readPresence(input);
    const related = input.matrix('proximity', { rows: presence.columns, columns: presence.columns });
    return { value: outlook(presence, related, input.numbers('pci', { length: presence.columns })) };
  },
};
