import type { insertIndicators } from '#modules/indicator/index.ts';
import { rngFrom } from '#kernel/stats/rng.ts';

type Definition = Parameters<typeof insertIndicators>[1][number];
const definition = (key: string, zh: string, en: string, meaning: readonly [string, string], more: Pick<Definition, 'dimension' | 'kind' | 'unit'> & { decimals?: number }): Definition => ({
  key, name: { zh, en }, definition: { zh: meaning[0], en: meaning[1] }, topic: null, direction: 'up', periodicity: 'year', decimals: null, sourceId: null, formula: null, reportedBy: null, basis: null, population: null, timing: null, aliases: [], visibility: 'open', state: 'active', productDefault: true, ...more,
});

/** What the stage rules that come with the product read. Product defaults: written here, not taken from an official text. */
export const stageIndicators: readonly Definition[] = [
  definition('clusterFirms', '集群企业数', 'Firms of the cluster', ['期末在集群内从事主导产业及配套的企业数。', 'Firms of the leading industry and its suppliers in the cluster at the end of the period.'], { dimension: 'operation', kind: 'count', unit: 'firm' }),
  definition('clusterLq', '区位商', 'Location quotient', ['集群所在地主导产业从业人员占比与全国同一占比之比。', 'Share of the leading industry in local jobs over the same share in the country.'], { dimension: 'operation', kind: 'index', unit: 'one', decimals: 2 }),
  definition('coreAreaShare', '核心区从业人员占比', 'Share of jobs in the core area', ['集群从业人员中在核心区工作的比重。', 'Jobs of the cluster that are in its core area.'], { dimension: 'resources', kind: 'share', unit: 'percent', decimals: 1 }),
  definition('patentApplications', '发明专利申请量', 'Invention patent applications', ['集群成员当期申请的发明专利件数。', 'Invention patents that members applied for in the period.'], { dimension: 'ip', kind: 'count', unit: 'piece' }),
  definition('newFirms', '新设企业数', 'Firms founded', ['当期在集群内新注册的主导产业企业数。', 'Firms of the leading industry registered in the cluster in the period.'], { dimension: 'operation', kind: 'count', unit: 'firm' }),
  definition('sharedStrategy', '参与共同战略的成员占比', 'Members that share the strategy', ['签署或参与集群共同战略的成员占全部成员的比重。', 'Members that signed or take part in the common strategy.'], { dimension: 'strategy', kind: 'share', unit: 'percent', decimals: 1 }),
  definition('jointProjects', '合作项目数', 'Joint projects', ['当期在研的、两家以上成员参加的合作项目数。', 'Projects under way in the period with two members or more.'], { dimension: 'innovation', kind: 'count', unit: 'item' }),
  definition('localSupplyShare', '本地配套率', 'Local supply share', ['成员采购额中来自集群内供应商的比重。', 'Purchases of members from suppliers inside the cluster.'], { dimension: 'resources', kind: 'share', unit: 'percent', decimals: 1 }),
];

const first = 2006;
const many = 20;
const grow = (ceiling: number, rate: number, middle: number) => (at: number) => ceiling / (1 + Math.exp(-rate * (at - middle)));
const hump = (ceiling: number, rate: number, middle: number, turn: number, fall: number) => (at: number) => grow(ceiling, rate, middle)(Math.min(at, turn)) * fall ** Math.max(0, at - turn);
const line = (start: number, step: number) => (at: number) => start + step * at;

type Path = (at: number) => number;
/** One life each, so that the sample shows most stages; generated and labelled. */
const lives: readonly Readonly<Record<string, Path>>[] = [
  { clusterFirms: grow(620, 0.45, 8), clusterLq: grow(2.1, 0.3, 4), coreAreaShare: grow(63, 0.25, 1), patentApplications: grow(420, 0.4, 10), newFirms: hump(48, 0.6, 6, 10, 0.97), sharedStrategy: grow(74, 0.35, 6), jointProjects: grow(66, 0.4, 9), localSupplyShare: grow(52, 0.3, 5) },
  { clusterFirms: grow(430, 0.32, 15.5), clusterLq: line(0.7, 0.045), coreAreaShare: line(28, 0.9), patentApplications: grow(300, 0.3, 15), newFirms: line(6, 2.1), sharedStrategy: line(18, 1.9), jointProjects: line(3, 1.6), localSupplyShare: line(14, 1.2) },
  { clusterFirms: hump(340, 0.5, 5, 12, 0.94), clusterLq: hump(1.7, 0.5, 3, 12, 0.985), coreAreaShare: line(38, 0.6), patentApplications: line(20, 9), newFirms: line(8, 1.4), sharedStrategy: line(30, 1.4), jointProjects: line(5, 1.9), localSupplyShare: hump(44, 0.4, 4, 12, 0.99) },
  { clusterFirms: (at) => 9 * Math.exp(0.19 * at), clusterLq: line(0.3, 0.03), coreAreaShare: line(15, 0.8), patentApplications: (at) => 2 * Math.exp(0.17 * at), newFirms: line(1, 0.9), sharedStrategy: line(5, 1.3), jointProjects: line(0, 0.4), localSupplyShare: line(6, 0.5) },
  { clusterFirms: hump(280, 0.6, 4, 10, 0.92), clusterLq: hump(1.6, 0.6, 3, 10, 0.95), coreAreaShare: hump(55, 0.4, 2, 11, 0.97), patentApplications: hump(150, 0.5, 6, 11, 0.9), newFirms: hump(26, 0.6, 4, 8, 0.88), sharedStrategy: hump(61, 0.4, 4, 11, 0.96), jointProjects: hump(30, 0.5, 5, 10, 0.9), localSupplyShare: hump(40, 0.4, 4, 11, 0.95) },
  { clusterFirms: grow(900, 0.3, 25), clusterLq: line(0.25, 0.025), coreAreaShare: line(12, 0.7), patentApplications: line(1, 1.1), newFirms: line(2, 1.2), sharedStrategy: line(4, 1.2), jointProjects: line(0, 0.35), localSupplyShare: line(5, 0.6) },
];

export interface SamplePoint {
  key: string;
  period: string;
  value: string;
  unit: string;
}

/** The generated series of one cluster, the same for the same place in the list. */
export function samplePoints(at: number): SamplePoint[] {
  const life = lives[at % lives.length] as Readonly<Record<string, Path>>;
  const rng = rngFrom(20_261_122).fork(`stage ${at}`);
  return stageIndicators.flatMap(({ key, unit, decimals }) => {
    const noise = rng.fork(key);
    const path = life[key] as Path;
    return Array.from({ length: many }, (_, year) => ({ key, period: String(first + year), unit: unit ?? 'one', value: Math.max(0, path(year) * (1 + 0.006 * noise.normal())).toFixed(decimals ?? 0) }));
  });
}
