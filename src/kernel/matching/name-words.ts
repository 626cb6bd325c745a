/** Kinds of legal form. A firm may change between them and stay itself; a name may leave the form out. */
export type FormKind = 'limited' | 'jointStock' | 'group' | 'partnership' | 'other';

const listed = (kind: FormKind, words: string): [string, FormKind][] => words.trim().split(/\s+/u).map((word) => [word, kind]);

/** Chinese forms at the end of a name, in simplified characters. */
export const chineseForms: ReadonlyMap<string, FormKind> = new Map<string, FormKind>([
  ...listed('limited', '有限公司 有限责任公司 有限责任 有限 责任有限公司'),
  ...listed('jointStock', '股份有限公司 股份公司 股份有限责任公司 股份'),
  ...listed('group', '集团 集团公司 集团有限公司 集团有限责任公司 集团股份有限公司 集团股份公司 控股集团有限公司 控股集团 企业集团 集团控股有限公司 集团总公司'),
  ...listed('partnership', '有限合伙 普通合伙 特殊普通合伙 合伙企业'),
  ...listed('other', '公司 总公司 株式会社 个体工商户'),
]);
export const longestChineseForm = Math.max(...[...chineseForms.keys()].map((form) => form.length));

/** Latin forms as their words joined by one space, without marks. */
export const latinForms: ReadonlyMap<string, FormKind> = new Map<string, FormKind>([
  ...([
    'co ltd', 'co limited', 'company limited', 'company ltd', 'pte ltd', 'pty ltd', 'pvt ltd', 'private limited', 'sdn bhd', 'gmbh co kg', 'gmbh co kgaa', 'corp ltd', 'corporation ltd',
    'corporation limited', 'co inc', 'kabushiki kaisha', 'sp z oo', 'limited liability company', 'limited company', 'stock limited', 'gesellschaft mit beschrankter haftung', 's a', 's p a',
  ] as const).map((form): [string, FormKind] => [form, 'limited']),
  ...listed('limited', 'ltd limited gmbh ggmbh llc sarl srl bv kk coltd ltda aps oy ug sprl bvba doo'),
  ...listed('jointStock', 'ag se sa spa nv ab as asa oyj plc kgaa inc incorporated corp corporation sas'),
  ...listed('group', 'group holdings grp'),
  ...listed('partnership', 'llp lp kg ohg gbr'),
  ...listed('other', 'co company cie ev eg'),
]);
export const mostFormWords = Math.max(...[...latinForms.keys()].map((form) => form.split(' ').length));

/** A part of an organisation that is no organisation of its own. */
export const chineseBranch = /(?:分公司|支公司|子公司|分厂|分店|分行|支行|营业部|办事处|分院|分校|分部|分所|分中心|门市部|代表处|事业部|项目部)$/u;
export const latinBranch = new Set(['branch', 'subbranch', 'filiale', 'niederlassung', 'zweigniederlassung', 'sucursal', 'succursale', 'office', 'division']);

/** What many firms of a trade have in their names: it tells little. Chinese, simplified. */
export const chineseTrades = new Set(
  `科技 技术 电子 信息 智能 智造 装备 机械 设备 实业 工业 贸易 商贸 投资 控股 发展 材料 新材料 能源 新能源 生物 医药 制药 药业 食品 化工 化学 汽车 电器 电气 网络 软件 通信 通讯 光电 微电子
  半导体 自动化 机器人 环保 环境 建设 建筑 工程 物流 服饰 服装 纺织 家具 家居 餐饮 酒店 文化 传媒 广告 教育 咨询 管理 服务 国际 精密 仪器 仪表 五金 塑料 塑胶 模具 包装 印刷 农业 牧业 水产 旅游
  地产 房地产 置业 金属 钢铁 铝业 铜业 矿业 电力 电源 照明 制造 开发 进出口 供应链 医疗 器械 健康 新型 高新 数据 数码 系统 集成 光学 激光 航空 航天 船舶 海洋 轨道 交通 运输 动力 电池 电机 电缆 电线
  轴承 阀门 泵业 陶瓷 玻璃 水泥 建材 装饰 设计 生态 园林 饮料 酒业 乳业 粮油 茶业 种业 化妆品 日化 造纸 纸业 橡胶 轮胎 涂料 染料 纤维 生物医药 生物科技 智能装备 精密机械 智能科技 精密仪器 保险 银行
  证券 基金 企业 产业 工贸 厂 零部件 配件 电商 传感 芯片 集成电路 超市 商店 百货 商场 服装厂 机械厂 制品`.trim().split(/\s+/u),
);
const longestTrade = 4;

