import type { DiagnosisHeading, DiagnosisInput } from '../words/diagnosis.schema.ts';

interface SampleDiagnosis extends Pick<DiagnosisInput, 'judgement' | 'text'> {
  /** Place in the list of sample clusters. */
  cluster: number;
  heading: DiagnosisHeading;
  evidence: readonly { key: string; benchmark: { value: string; source: string } | null }[];
}

const against = (value: string) => ({ value, source: '样例：对照集群均值 · Sample: mean of peers' });
const entry = (cluster: number, heading: DiagnosisHeading, judgement: DiagnosisInput['judgement'], zh: string, en: string, ...evidence: SampleDiagnosis['evidence']): SampleDiagnosis => ({ cluster, heading, judgement, text: { zh: `样例：${zh}`, en: `Sample: ${en}` }, evidence });

/** Generated sheets and findings of two clusters. */
export const sampleDiagnoses: readonly SampleDiagnosis[] = [
  entry(0, 'currentState', null, '企业数接近上限，合作项目稳定，本地配套过半。', 'The number of firms is near its ceiling, joint projects are stable, local supply is above half.', { key: 'clusterFirms', benchmark: null }, { key: 'localSupplyShare', benchmark: against('41') }),
  entry(0, 'management', null, '促进组织有专职团队，年度计划按季度核对；会费覆盖一半以上支出。', 'The cluster organisation has a full-time team and checks its plan each quarter; fees cover more than half of its cost.', { key: 'sharedStrategy', benchmark: against('58') }),
  entry(0, 'outlook', null, '增长空间主要在海外市场和相邻行业。', 'Room to grow lies abroad and in neighbouring industries.', { key: 'clusterLq', benchmark: null }),
  entry(0, 'bottlenecks', null, '新设企业连年减少，关键零部件依赖集群外供应。', 'Fewer firms are founded each year; key parts come from outside the cluster.', { key: 'newFirms', benchmark: against('45') }),
  entry(0, 'innovationWeak', 'fair', '专利总量高，但近三年增长放缓。', 'Many patents, but growth has slowed in three years.', { key: 'patentApplications', benchmark: against('520') }),
  entry(0, 'resourcesUnused', 'unclear', '现有数据不足以判断。', 'The data do not carry a judgement.'),
  entry(0, 'innovation', 'strong', '专利和合作项目均处于高位。', 'Patents and joint projects are both high.', { key: 'jointProjects', benchmark: against('48') }),
  entry(0, 'agglomeration', 'strong', '核心区集中了六成从业人员。', 'Six in ten jobs are in the core area.', { key: 'coreAreaShare', benchmark: null }),
  entry(2, 'currentState', null, '原有企业减少，新方向的项目增加。', 'Old firms decline while projects in the new direction grow.', { key: 'clusterFirms', benchmark: null }, { key: 'jointProjects', benchmark: null }),
  entry(2, 'bottlenecks', null, '旧产能退出慢，占用土地和资金。', 'Old capacity leaves slowly and holds land and money.', { key: 'clusterLq', benchmark: null }),
];
