/** English names of the provinces by division code, typed: romanisation alone would confuse Shanxi and Shaanxi. */
export const provinceNames: Readonly<Record<string, string>> = {
  110000: 'Beijing', 120000: 'Tianjin', 130000: 'Hebei', 140000: 'Shanxi', 150000: 'Inner Mongolia', 210000: 'Liaoning', 220000: 'Jilin',
  230000: 'Heilongjiang', 310000: 'Shanghai', 320000: 'Jiangsu', 330000: 'Zhejiang', 340000: 'Anhui', 350000: 'Fujian', 360000: 'Jiangxi',
  370000: 'Shandong', 410000: 'Henan', 420000: 'Hubei', 430000: 'Hunan', 440000: 'Guangdong', 450000: 'Guangxi', 460000: 'Hainan',
  500000: 'Chongqing', 510000: 'Sichuan', 520000: 'Guizhou', 530000: 'Yunnan', 540000: 'Xizang', 610000: 'Shaanxi', 620000: 'Gansu',
  630000: 'Qinghai', 640000: 'Ningxia', 650000: 'Xinjiang', 710000: 'Taiwan', 810000: 'Hong Kong', 820000: 'Macao',
};

/** Other names under which provinces are looked up. */
export const provinceAliases: Readonly<Record<string, readonly string[]>> = {
  150000: ['Nei Mongol', 'Neimenggu'], 540000: ['Tibet'], 710000: ['中国台湾', 'TW', 'Taiwan, China'],
  810000: ['Hongkong', 'Xianggang', '中国香港', 'HK', 'Hong Kong, China'], 820000: ['Macau', 'Aomen', '中国澳门', 'MO', 'Macao, China'],
};

/** Names of large cities that differ from pinyin and are settled in English: they place an organisation as pinyin does. */
export const settledNames: Readonly<Record<string, string>> = {
  150100: 'Hohhot', 150600: 'Ordos', 230100: 'Harbin', 540100: 'Lhasa', 650100: 'Urumqi', 650200: 'Karamay', 652801: 'Korla',
};

/**
 * Names that differ from a machine's pinyin: from Mongolian, Tibetan and Uyghur, and readings a machine gets wrong
 * (乐清, 什邡). Shown in English, but only suggested when an import asks for a place: they are typed by us, spellings
 * vary, and several name a prefecture and a city in it alike.
 */
export const typedNames: Readonly<Record<string, string>> = {
  150700: 'Hulunbuir', 150800: 'Bayannur', 150900: 'Ulanqab', 152200: 'Hinggan', 152500: 'Xilingol', 152900: 'Alxa',
  150581: 'Holingol', 152201: 'Ulanhot', 152501: 'Erenhot', 152502: 'Xilinhot', 152921: 'Alxa Left Banner',
  230200: 'Qiqihar', 330382: 'Yueqing', 510682: 'Shifang',
  513200: 'Ngawa', 513300: 'Garze', 540200: 'Shigatse', 540300: 'Chamdo', 540400: 'Nyingchi', 540600: 'Nagqu', 542500: 'Ngari',
  632600: 'Golog', 632801: 'Golmud', 650400: 'Turpan', 652700: 'Bortala', 652800: 'Bayingolin', 652900: 'Aksu', 652901: 'Aksu',
  653000: 'Kizilsu', 653100: 'Kashgar', 653101: 'Kashgar', 653200: 'Hotan', 653201: 'Hotan', 654000: 'Ili', 654300: 'Altay', 654301: 'Altay',
};

/** Further spellings that only suggest. */
export const suggestedSpellings: Readonly<Record<string, readonly string[]>> = {
  152921: ['Alxa Zuoqi'], 540200: ['Xigaze', 'Rikaze'], 540300: ['Qamdo'], 653100: ['Kashi'], 653101: ['Kashi'], 653200: ['Khotan'], 653201: ['Khotan'],
};

const peoples =
  '蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|保安族|裕固族|独龙族|鄂伦春族|各族';
const autonomous = new RegExp(`^(.+?)(?:${peoples})*自治(?:区|州|县|旗)$`, 'u');
const ethnicDistrict = new RegExp(`^(.{2,}?)(?:${peoples})区$`, 'u');
const plainSuffix = /(?:特别行政区|地区|新区|林区|特区|省|市|区|县|盟|旗|州)$/u;
const shortForms: Readonly<Record<string, string>> = { 内蒙古自治区: '内蒙古', 广西壮族自治区: '广西', 宁夏回族自治区: '宁夏', 新疆维吾尔自治区: '新疆' };

/** 佛山市 → 佛山, 文山壮族苗族自治州 → 文山. A name of one character keeps its suffix: 忠县. */
export function shortDivisionName(name: string): string {
  const fixed = shortForms[name] ?? autonomous.exec(name)?.[1] ?? ethnicDistrict.exec(name)?.[1];
  const short = fixed ?? name.replace(plainSuffix, '');
  return [...short].length < 2 ? name : short;
}
