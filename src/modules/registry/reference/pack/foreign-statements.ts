import type { StatementRow } from './pack-types.ts';
import { inCluster, ofOrganisation, ofProgramme, ofTerritory } from './pack-types.ts';

const change = 'organisationalChange';
const experience = 'commonExperience';
const germany = ofTerritory('world:DE');
const japan = ofTerritory('world:JP');
const france = ofTerritory('world:FR');
const norway = ofTerritory('world:NO');
const america = ofTerritory('world:US');
const owl = inCluster('itsOwl');
const competition = ofProgramme('deLeadingEdge');
const poles = ofProgramme('frCompetitiveness');

const mode1 = '美國、德國、日本、法國等採取這種推進機制';
const mode2 = '法國、挪威是這種推進機制的典型代表';
const mode3 = '日本、法國是採用這種推進機制的主要國家';
const durations = '德國為10年、日本為16年、法國為12年、挪威為15年';
const lags = '德國、日本和挪威分別在實施集群計劃12年、8年、13年後';
const german2006 = '德國聯邦政府2006年啟動“尖端集群競爭計劃”打造了15個世界級卓越產業集群';
const americanTeam = '由8個部委組成集群工作組,設立5個產業集群計劃';
const japanese = '日本政府由兩部門推進3個產業集群計劃,其中兩個計劃的投入為6.2億歐元';
const norwegian = '挪威由兩個公司、一個政府部門協調推進產業集群計劃';
const french = '2006—2011年間投入30億歐元,打造遍布全國的71個競爭力集群';

const promotion = (attributeKey: string, quote: string, subjects: readonly StatementRow['subject'][]): readonly StatementRow[] =>
  subjects.map((subject) => ({ subject, attributeKey, text: '采用', source: experience, quote }));
const years = (attributeKey: string, quote: string, rows: readonly (readonly [StatementRow['subject'], string])[]): readonly StatementRow[] =>
  rows.map(([subject, value]) => ({ subject, attributeKey, value, unit: 'year', source: experience, quote }));

