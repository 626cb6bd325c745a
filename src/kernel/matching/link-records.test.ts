import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../test/shared.ts';
import { allPairs, blockPairs } from './block-pairs.ts';
import { disjointSets, pairQuality } from './disjoint-sets.ts';
import { linkRecords, type LinkRecord } from './link-records.ts';

describe('blocks', () => {
  it('pair what shares a key, once, and nothing else', () => {
    const keys = [['a', 'b'], ['a', 'b'], ['c'], ['b']];
    expect([...blockPairs(4, (at) => keys[at] ?? [], String)]).toEqual([1, 3, 7]);
    expect([...allPairs(3)]).toEqual([1, 2, 5]);
  });

  it('compare neighbours only where a block is large', () => {
    const pairs = blockPairs(100, () => ['same'], (at) => String(at).padStart(3, '0'), { largestBlock: 10, neighbours: 2 });
    expect(pairs).toHaveLength(98 + 99);
  });
});

describe('groups', () => {
  it('grow together and are judged by pairs', () => {
    const sets = disjointSets(5);
    sets.join(3, 4);
    sets.join(4, 1);
    expect([...sets.groups()]).toEqual([0, 1, 2, 1, 1]);
    expect(pairQuality([0, 1, 2, 1, 1], ['a', 'b', 'c', 'b', 'd'])).toEqual({ precision: 1 / 3, recall: 1, f1: 0.5 });
  });
});

function cellsOf(line: string): string[] {
  return [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map((found) => found[2] ?? found[1] ?? '');
}

const file = 'oracles/entity-resolution/records.csv';
const splink = 0.741;
describeWithShared('linkRecords on the records that Splink was measured on', [file], () => {
  const rows = readFileSync(sharedPath(file), 'utf8').trim().split('\n').slice(1).map(cellsOf);
  const records: LinkRecord[] = rows.map(([, , name = '', , place = '', industry = '', code = '']) => ({ name, place: place || null, industry: industry || null, code: code || null }));
  const truth = rows.map(([, entity = '']) => entity);
  const { groups, estimate } = linkRecords(records);

  it('is at least 0.05 better, on all of them and on the half that played no part in choosing the threshold', () => {
    // The threshold was chosen on entities with an even number; levels and probabilities are never fitted to the truth.
    const halves = [0, 1].map((half) => {
      const held = truth.flatMap((entity, at) => (Number(entity) % 2 === half ? [at] : []));
      return pairQuality(held.map((at) => groups[at] ?? -1), held.map((at) => truth[at] ?? ''));
    });
    const whole = pairQuality(groups, truth);
    console.info('entity resolution', { whole, tuning: halves[0], heldOut: halves[1], splink });
    expect(estimate.converged).toBe(true);
    expect(whole.f1).toBeGreaterThanOrEqual(splink + 0.05);
    expect(halves[1]?.f1).toBeGreaterThanOrEqual(splink + 0.05);
  });

  it('does not depend on the order of the records', () => {
    const turned = linkRecords(records.toReversed()).groups;
    expect(pairQuality(groups, Array.from(turned).toReversed()).f1).toBe(1);
  });

  it('finds nearly the same by blocks as by comparing all', () => {
    const blocked = linkRecords(records, { compareAllUpTo: 0 });
    expect(blocked.candidates).toBeLessThan(estimateOfAll / 20);
    expect(pairQuality(blocked.groups, truth).f1).toBeGreaterThanOrEqual(splink + 0.05);
  });
  const estimateOfAll = (records.length * (records.length - 1)) / 2;
});
