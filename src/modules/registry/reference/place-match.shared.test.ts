import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../../test/shared.ts';
import { buildChina } from './divisions/china-divisions.ts';
import { judgePlace } from './place-match.ts';

interface Expected {
  city_en: string;
  firms: string;
  adcode: string;
  level: string;
  status: string;
  candidates: string;
}

const file = 'data/firms-cn-listed/city_to_adcode.csv';

describeWithShared('place names of listed firms', [file], () => {
  let expected: Expected[] = [];
  // Read when the tests run: where the file is absent this whole part is skipped.
  beforeAll(() => {
    expected = Papa.parse<Expected>(readFileSync(sharedPath(file), 'utf8'), { header: true, skipEmptyLines: true }).data;
  });
  const current = buildChina().territories.filter((territory) => territory.successor_id === null);
  const code = (id: string): string => id.replace('cn:', '');

  it('gives the same place, candidates and verdict for every name', () => {
    const differences = expected.flatMap((row) => {
      const match = judgePlace(row.city_en, current);
      const wanted = row.status === 'unique' ? [row.adcode] : row.candidates.split(';').filter(Boolean).map((candidate) => candidate.slice(0, 6));
      const got = match.candidates.map((candidate) => code(candidate.id));
      return match.status === row.status && got.join() === wanted.join() ? [] : [{ name: row.city_en, wanted: [row.status, ...wanted].join(' '), got: [match.status, ...got].join(' ') }];
    });
    expect(differences).toEqual([]);
  });

  it('adds up to 3,202 firms with one place, 172 to choose for and 41 without', () => {
    const firms = { unique: [0, 0], ambiguous: [0, 0], unmatched: [0, 0] };
    for (const row of expected) {
      const tally = firms[judgePlace(row.city_en, current).status];
      tally[0] = (tally[0] ?? 0) + 1;
      tally[1] = (tally[1] ?? 0) + Number(row.firms);
    }
    expect(firms).toEqual({ unique: [358, 3_202], ambiguous: [32, 172], unmatched: [11, 41] });
  });
});
