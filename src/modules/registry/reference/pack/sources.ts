import type { SourceRow } from './pack-types.ts';

/** Titles describe the document where its own title is not known; dates and authors only as far as they are stated. */
export const packSources: readonly SourceRow[] = [
  {
    key: 'promotionOrganisations',
    title: '集群发展促进组织的制约与对策(澎湃新闻,2022-08-09)',
    publisher: '澎湃新闻',
    kind: 'press',
    publishedOn: '2022-08-09',
    note: '作者:侯彦全、张兆泽;作者单位:中国电子信息产业发展研究院。原文“双规”疑为“双轨”。\nAuthors: Hou Yanquan and Zhang Zhaoze, CCID. The title is a description of the text.',
  },
  {
    key: 'organisationalChange',
    title: '组织变革与世界级先进制造业集群培育(网页文本)',
    kind: 'other',
    note: '来源未载日期和作者;正文为繁体。\nNeither date nor author is given; the text is in traditional characters. The title is a description.',
  },
  {
    key: 'commonExperience',
    title: '发达国家集群培育经验与加快世界级集群建设的机制(经济日报访谈)',
    publisher: '经济日报',
    kind: 'press',
    note: '受访者之一:曾刚,华东师范大学城市发展研究院院长;另一受访者姓名和标题在文本中缺失。\nAn interview; one speaker is Zeng Gang, the other name and the title are missing from the text.',
  },
  {
    key: 'strategicEmerging',
    title: '战略性新兴产业集群高质量发展的五个维度(科技日报,2020-10-19)',
    publisher: '科技日报',
    kind: 'press',
    publishedOn: '2020-10-19',
    note: '作者:赵璐、王晓明;作者单位:中国科学院科技战略咨询研究院。转载时间 2020-10-27 11:26。\nAuthors: Zhao Lu and Wang Xiaoming. Reposted on 27 October 2020.',
  },
  {
    key: 'instrumentsPaper',
    title: '黄怡淳等:广东精密仪器设备产业集群多中心共治研究',
    kind: 'researchPaper',
    note: '作者属集群主导咨询机构工作专班,相关结论为自述。\nThe authors are the working group of the lead consulting institution, so findings are self-reported. The title is a description.',
  },
  {
    key: 'guangdongStatistics',
    title: '广东省统计局数据(转引自黄怡淳等)',
    publisher: '广东省统计局',
    kind: 'officialStatistics',
    note: '原文脚注:“1)该數據來源于廣東省統計局。”\nFootnote of the paper: the figure comes from the Guangdong Bureau of Statistics.',
  },
  {
    key: 'highTechYearbook',
    title: '中国高技术产业统计年鉴(转引自黄怡淳等,计算得出)',
    kind: 'officialStatistics',
    note: '原文称根据年鉴相关数据计算得出。\nComputed by the paper from the yearbook.',
  },
  {
    key: 'listedFirmReports',
    title: '集群上市企业年报(主导咨询支撑机构统计,转引自黄怡淳等)',
    kind: 'annualReport',
    note: '由集群主导咨询支撑机构据上市企业年报公开数据统计。\nCounted by the lead consulting institution from the published annual reports of listed firms.',
  },
  {
    key: 'clusterList45',
    title: '国家先进制造业集群名单(45个,2022年11月)',
    publisher: '工业和信息化部',
    kind: 'officialNotice',
    note: '名单为手工汇编,并与公开报道中的分省、分区域、分轮次数量核对一致;名称只作标签,文字以官方公告为准。\nCompiled by hand and checked against published counts by region, province and round. Names are labels, not legal text.',
  },
  {
    key: 'clusterList45Press',
    title: '关于45个国家先进制造业集群的公开报道(分项数量)',
    kind: 'press',
    note: '只取分领域、分区域、分省数量。\nCounts by field, region and province only.',
  },
];
