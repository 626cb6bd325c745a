import { listWithDuplicates } from '../../../test/matching/labelled-names.ts';
import { simplify } from '../../../test/matching/match-quality.ts';
import type { Measurement } from '#platform/testing/measure.ts';
import { pairQuality } from './disjoint-sets.ts';
import { linkRecords } from './link-records.ts';

const size = Number(process.env['CLUSTERLOOM_BENCH_NAMES'] ?? 200_000);

/** Duplicates among 200,000 generated records on real short names: time, peak memory of the whole process, quality over pairs. */
export default async function bench(): Promise<Measurement[]> {
  const { records, truth } = listWithDuplicates(size);
  const began = performance.now();
  const before = process.cpuUsage();
  const { groups, candidates, accepted, estimate } = linkRecords(records, { simplify });
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(before);
  const peak = process.resourceUsage().maxRSS / 1024;
  const { precision, recall, f1 } = pairQuality(groups, truth);
  process.stderr.write(`${candidates} candidate pairs, ${accepted.length} accepted, ${estimate.iterations} steps of EM, converged: ${estimate.converged}\n`);
  return [
    { name: `duplicates among ${size} organisation records`, unit: 's', value: seconds, limit: 15 },
    { name: 'processor time of it, all threads', unit: 's', value: (used.user + used.system) / 1e6 },
    { name: 'peak memory of that process', unit: 'MB', value: peak, limit: 800 },
    { name: 'precision over pairs', unit: '%', value: precision * 100 },
    { name: 'recall over pairs', unit: '%', value: recall * 100 },
    { name: 'F1 over pairs', unit: '%', value: f1 * 100 },
  ];
}
