import { stageHintDefaults } from '#kernel/lifecycle/stage-hint.ts';
import type { StageDimension } from './stage.rules.ts';
import type { Measure, StageClause, StageRuleContent } from './stage.schema.ts';

const measure = (key: string, dimension: StageDimension, zh: string, en: string, from: Partial<Pick<Measure, 'indicator' | 'registry'>>): Measure => ({ key, dimension, title: { zh, en }, indicator: null, registry: null, ...from });
const clause = (id: string, dimension: StageDimension, zh: string, en: string, expression: string, required = false): StageClause => ({ id, dimension, title: { zh, en }, expression, required });
const lines = (...texts: readonly (readonly [string, string])[]) => texts.map(([zh, en]) => ({ zh, en, source: null }));

/**
 * The edition that comes with the product. The seven dimensions are those of Stough's table of cluster stages, the order of
 * stages is that of Menzel and Fornahl 2010; neither gives bounds, so every bound here is ours and marked as a product default.
 */
export const defaultStageRule: StageRuleContent = {
  lead: 'size',
  reading: { ...stageHintDefaults },
  measures: [
    measure('concentration', 'concentration', '核心区从业人员占比', 'Share of jobs in the core area', { indicator: 'coreAreaShare' }),
    measure('size', 'strength', '集群企业数', 'Firms of the cluster', { indicator: 'clusterFirms' }),
    measure('lq', 'strength', '区位商', 'Location quotient', { indicator: 'clusterLq' }),
    measure('patents', 'knowledge', '发明专利申请量', 'Invention patent applications', { indicator: 'patentApplications' }),
    measure('startups', 'entrepreneurship', '新设企业数', 'Firms founded', { indicator: 'newFirms' }),
    measure('entryRate', 'entrepreneurship', '近三年新进成员占比', 'Members that joined in three years', { registry: 'entryRate' }),
    measure('exitRate', 'entrepreneurship', '近三年退出成员占比', 'Members that left in three years', { registry: 'exitRate' }),
    measure('shared', 'convergence', '参与共同战略的成员占比', 'Members that share the strategy', { indicator: 'sharedStrategy' }),
    measure('cooperation', 'networking', '合作项目数', 'Joint projects', { indicator: 'jointProjects' }),
    measure('actorTypes', 'networking', '成员主体类型数', 'Types of actor among members', { registry: 'actorTypes' }),
    measure('localSupply', 'interdependence', '本地配套率', 'Local supply share', { indicator: 'localSupplyShare' }),
    measure('variety', 'interdependence', '成员行业多样性', 'Variety of members’ industries', { registry: 'variety' }),
    measure('relatedVariety', 'interdependence', '行业内部多样性（相关多样性）', 'Related variety of members’ industries', { registry: 'relatedVariety' }),
  ],
  stages: [
    {
      stage: 'initial', atLeast: 4,
      clauses: [
        clause('initialConcentration', 'concentration', '核心区从业人员占比低于 35%', 'Less than 35% of jobs in the core area', 'concentration < 35'),
        clause('initialSize', 'strength', '企业数尚未起飞', 'The number of firms has not taken off', "size.stage = 'initial' or size.near = 'initial'", true),
        clause('initialLq', 'strength', '区位商低于 1', 'Location quotient below 1', 'lq < 1'),
        clause('initialKnowledge', 'knowledge', '年发明专利申请不足 60 件', 'Fewer than 60 patent applications a year', 'patents < 60'),
        clause('initialStartups', 'entrepreneurship', '新设企业在增加', 'More firms are founded each year', 'startups.rises'),
        clause('initialConvergence', 'convergence', '参与共同战略的成员不足 40%', 'Less than 40% of members share the strategy', 'shared < 40'),
        clause('initialNetworking', 'networking', '年合作项目不足 10 个', 'Fewer than 10 joint projects a year', 'cooperation < 10'),
        clause('initialInterdependence', 'interdependence', '本地配套率低于 20%', 'Local supply below 20%', 'localSupply < 20'),
      ],
    },
    {
      stage: 'growth', atLeast: 4,
      clauses: [
        clause('growthConcentration', 'concentration', '核心区从业人员占比不低于 35%', 'At least 35% of jobs in the core area', 'concentration >= 35'),
        clause('growthSize', 'strength', '企业数处于快速增长段', 'The number of firms is between take-off and maturity', "size.stage = 'growth' or size.near = 'growth'", true),
        clause('growthLq', 'strength', '区位商不低于 1', 'Location quotient of at least 1', 'lq >= 1'),
        clause('growthKnowledge', 'knowledge', '发明专利申请持续增长', 'Patent applications rise', 'patents.rises'),
        clause('growthStartups', 'entrepreneurship', '新设企业在增加', 'More firms are founded each year', 'startups.rises'),
        clause('growthConvergence', 'convergence', '参与共同战略的成员不低于 40%', 'At least 40% of members share the strategy', 'shared >= 40'),
        clause('growthNetworking', 'networking', '合作项目持续增长', 'Joint projects rise', 'cooperation.rises'),
        clause('growthInterdependence', 'interdependence', '本地配套率持续提高', 'Local supply rises', 'localSupply.rises'),
      ],
    },
    {
      stage: 'maturity', atLeast: 4,
      clauses: [
        clause('maturityConcentration', 'concentration', '核心区从业人员占比不低于 50%', 'At least 50% of jobs in the core area', 'concentration >= 50'),
        clause('maturitySize', 'strength', '企业数接近上限', 'The number of firms is near its ceiling', "size.stage = 'maturity' or size.near = 'maturity'", true),
        clause('maturityLq', 'strength', '区位商不低于 1.5', 'Location quotient of at least 1.5', 'lq >= 1.5'),
        clause('maturityKnowledge', 'knowledge', '年发明专利申请不少于 200 件', 'At least 200 patent applications a year', 'patents >= 200'),
        clause('maturityStartups', 'entrepreneurship', '新设企业不再增加', 'Firms founded no longer rise', 'not startups.rises'),
        clause('maturityConvergence', 'convergence', '参与共同战略的成员不低于 60%', 'At least 60% of members share the strategy', 'shared >= 60'),
        clause('maturityNetworking', 'networking', '年合作项目不少于 40 个', 'At least 40 joint projects a year', 'cooperation >= 40'),
        clause('maturityInterdependence', 'interdependence', '本地配套率不低于 45%', 'Local supply of at least 45%', 'localSupply >= 45'),
      ],
    },
    {
      stage: 'decline', atLeast: 4,
      clauses: [
        clause('declineConcentration', 'concentration', '核心区从业人员占比下降', 'The core area loses its share of jobs', 'concentration.falls'),
        clause('declineSize', 'strength', '企业数显著减少', 'The number of firms falls', "size.stage = 'decline'", true),
        clause('declineLq', 'strength', '区位商下降', 'The location quotient falls', 'lq.falls'),
        clause('declineKnowledge', 'knowledge', '发明专利申请不再增长', 'Patent applications no longer rise', 'not patents.rises', true),
        clause('declineStartups', 'entrepreneurship', '新设企业减少', 'Fewer firms are founded', 'startups.falls'),
        clause('declineExits', 'entrepreneurship', '近三年退出成员多于新进成员', 'More members left than joined in three years', 'exitRate > entryRate'),
        clause('declineConvergence', 'convergence', '参与共同战略的成员占比下降', 'Fewer members share the strategy', 'shared.falls'),
        clause('declineNetworking', 'networking', '合作项目减少', 'Joint projects fall', 'cooperation.falls'),
        clause('declineInterdependence', 'interdependence', '本地配套率下降', 'Local supply falls', 'localSupply.falls'),
      ],
    },
    {
      stage: 'transformation', atLeast: 4,
      clauses: [
        clause('transformationConcentration', 'concentration', '核心区从业人员占比不再下降', 'The core area keeps its share of jobs', 'not concentration.falls'),
        clause('transformationSize', 'strength', '原有企业显著减少', 'The number of firms falls', "size.stage = 'decline'", true),
        clause('transformationKnowledge', 'knowledge', '发明专利申请逆势增长', 'Patent applications rise all the same', 'patents.rises', true),
        clause('transformationStartups', 'entrepreneurship', '新设企业增加', 'More firms are founded', 'startups.rises'),
        clause('transformationConvergence', 'convergence', '参与共同战略的成员不低于 40%', 'At least 40% of members share the strategy', 'shared >= 40'),
        clause('transformationNetworking', 'networking', '合作项目持续增长', 'Joint projects rise', 'cooperation.rises'),
        clause('transformationInterdependence', 'interdependence', '成员行业多样性不低于 2 比特', 'Industries of members vary by at least 2 bits', 'variety >= 2'),
      ],
    },
  ],
  advice: [
    { stage: 'initial', lines: lines(['培育核心企业和带头人，先把人聚起来。', 'Build up lead firms and leaders; bring people together first.'], ['政府可牵头搭建促进组织和公共平台，允许试错。', 'Government may start the cluster organisation and shared platforms, and allow failures.'], ['补齐监测数据，使下一次判断有据可依。', 'Fill the gaps in the series, so that the next judgement rests on data.']) },
    { stage: 'growth', lines: lines(['支持合作项目和本地配套，扩大网络而不只扩大规模。', 'Support joint projects and local supply: widen the network, not only the size.'], ['吸引缺失环节的企业和机构，保持新设企业增长。', 'Attract firms and bodies for missing links, and keep new firms coming.'], ['促进组织逐步由会员和服务收入支撑。', 'Let fees and services carry more of the cluster organisation.']) },
    { stage: 'maturity', lines: lines(['防止锁定：引入跨行业、跨集群、跨境的合作。', 'Guard against lock-in: work across industries, clusters and borders.'], ['提升创新能力、管理能力和国际化水平。', 'Raise innovation, management and international reach.'], ['财政支持有序退出，由市场和会员主导。', 'Phase public funding out; let the market and members lead.']) },
    { stage: 'decline', lines: lines(['弄清退出的是企业、技术还是市场，再决定转型或收缩。', 'Find out whether firms, technology or the market leave, then decide to renew or to wind down.'], ['帮助从业人员和配套企业转向相关产业。', 'Help people and suppliers move to related industries.']) },
    { stage: 'transformation', lines: lines(['围绕新技术重组网络，支持新老企业联合攻关。', 'Rebuild the network around new technology; let old and new firms work together.'], ['单列新方向的指标，避免被存量下降掩盖。', 'Measure the new direction by itself, so that the fall of the old does not hide it.']) },
  ],
};

export const defaultEdition = { id: 'default', edition: '1', validFrom: '2000-01-01' } as const;
