import { labelledSet, readSources } from '../../../test/matching/labelled-names.ts';
import { simplify } from '../../../test/matching/match-quality.ts';
import type { Measurement } from '#platform/testing/measure.ts';
import { matchKeys } from './match-keys.ts';
import { buildMatcher, type MatchCandidate } from './match-organisation.ts';

const known = Number(process.env['CLUSTERLOOM_BENCH_KNOWN'] ?? 100_000);
const asked = Number(process.env['CLUSTERLOOM_BENCH_ASKED'] ?? 1_000_000);
const lookUps = 50_000;

/** Processor time of all threads: what else the machine does counts for little in it. */
const seconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
};

/** An index of all 267,000 short names and look-ups in it; and 1,000,000 rows against 100,000 organisations, nine in ten without counterpart. */
export default async function bench(): Promise<Measurement[]> {
  const names = [...readSources(0).chinese, ...readSources(1).chinese];
  let matcher = buildMatcher([], { simplify });
  const building = seconds(() => {
    matcher = buildMatcher(names.map((name, at): MatchCandidate => ({ id: String(at), names: [name] })), { simplify });
  });
  const latencies = Float64Array.from({ length: lookUps }, (_, at) => {
    const name = `${['深圳市', '', '上海'][at % 3]}${names[(at * 7919) % names.length]}${['科技有限公司', '', '股份有限公司'][at % 3]}`;
    const began = performance.now();
    matcher.match({ names: [name] });
    return performance.now() - began;
  }).sort();
  const peak = process.resourceUsage().maxRSS / 1024;
  const at = (share: number): number => (latencies[Math.floor(share * (lookUps - 1))] ?? Number.NaN) * 1000;

  const { register, questions } = labelledSet(0, known);
  let registerMatcher = matcher;
  const registerBuilding = seconds(() => {
    registerMatcher = buildMatcher(register.slice(0, known), { simplify });
  });
  // Brands of four code points that no source has, in the shape of real names.
  const stranger = (row: number): string => {
    const points = [row % 97, Math.floor(row / 97) % 89, Math.floor(row / 8633) % 83, row % 79].map((shift) => String.fromCodePoint(0x8000 + shift * 5));
    return `${['深圳市', '广州', '佛山市', '东莞'][row % 4]}${points.join('')}${['科技', '精密机械', '新材料', '电子'][row % 4]}有限公司`;
  };
  const states = { automatic: 0, unsure: 0, none: 0 };
  const matching = seconds(() => {
    for (let row = 0; row < asked; row += 1) {
      const question = row % 10 === 0 ? questions[(row / 10) % questions.length] : undefined;
      states[registerMatcher.match(question?.subject ?? { names: [stranger(row)], territoryId: 'cn:440300', industryId: 'gbt4754:C39' }).state] += 1;
    }
  });
  process.stderr.write(`${JSON.stringify(states)}\n`);
  const keying = seconds(() => {
    for (let row = 0; row < asked; row += 1) matchKeys(stranger(row));
  });
  return [
    { name: `index of ${names.length} short names, processor time`, unit: 's', value: building },
    { name: 'peak memory of that process', unit: 'MB', value: peak },
    { name: 'look-up among them, middle', unit: 'µs', value: at(0.5) },
    { name: 'look-up among them, p99', unit: 'µs', value: at(0.99) },
    { name: `index of ${known} organisations, processor time`, unit: 's', value: registerBuilding },
    { name: `${asked} rows against them, nine in ten strangers, processor time`, unit: 's', value: matching, limit: 60 },
    { name: `keys of ${asked} names, processor time`, unit: 's', value: keying },
  ];
}
