/** Everyday names in place of the long forms of ISO 3166-1. */
export const shortEnglishNames: Readonly<Record<string, string>> = {
  BN: 'Brunei', CD: 'Democratic Republic of the Congo', CI: 'Côte d’Ivoire', CN: 'China', CV: 'Cabo Verde', CZ: 'Czechia', FK: 'Falkland Islands (Malvinas)', FM: 'Micronesia',
  GM: 'Gambia', IR: 'Iran', LA: 'Laos', MD: 'Moldova', MK: 'North Macedonia', PS: 'Palestine', RE: 'Réunion', RU: 'Russia', ST: 'São Tomé and Príncipe', SY: 'Syria',
  TZ: 'Tanzania', US: 'United States', VA: 'Holy See', VG: 'British Virgin Islands', VI: 'United States Virgin Islands', VN: 'Vietnam',
};

export const chineseNames: Readonly<Record<string, string>> = { EH: '西撒哈拉', FK: '马尔维纳斯群岛（福克兰群岛）', ID: '印度尼西亚' };

export const countryAliases: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', '阿联酋'], BA: ['Bosnia'], CN: ['中华人民共和国', 'People’s Republic of China', 'PRC'], CZ: ['Czech Republic'], GB: ['UK', 'Great Britain', '大不列颠'], ID: ['印尼'], KR: ['Republic of Korea', '大韩民国'],
  NL: ['Holland', 'Netherland', 'The Netherlands'], RU: ['Russian Federation'], TR: ['Turkey'], US: ['USA', 'United States of America', '美利坚合众国'],
};

/** Not countries here: parts of China are its provinces, and XK is no code of ISO 3166-1. */
export const leftOut: ReadonlySet<string> = new Set(['TW', 'HK', 'MO', 'XK']);
