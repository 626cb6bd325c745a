/**
 * ISO 4217 currencies that sources of this field use: code, minor digits (from the standard's list), words.
 * A currency outside of the list is refused, because its minor digits would be a guess.
 */
export interface CurrencyWords {
  zh: string;
  /** Signs and words that name this currency alone; `¥` and `元` after another country's name are not among them. */
  marks: readonly string[];
  minorDigits: number;
}

export const currencies = {
  CNY: { zh: '元', marks: ['人民币', 'RMB'], minorDigits: 2 },
  EUR: { zh: '欧元', marks: ['€'], minorDigits: 2 },
  USD: { zh: '美元', marks: ['US$', '$'], minorDigits: 2 },
  JPY: { zh: '日元', marks: [], minorDigits: 0 },
  GBP: { zh: '英镑', marks: ['£'], minorDigits: 2 },
  KRW: { zh: '韩元', marks: ['₩'], minorDigits: 0 },
  HKD: { zh: '港元', marks: ['HK$', '港币'], minorDigits: 2 },
  MOP: { zh: '澳门元', marks: ['MOP$'], minorDigits: 2 },
  TWD: { zh: '新台币', marks: ['NT$'], minorDigits: 2 },
  SGD: { zh: '新加坡元', marks: ['S$'], minorDigits: 2 },
  CHF: { zh: '瑞士法郎', marks: [], minorDigits: 2 },
  SEK: { zh: '瑞典克朗', marks: [], minorDigits: 2 },
  NOK: { zh: '挪威克朗', marks: [], minorDigits: 2 },
  DKK: { zh: '丹麦克朗', marks: [], minorDigits: 2 },
  PLN: { zh: '波兰兹罗提', marks: [], minorDigits: 2 },
  CZK: { zh: '捷克克朗', marks: [], minorDigits: 2 },
  HUF: { zh: '匈牙利福林', marks: [], minorDigits: 2 },
  CAD: { zh: '加元', marks: ['C$'], minorDigits: 2 },
  AUD: { zh: '澳元', marks: ['A$'], minorDigits: 2 },
  NZD: { zh: '新西兰元', marks: ['NZ$'], minorDigits: 2 },
  INR: { zh: '印度卢比', marks: ['₹'], minorDigits: 2 },
  BRL: { zh: '巴西雷亚尔', marks: ['R$'], minorDigits: 2 },
  MXN: { zh: '墨西哥比索', marks: [], minorDigits: 2 },
  RUB: { zh: '俄罗斯卢布', marks: ['₽'], minorDigits: 2 },
  TRY: { zh: '土耳其里拉', marks: ['₺'], minorDigits: 2 },
  ILS: { zh: '以色列新谢克尔', marks: ['₪'], minorDigits: 2 },
  ZAR: { zh: '南非兰特', marks: [], minorDigits: 2 },
  AED: { zh: '阿联酋迪拉姆', marks: [], minorDigits: 2 },
  SAR: { zh: '沙特里亚尔', marks: [], minorDigits: 2 },
  THB: { zh: '泰铢', marks: ['฿'], minorDigits: 2 },
  VND: { zh: '越南盾', marks: ['₫'], minorDigits: 0 },
  IDR: { zh: '印尼盾', marks: [], minorDigits: 2 },
  MYR: { zh: '马来西亚林吉特', marks: [], minorDigits: 2 },
  PHP: { zh: '菲律宾比索', marks: ['₱'], minorDigits: 2 },
  KWD: { zh: '科威特第纳尔', marks: [], minorDigits: 3 },
  CLP: { zh: '智利比索', marks: [], minorDigits: 0 },
} as const satisfies Record<string, CurrencyWords>;

export type Currency = keyof typeof currencies;

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(currencies, code);
}
