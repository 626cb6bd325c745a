import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFrom, rowsOf } from '../../stats/matrix.ts';
import { rngFrom } from '../../stats/rng.ts';
import { defaultChoices, defaultOrder, type Chain, type Choices } from './chain.ts';
import { chainWithout, leaveOneOut } from './leave-one-out.ts';
import { rankIntervals } from './rank-interval.ts';
import { drawAlternatives, noisyWeights, rankRows, replicate, type Dimension } from './replicate.ts';
import { ChainRunner, scoresOf } from './run-chain.ts';
import { nodesOf, nodesWithout, structureOf, type Structure, type TreeNode } from './structure.ts';

const node = (code: string, parent: string | null, indicator: boolean, weight = 1, direction = 1): TreeNode => ({ code, parent, weight, level: indicator ? 1 : 2, direction, indicator });
const nodes = [node('a', 'P', true), node('b', 'P', true, 2), node('c', 'Q', true, 1, -1), node('d', 'Q', true), node('P', 'I', false, 2), node('Q', 'I', false), { ...node('I', null, false), level: 3 }];
const structure = structureOf(nodes) as Structure;
const chainOf = (rows: readonly (readonly (number | null)[])[]): Chain => ({
  structure,
  raw: matrixFrom(rows),
  denominators: matrixFrom(rows.map(() => [])),
  denominatorOf: new Int32Array(4).fill(-1),
  order: defaultOrder,
});
const nominal = defaultChoices(structure);
const top = (chain: Chain, choices: Choices): number[] => [...scoresOf(new ChainRunner(chain).run(choices), chain.structure.target, new Float64Array(chain.raw.rows))];
const row = fc.tuple(...[1, 2, 3, 4].map(() => fc.option(fc.integer({ min: -500, max: 500 }).map((tenths) => tenths / 10), { freq: 5 })));
const rows = fc.array(row, { minLength: 4, maxLength: 12 });

describe('the tree', () => {
  it('is refused with the node at fault', () => {
    const fault = (changed: TreeNode[]): unknown => structureOf(changed);
    expect(fault([...nodes, node('a', 'P', true)])).toEqual({ fault: 'duplicate', code: 'a' });
    expect(fault(nodes.map((one) => (one.code === 'a' ? { ...one, parent: 'X' } : one)))).toEqual({ fault: 'parentUnknown', code: 'a' });
    expect(fault(nodes.map((one) => (one.code === 'a' ? { ...one, parent: 'b' } : one)))).toEqual({ fault: 'parentIsIndicator', code: 'a' });
    expect(fault([...nodes, node('R', 'I', false)])).toEqual({ fault: 'childless', code: 'R' });
    expect(fault([...nodes, node('R', 'S', false), node('S', 'R', false)])).toEqual({ fault: 'circular', code: 'R' });
    expect(fault([...nodes, node('J', null, false)])).toEqual({ fault: 'manyTops', code: 'J' });
  });

  it('loses a branch with the last leaf of it', () => {
    expect(nodesWithout(nodesWithout(nodes, 'a'), 'b').map(({ code }) => code)).toEqual(['c', 'd', 'Q', 'I']);
    expect(nodesWithout(nodes, 'Q').map(({ code }) => code)).toEqual(['a', 'b', 'P', 'I']);
    expect(structureOf(nodesOf(structure))).toEqual(structure);
  });
});

