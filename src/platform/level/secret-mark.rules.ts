/**
 * Marks that documents under the law on guarding state secrets carry: the class alone on a line or in a cell, with the
 * star and a term, in brackets, or after a word such as 密级. Ordinary words that merely contain the characters
 * (商业秘密, 保密, 秘密武器, 机密性) are no mark. Source: 国家秘密定密管理规定 and GB/T 9704-2012 section 7.2.2 on where
 * and how the class is printed.
 */
export const secretClasses = ['秘密', '机密', '绝密'] as const;
export type SecretClass = (typeof secretClasses)[number];

const traditional: Readonly<Record<string, string>> = { 機: '机', 絕: '绝', 絶: '绝', 級: '级', 祕: '秘', 長: '长', 啟: '启', 啓: '启', 開: '开', 標: '标', 識: '识', 類: '类', 別: '别', 閱: '阅', 電: '电', 號: '号', 處: '处', 為: '为' };

/** Full width to half width, traditional to simplified, invisible signs away. Length may change: places are counted in lines. */
export function plainLine(line: string): string {
  const plain = line.normalize('NFKC').replaceAll(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '');
  return plain.replaceAll(/[機絕絶級祕長啟啓開標識類別閱電號處為]/gu, (sign) => traditional[sign] ?? sign);
}

const gap = '[\\s\\u3000]{0,8}';
const secret = `([秘机绝])${gap}密`;
const star = '[★☆⭐✩✪✫✭✮✯⋆*]';
const term = '(?:\\d{1,3}\\s*(?:年|个?月|天|日)|[一二三四五六七八九十百]{1,4}\\s*(?:年|个月)|长期|启封前|解密前|公布前|[^\\s]{1,8}前)';
/** Secrets of trade, work and private life are no state secrets. */
const ofTrade = '(?<!商业|商务|工作|技术|企业|公司|个人|业务|核心|普通)';
const label = '(?:密级(?:标[识志])?|密别|(?:保密|涉密|秘密|定密)(?:等级|级别|程度)|国家秘密级别|保密期限|(?:security )?classification)';
/** What may stand beside a class that is alone on its line: urgency, copy number, term, stars and other signs. */
const beside: readonly RegExp[] = [/特急|特提|加急|平急|急件|内部|阅后即焚|原件|副本/gu, /\d{1,3}\s*(?:年|个?月|天|日)|[一二三四五六七八九十百]{1,4}(?:年|个月)|长期|启封前|解密前|公布前/gu, /第|份号|编号|[份号]|\bNo\b/giu, /[\d\s\p{P}\p{S}]/gu];
const longestAlone = 80;

const patterns: readonly RegExp[] = [
  // 秘密★10年, 机密★启封前, 绝密★; an asterisk only with its term, since it also marks required fields
  new RegExp(`${ofTrade}${secret}(?:级)?${gap}(?:(?!\\*)${star}|\\*${gap}${term})`, 'u'),
  // 【秘密】 (机密) [绝密] 〔秘密〕
  new RegExp(`[【\\[(〔〖{]${gap}${secret}(?:级|件)?${gap}(?:${star}${gap}${term}?)?${gap}[】\\])〕〗}]`, 'u'),
  // 密级:机密, 密级为绝密, 密级 □绝密 ☑机密
  new RegExp(`${label}${gap}(?:[:=是为]|${gap})${gap}[\\s☑✓✔√■●☒\\[\\]xX]{0,4}${secret}(?!性|武器|级?(?:/|或|、))`, 'iu'),
  new RegExp(`${label}.{0,40}[☑✓✔√■●☒]${gap}${secret}`, 'iu'),
  // 秘密 10年, 机密启封前, with nothing of a sentence before it
  new RegExp(`(?<![\\p{Script=Han}\\p{L}])${secret}${gap}(?:\\d{1,3}${gap}年(?![\\p{Script=Han}])|长期(?![\\p{Script=Han}])|启封前|解密前)`, 'u'),
];

/** The class of the mark on one line, or null. */
export function markOnLine(line: string): SecretClass | null {
  if (!line.includes('密')) return null;
  const plain = plainLine(line);
  for (const pattern of patterns) {
    const found = pattern.exec(plain)?.[1];
    if (found) return classOf(found);
  }
  const alone = plain.length > longestAlone ? '' : beside.reduce((rest, sign) => rest.replaceAll(sign, ''), plain);
  return /^[秘机绝]密(?:级|件)?$/u.test(alone) ? classOf(alone.slice(0, 1)) : null;
}

const classOf = (first: string): SecretClass => (first === '秘' ? '秘密' : first === '机' ? '机密' : '绝密');

/** A file's name: dots, underscores and hyphens part it, and a class that stands alone between them is a mark. */
export function markInName(name: string): SecretClass | null {
  const base = name.replace(/^.*[\\/]/u, '').replace(/\.[A-Za-z0-9]{1,5}$/u, '');
  return markOnLine(base) ?? base.split(/[\s._\-—–+,，、()（）[\]【】]+/u).reduce<SecretClass | null>((found, part) => found ?? markOnLine(part), null);
}

export interface MarkedLine {
  mark: SecretClass;
  /** Counted from 1. */
  line: number;
}

/** The first mark in a text and the line it stands on. */
export function markInText(text: string): MarkedLine | null {
  if (!text.includes('密')) return null;
  let line = 0;
  for (const each of text.split(/\r\n|[\n\r\u2028\u2029\f\v]/u)) {
    line += 1;
    const mark = markOnLine(each);
    if (mark) return { mark, line };
  }
  return null;
}
