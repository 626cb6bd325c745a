import type { ClusterRow, ListEntryRow } from './pack-types.ts';

type Line = readonly [number: string, round: '2021' | '2022', zh: string, en: string, territories: string];

/** English renderings are ours. Prefectures where the name has them; the two cross-province clusters stand in provinces. */
const lines: readonly Line[] = [
  ['01', '2021', '深圳市新一代信息通信集群', 'Shenzhen next-generation information and communications cluster', '440300'],
  ['02', '2021', '广州市、佛山市、惠州市超高清视频和智能家电集群', 'Guangzhou–Foshan–Huizhou ultra-HD video and smart home appliances cluster', '440100 440600 441300'],
  ['03', '2021', '东莞市智能移动终端集群', 'Dongguan smart mobile devices cluster', '441900'],
  ['04', '2021', '广州市、深圳市、佛山市、东莞市智能装备集群', 'Guangzhou–Shenzhen–Foshan–Dongguan intelligent equipment cluster', '440100 440300 440600 441900'],
  ['05', '2021', '深圳市先进电池材料集群', 'Shenzhen advanced battery materials cluster', '440300'],
  ['06', '2021', '深圳市、广州市高端医疗器械集群', 'Shenzhen–Guangzhou high-end medical devices cluster', '440300 440100'],
  ['07', '2021', '无锡市物联网集群', 'Wuxi internet of things cluster', '320200'],
  ['08', '2021', '南京市软件和信息服务集群', 'Nanjing software and information services cluster', '320100'],
  ['09', '2021', '南京市新型电力(智能电网)装备集群', 'Nanjing new power (smart grid) equipment cluster', '320100'],
  ['10', '2021', '苏州市纳米新材料集群', 'Suzhou nanomaterials cluster', '320500'],
  ['11', '2021', '徐州市工程机械集群', 'Xuzhou construction machinery cluster', '320300'],
  ['12', '2021', '常州市新型碳材料集群', 'Changzhou new carbon materials cluster', '320400'],
  ['13', '2021', '杭州市数字安防集群', 'Hangzhou digital security cluster', '330100'],
  ['14', '2021', '宁波市磁性材料集群', 'Ningbo magnetic materials cluster', '330200'],
  ['15', '2021', '温州市乐清电气集群', 'Wenzhou Yueqing electrical equipment cluster', '330300'],
  ['16', '2021', '成都市软件和信息服务集群', 'Chengdu software and information services cluster', '510100'],
  ['17', '2021', '成都市、德阳市高端能源装备集群', 'Chengdu–Deyang high-end energy equipment cluster', '510100 510600'],
  ['18', '2021', '上海市集成电路集群', 'Shanghai integrated circuits cluster', '310000'],
  ['19', '2021', '上海市张江生物医药集群', 'Shanghai Zhangjiang biomedicine cluster', '310000'],
  ['20', '2021', '青岛市智能家电集群', 'Qingdao smart home appliances cluster', '370200'],
  ['21', '2021', '青岛市轨道交通装备集群', 'Qingdao rail transit equipment cluster', '370200'],
  ['22', '2021', '株洲市轨道交通装备集群', 'Zhuzhou rail transit equipment cluster', '430200'],
  ['23', '2021', '长沙市工程机械集群', 'Changsha construction machinery cluster', '430100'],
  ['24', '2021', '西安市航空集群', 'Xi’an aviation cluster', '610100'],
  ['25', '2021', '合肥市智能语音集群', 'Hefei intelligent speech cluster', '340100'],
  ['26', '2022', '佛山市、东莞市泛家居集群', 'Foshan–Dongguan home furnishing cluster', '440600 441900'],
  ['27', '2022', '宁波市绿色石化集群', 'Ningbo green petrochemicals cluster', '330200'],
  ['28', '2022', '上海市新能源汽车集群', 'Shanghai new energy vehicles cluster', '310000'],
  ['29', '2022', '潍坊市动力装备集群', 'Weifang power equipment cluster', '370700'],
  ['30', '2022', '长沙市新一代自主安全计算系统集群', 'Changsha next-generation secure computing systems cluster', '430100'],
  ['31', '2022', '株洲市中小航空发动机集群', 'Zhuzhou small and medium aero-engines cluster', '430200'],
  ['32', '2022', '南通市、泰州市、扬州市海工装备和高技术船舶集群', 'Nantong–Taizhou–Yangzhou offshore equipment and high-technology ships cluster', '320600 321200 321000'],
  ['33', '2022', '苏州市生物医药及高端医疗器械集群', 'Suzhou biomedicine and high-end medical devices cluster', '320500'],
  ['34', '2022', '泰州市、连云港市、无锡市生物医药集群', 'Taizhou–Lianyungang–Wuxi biomedicine cluster', '321200 320700 320200'],
  ['35', '2022', '苏州市、无锡市、南通市高端纺织集群', 'Suzhou–Wuxi–Nantong high-end textiles cluster', '320500 320200 320600'],
  ['36', '2022', '武汉市光电子信息集群', 'Wuhan optoelectronics cluster', '420100'],
  ['37', '2022', '武汉市、襄阳市、十堰市、随州市汽车集群', 'Wuhan–Xiangyang–Shiyan–Suizhou automotive cluster', '420100 420600 420300 421300'],
  ['38', '2022', '保定市电力及新能源高端装备集群', 'Baoding power and new energy equipment cluster', '130600'],
  ['39', '2022', '沈阳市机器人及智能制造集群', 'Shenyang robotics and smart manufacturing cluster', '210100'],
  ['40', '2022', '长春市汽车集群', 'Changchun automotive cluster', '220100'],
  ['41', '2022', '宁德市动力电池集群', 'Ningde traction batteries cluster', '350900'],
  ['42', '2022', '赣州市稀土新材料及应用集群', 'Ganzhou rare-earth materials and applications cluster', '360700'],
  ['43', '2022', '呼和浩特市乳制品集群', 'Hohhot dairy cluster', '150100'],
  ['44', '2022', '京津冀生命健康集群', 'Beijing–Tianjin–Hebei life and health cluster', '110000 120000 130000'],
  ['45', '2022', '成渝地区电子信息先进制造集群', 'Chengdu–Chongqing electronics and information cluster', '510000 500000'],
];

/** The Nanjing cluster names its three rings itself: based in Nanjing, radiating over Jiangsu, extending to the delta. */
const rings: Readonly<Record<string, ClusterRow['territories']>> = {
  '09': [
    { territoryId: 'cn:320000', scope: 'radiates' },
    { territoryId: 'cn:310000', scope: 'extends' },
    { territoryId: 'cn:320000', scope: 'extends' },
    { territoryId: 'cn:330000', scope: 'extends' },
    { territoryId: 'cn:340000', scope: 'extends' },
  ],
};

export const nationalCluster = (number: string): string => `nationalCluster${number}`;

export const nationalClusters: readonly ClusterRow[] = lines.map(([number, round, zh, en, territories]) => ({
  key: nationalCluster(number),
  name: { zh, en },
  // the first 25 were selected to be raised to world class
  level: round === '2021' ? ('worldClassTarget' as const) : ('national' as const),
  territories: [...territories.split(' ').map((code) => ({ territoryId: `cn:${code}`, scope: 'base' as const })), ...(rings[number] ?? [])],
}));

/** Entries of a list in the order of the table; `batch` says in which year the cluster won. */
export const nationalClusterEntries = (round?: '2021' | '2022'): readonly ListEntryRow[] =>
  lines
    .filter(([, year]) => round === undefined || year === round)
    .map(([number, year, zh]) => ({ subject: nationalCluster(number), nameAsListed: zh, batch: year }));