export const foreignStatements: readonly StatementRow[] = [
  // two sources, two years: both stand, neither is chosen here
  { subject: competition, attributeKey: 'startYear', text: '2006', source: change, quote: german2006 },
  { subject: competition, attributeKey: 'startYear', text: '2007', source: experience, quote: '在1995年、1999年和2007年通過全國競賽方式先後推出“生物區集群計劃”“區域集群計劃”和“領先集群計劃”' },
  { subject: competition, attributeKey: 'fundedClusters', value: '15', unit: 'unit', source: change, quote: german2006 },
  { subject: ofProgramme('deBioRegio'), attributeKey: 'startYear', text: '1995', source: experience, quote: '在1995年、1999年和2007年通過全國競賽方式先後推出“生物區集群計劃”“區域集群計劃”和“領先集群計劃”' },
  { subject: ofProgramme('deInnoRegio'), attributeKey: 'startYear', text: '1999', source: experience, quote: '在1995年、1999年和2007年通過全國競賽方式先後推出“生物區集群計劃”“區域集群計劃”和“領先集群計劃”' },
  { subject: ofProgramme('euClusterMemorandum'), attributeKey: 'startYear', text: '2008', source: change, quote: '歐盟2008年啟動歐洲集群備忘錄' },
  { subject: ofProgramme('deClusterStrategy'), attributeKey: 'startYear', text: '2006', source: change, quote: '2006年德國制定實施綜合性集群戰略' },
  { subject: ofProgramme('deClusterStrategy'), attributeKey: 'startYear', text: '2006', source: experience, quote: '德國政府2006年創立該國第一項橫跨聯邦所有部門的綜合性集群戰略' },
  { subject: ofProgramme('deClusterNetworks'), attributeKey: 'startYear', text: '2015', source: change, quote: '2015年在此基礎上進一步啟動“集群?網絡”計劃' },
  { subject: germany, attributeKey: 'programmes', value: '2', unit: 'unit', scopeNote: '2007年起;同一来源另列1995、1999、2007年三项', source: experience, quote: '由兩部門推進兩個產業集群計劃,其中之一是“領先集群競賽計劃”' },
  { subject: germany, attributeKey: 'programmeFunding', value: '600000000', unit: 'EUR', scopeNote: '2007年起,两个计划合计', source: experience, quote: '2007年開始投入6億歐元' },
  { subject: owl, attributeKey: 'publicGrant', value: '40000000', unit: 'EUR', scopeNote: '联邦政府资助,单个集群', source: change, quote: '“It\'sOWL”集群得到聯邦政府資助4000萬歐元' },
  { subject: owl, attributeKey: 'members', value: '196', unit: 'unit', source: experience, quote: '擁有集群成員196個' },
  { subject: owl, attributeKey: 'organs', value: '3', unit: 'unit', source: change, quote: '下設董事會、執行局、科學咨詢委員會' },
  { subject: owl, attributeKey: 'goal', text: '成为世界上最有竞争力和吸引力的智能技术中心', source: experience, quote: '該集群旨在確保其是世界最有競爭力和吸引力的智能技術中心' },
  { subject: ofOrganisation('itsOwlFederation'), attributeKey: 'award', text: '欧洲集群卓越计划金标', source: change, quote: '獲得“歐洲集群卓越計劃”金標' },

  { subject: america, attributeKey: 'departments', value: '8', unit: 'unit', scopeNote: '集群工作组', source: experience, quote: americanTeam },
  { subject: america, attributeKey: 'programmes', value: '5', unit: 'unit', scopeNote: '点名两个,另三个未述', source: experience, quote: americanTeam },
  { subject: inCluster('philadelphiaBuildings'), attributeKey: 'publicGrant', value: '129000000', unit: 'USD', scopeNote: '能源部等三个部门合计,分担比例未述', source: experience, quote: '其中能源部等3個部門投入1.29億美元,打造位於費城的高效節能建築創新集群' },
  { subject: ofProgramme('usEnergyRegional'), attributeKey: 'activityFocus', text: '基于技术联盟的研发合作、网络化活动、技术服务、商业服务等', source: experience, quote: '美國能源區域創新集群主要側重基於技術聯盟的研發合作、網絡化活動、技術服務、商業服務等' },
  { subject: ofProgramme('usRegional'), attributeKey: 'activityFocus', text: '网络化活动、技术支持、商务支持、培训等', source: experience, quote: '“區域集群計劃”重點關注網絡化活動、技術支持、商務支持、培訓等方面服務' },
  { subject: competition, attributeKey: 'activityFocus', text: '基于技术联盟的研发合作、网络化活动、国际及集群之间的合作', source: experience, quote: '德國“領先集群計劃”主要聚焦基於技術聯盟的研發合作、網絡化活動、國際及集群之間的合作,也關注公共設施建設、教育培訓' },
  { subject: competition, attributeKey: 'activityFocusFurther', text: '公共设施建设、教育培训', source: experience, quote: '德國“領先集群計劃”主要聚焦基於技術聯盟的研發合作、網絡化活動、國際及集群之間的合作,也關注公共設施建設、教育培訓' },

  { subject: japan, attributeKey: 'departments', value: '2', unit: 'unit', source: experience, quote: japanese },
  { subject: japan, attributeKey: 'programmes', value: '3', unit: 'unit', scopeNote: '点名两个,另一个未述', source: experience, quote: japanese },
  { subject: japan, attributeKey: 'programmeFunding', value: '620000000', unit: 'EUR', scopeNote: '三个计划中的两个合计,未指明哪两个', source: experience, quote: japanese },

  { subject: poles, attributeKey: 'startYear', text: '2004', source: change, quote: '法國政府2004年起在全國范圍內實施“競爭力集群計劃”' },
  { subject: poles, attributeKey: 'programmeFunding', value: '3000000000', unit: 'EUR', period: '2006..2011', source: experience, quote: french },
  { subject: poles, attributeKey: 'fundedClusters', value: '71', unit: 'unit', period: '2006..2011', source: experience, quote: french },
  { subject: poles, attributeKey: 'departments', value: '6', unit: 'unit', scopeNote: '工业、国防、基础设施、农业、卫生、空间规划六部门', source: change, quote: '工業部、國防部、基礎設施部、農業部、衛生部、空間規劃部6個部門' },
  { subject: poles, attributeKey: 'departments', value: '6', unit: 'unit', scopeNote: '联合设立专项基金', source: experience, quote: '由6個部門聯合設立產業集群專項基金' },
  { subject: poles, attributeKey: 'operators', value: '3', unit: 'unit', scopeNote: '两个管理局和一个银行', source: change, quote: '兩個管理局和一個銀行負責集群計劃的運行' },

  { subject: ofProgramme('noClusters'), attributeKey: 'operators', value: '3', unit: 'unit', scopeNote: '两个公司和一个政府部门', source: experience, quote: norwegian },
  { subject: ofProgramme('noClusters'), attributeKey: 'agreement', text: '三方风险投资协议(照录来源用词)', period: '2005', source: experience, quote: '三方於2005年簽署風險投資協議' },
  { subject: inCluster('kobeBiomedical'), attributeKey: 'operators', value: '2', unit: 'unit', scopeNote: '市政府和公立基金会共同管理', source: experience, quote: '由所在的市政府和公立生物醫學研究與創新基金會共同管理' },

  ...promotion('promotionByDepartments', mode1, [america, germany, japan, france]),
  ...promotion('promotionByAgencies', mode2, [france, norway]),
  ...promotion('promotionByLocalGovernment', mode3, [japan, france]),
  ...years('programmeYears', durations, [[germany, '10'], [japan, '16'], [france, '12'], [norway, '15']]),
  ...years('yearsUntilWorldClass', lags, [[germany, '12'], [japan, '8'], [norway, '13']]),
];