describe('the chain', () => {
  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const turned = top(chainOf(table.toReversed()), nominal).toReversed();
        for (const [unit, score] of top(chainOf(table), nominal).entries()) expect(Number.isNaN(score) ? Number.isNaN(turned[unit]) : Math.abs((turned[unit] as number) - score) < 1e-9).toBe(true);
      }),
      { seed: 1 },
    );
  });

  it('runs the same again whatever ran before on the same buffers', () => {
    fc.assert(
      fc.property(rows, (table) => {
        const chain = chainOf(table);
        const runner = new ChainRunner(chain);
        runner.run({ ...nominal, screening: { availability: 0.9 }, imputation: { method: 'median' }, normalisation: { method: 'rank', ties: 'min' } });
        expect([...scoresOf(runner.run(nominal), structure.target, new Float64Array(table.length))]).toEqual(top(chain, nominal));
        expect(rowsOf(chain.raw)).toEqual(table);
      }),
      { seed: 2 },
    );
  });

  it('leaves a unit out with too little data, and only that one', () => {
    const scores = top(chainOf([[1, 2, 3, 4], [2, null, null, 1], [3, 1, 2, 2], [4, 4, 1, 0]]), { ...nominal, screening: { availability: 0.75 } });
    expect(scores.map(Number.isNaN)).toEqual([false, true, false, false]);
  });

  it('weighs from the data and gives the benefit of the doubt', () => {
    const chain = chainOf([[1, 2, 3, 4], [2, 5, 1, 1], [3, 1, 2, 2], [4, 4, 1, 0]]);
    const { weights } = new ChainRunner(chain).run({ ...nominal, weighting: { method: 'std' } });
    expect((weights[0] as number) + (weights[1] as number)).toBeCloseTo(1, 12);
    expect(weights[4]).toBe(2);
    const doubt = top(chain, { ...nominal, aggregation: { method: 'bod', shareLower: 0.1, shareUpper: 1 } });
    expect(Math.max(...doubt)).toBeCloseTo(1, 9);
  });
});

describe('replications', () => {
  const chain = chainOf(Array.from({ length: 9 }, (_, unit) => [unit, (unit * 7) % 5, (unit * unit) % 11, unit % 3]));
  const rng = rngFrom(9);
  const dimensions: Dimension[] = [
    { name: 'Weights', alternatives: noisyWeights(structure, 8, 0.3, rng).map((weights) => ({ weights })) },
    { name: 'Normalisation', alternatives: [{ normalisation: { method: 'rank', ties: 'min' } }, { normalisation: { method: 'zscore', mean: 0, sd: 1 } }] },
  ];
  const draws = drawAlternatives(dimensions, 40, rng);

  it('can be shared out in ranges', () => {
    const whole = replicate(chain, nominal, dimensions, draws);
    const parts = [replicate(chain, nominal, dimensions, draws, 0, 13), replicate(chain, nominal, dimensions, draws, 13, 40)];
    expect(parts.flatMap(({ cells }) => [...cells])).toEqual([...whole.cells]);
  });

  it('give intervals that hold the median', () => {
    const { q5, median, q95, counted } = rankIntervals(rankRows(replicate(chain, nominal, dimensions, draws)));
    for (const [unit, middle] of median.entries()) expect((q5[unit] as number) <= middle && middle <= (q95[unit] as number)).toBe(true);
    expect([...counted]).toEqual(Array.from({ length: 9 }, () => 40));
  });
});

describe('leaving one out', () => {
  const chain = chainOf([[1, 9, 3, 4], [2, 5, 1, 1], [3, 1, 2, 2], [9, 4, 1, 0], [5, 5, 5, 5]]);

  it('is the chain without that column', () => {
    const without = chainWithout(chain, nominal, 'b');
    expect(without?.chain.structure.codes).toEqual(['a', 'c', 'd', 'P', 'Q', 'I']);
    const [first, second] = leaveOneOut(chain, nominal);
    expect(leaveOneOut(chain, nominal, ['b'])[0]).toEqual(second);
    expect([first?.code, second?.code]).toEqual(['a', 'b']);
    expect([...(second?.scores ?? [])]).toEqual(top(without?.chain as Chain, without?.choices as Choices));
  });

  it('names the unit that moves most', () => {
    for (const one of leaveOneOut(chain, nominal, ['a', 'P'])) expect(one.mostMoved < 0 ? one.meanRankChange : Math.abs(one.move)).toBeGreaterThanOrEqual(one.mostMoved < 0 ? 0 : 1);
  });
});