/** The front of a Chinese core once trade words are taken off its end, as long as two characters are left; the core itself when nothing can be taken. */
export function brandOf(core: string): string {
  let left = core;
  for (let again = true; again; ) {
    again = false;
    for (let length = Math.min(longestTrade, left.length - 2); length > 0; length -= 1) {
      if (!chineseTrades.has(left.slice(-length))) continue;
      left = left.slice(0, -length);
      again = true;
      break;
    }
  }
  return left;
}

/** True for a text made of trade words alone: never a name by itself. */
export function isTradeOnly(core: string): boolean {
  if (core === '') return true;
  for (let length = Math.min(longestTrade, core.length); length > 0; length -= 1) {
    if (chineseTrades.has(core.slice(0, length)) && isTradeOnly(core.slice(length))) return true;
  }
  return false;
}

/** Trade words of Latin names under one spelling. */
export const latinTrades: ReadonlyMap<string, string> = new Map(
  `technology:technology technologies:technology tech:technology technol:technology technologie:technology science:science sciences:science sci:science scientific:science electronics:electronic
  electronic:electronic electric:electric electrical:electric industrial:industry industry:industry industries:industry ind:industry machinery:machinery machine:machinery machines:machinery
  equipment:equipment equipments:equipment pharmaceutical:pharmaceutical pharmaceuticals:pharmaceutical pharma:pharmaceutical pharm:pharmaceutical international:international intl:international
  manufacturing:manufacturing mfg:manufacturing development:development develop:development dev:development investment:investment investments:investment invest:investment holding:holding
  material:material materials:material engineering:engineering eng:engineering chemical:chemical chemicals:chemical chem:chemical automotive:automotive auto:automotive automobile:automotive
  trading:trading trade:trading information:information info:information system:system systems:system software:software energy:energy power:power medical:medical biotechnology:biotechnology
  biotech:biotechnology semiconductor:semiconductor semiconductors:semiconductor precision:precision environmental:environment environment:environment environmentally:environment protection:protection
  communication:communication communications:communication comm:communication telecom:communication telecommunication:communication construction:construction constructions:construction
  metal:metal metals:metal steel:steel textile:textile textiles:textile food:food foods:food new:new optoelectronic:optoelectronic optoelectronics:optoelectronic intelligent:intelligent
  instrument:instrument instruments:instrument products:product product:product appliances:appliance appliance:appliance logistics:logistics motor:motor motors:motor solution:solution
  solutions:solution services:service service:service group:group robotics:robotics photonics:photonics control:control controls:control digital:digital bio:bio`
    .trim().split(/\s+/u).map((pair) => pair.split(':') as [string, string]),
);
/** Words that names may leave out. */
export const silentWords = new Set(['and', 'und', 'et', 'y', 'the', 'of', 'de', 'e']);

/** Counting words and letters that tell neighbours apart, under one spelling. */
export const numberWords: ReadonlyMap<string, string> = new Map(
  '零:0 〇:0 一:1 壹:1 二:2 贰:2 两:2 三:3 叁:3 四:4 肆:4 五:5 伍:5 六:6 陆:6 七:7 柒:7 八:8 捌:8 九:9 玖:9 十:10 拾:10 甲:A 乙:B 丙:C 丁:D first:1 second:2 third:3 fourth:4 one:1 two:2 three:3 ii:2 iii:3 iv:4'
    .split(' ').map((pair) => pair.split(':') as [string, string]),
);
