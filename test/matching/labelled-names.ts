import { readFileSync } from 'node:fs';
import * as ToTraditional from 'opencc-js/cn2t';
import * as ToSimplified from 'opencc-js/t2cn';
import type { MatchSubject } from '#kernel/matching/compare-pair.ts';
import type { LinkRecord } from '#kernel/matching/link-records.ts';
import type { MatchCandidate } from '#kernel/matching/match-organisation.ts';
import { rngFrom, type Rng } from '#kernel/stats/rng.ts';
import { usccAlphabet, completeUscc } from '#kernel/text/uscc.ts';
import { sharedPath } from '../shared.ts';

/*
 * A labelled set made of real names, by a seed. A register of organisations is built on real Chinese short names (each
 * given a place, trade, legal form, industry and code that are invented) and on real English names of listed firms;
 * some get hard neighbours: the same core in another city, a numbered sister, a branch, another trade, a brand that
 * differs by one character. Questions are asked of it: two in three about an organisation in it, renamed and spoilt in
 * one to three ways; one in three about one that is not in it, as a rule a neighbour of one that is.
 *
 * Halves are disjoint in names: even lines of the sources make the tuning half, odd ones the held-out half.
 */

export const namesFile = 'data/names-cn-short/company_short_names.txt';
export const firmsFile = 'data/firms-cn-listed/firms.csv';

export const toSimplified = ToSimplified.Converter({ from: 't', to: 'cn' });
const toTraditional = ToTraditional.Converter({ from: 'cn', to: 'hk' });

const cities = [
  ['440300', '深圳', 'Shenzhen'], ['440100', '广州', 'Guangzhou'], ['440600', '佛山', 'Foshan'], ['441900', '东莞', 'Dongguan'], ['110000', '北京', 'Beijing'], ['310000', '上海', 'Shanghai'],
  ['320500', '苏州', 'Suzhou'], ['330200', '宁波', 'Ningbo'], ['330100', '杭州', 'Hangzhou'], ['420100', '武汉', 'Wuhan'], ['340100', '合肥', 'Hefei'], ['510100', '成都', 'Chengdu'],
  ['370200', '青岛', 'Qingdao'], ['610100', '西安', "Xi'an"], ['120000', '天津', 'Tianjin'], ['430100', '长沙', 'Changsha'], ['320200', '无锡', 'Wuxi'], ['500000', '重庆', 'Chongqing'],
] as const;
const trades = [
  ['科技', 'C39'], ['电子科技', 'C39'], ['微电子', 'C39'], ['光电技术', 'C39'], ['智能装备', 'C35'], ['精密机械', 'C34'], ['机械设备', 'C35'], ['自动化设备', 'C35'], ['新材料', 'C26'], ['新能源科技', 'C38'],
  ['生物医药', 'C27'], ['制药', 'C27'], ['食品', 'C14'], ['化工', 'C26'], ['汽车零部件', 'C36'], ['电器', 'C38'], ['五金制品', 'C33'], ['塑料制品', 'C29'], ['包装材料', 'C22'], ['服饰', 'C18'], ['家具', 'C21'],
  ['信息技术', 'I65'], ['软件', 'I65'], ['环保科技', 'N77'], ['贸易', 'F51'], ['实业', 'F51'], ['', 'C34'],
] as const;
const forms = [['有限公司', 60], ['有限责任公司', 12], ['股份有限公司', 18], ['集团有限公司', 6], ['集团股份有限公司', 2], ['厂', 2]] as const;
const similar: Readonly<Record<string, string>> = { 源: '圆', 晶: '品', 华: '桦', 达: '大', 天: '无', 金: '全', 科: '利', 新: '欣', 宏: '洪', 信: '言', 德: '得', 安: '按', 兴: '星', 盛: '胜', 联: '连' };

interface Firm {
  key: string;
  english: string | null;
  brand: string;
  trade: string;
  industry: string;
  city: (typeof cities)[number];
  form: string;
  /** How the place stands in the name. */
  placed: 'front' | 'frontLong' | 'bracket' | 'none';
  extra: string;
  branch: string;
  uscc: string;
}

export interface Question {
  kind: string;
  subject: MatchSubject;
  /** Id of the organisation meant; null when it is not in the register. */
  truth: string | null;
}

export interface LabelledSet {
  register: MatchCandidate[];
  questions: Question[];
}

const codeOf = (rng: Rng): string => completeUscc(`91${Array.from({ length: 15 }, () => rng.pick([...usccAlphabet])).join('')}`);

function nameOf(firm: Firm): string {
  if (firm.english !== null) return firm.english;
  const [, city] = firm.city;
  const core = `${firm.brand}${firm.extra}${firm.trade}`;
  const whole = { front: `${city}${core}${firm.form}`, frontLong: `${city}市${core}${firm.form}`, bracket: `${core}（${city}）${firm.form}`, none: `${core}${firm.form}` }[firm.placed];
  return whole + firm.branch;
}

function firmOf(key: string, brand: string, rng: Rng): Firm {
  const [trade, industry] = rng.pick(trades);
  const own = brand.length >= 4 && rng.chance(0.6) ? '' : trade;
  return {
    key, english: null, brand, trade: own, industry, city: rng.pick(cities), form: rng.weighted(forms),
    placed: rng.weighted([['front', 40], ['frontLong', 35], ['bracket', 10], ['none', 15]] as const), extra: '', branch: '', uscc: codeOf(rng),
  };
}

const otherCity = (firm: Firm, rng: Rng): Firm['city'] => rng.pick(cities.filter(([code]) => code !== firm.city[0]));

/** An organisation that is not the given one however alike they are. */
const neighbours: Record<string, (firm: Firm, rng: Rng) => Firm> = {
  otherCity: (firm, rng) => {
    const city = otherCity(firm, rng);
    return { ...firm, city, uscc: codeOf(rng), english: firm.english === null ? null : `${city[2]} ${firm.english.replace(/^(?:Shanghai|Beijing|Shenzhen|Zhejiang|Jiangsu|Guangdong|Shandong)\s+/u, '')}` };
  },
  numbered: (firm, rng) => ({ ...firm, extra: rng.pick(['第二', '二', '三', '第三', 'A', 'B', '2']), english: firm.english === null ? null : firm.english.replace(/^(\S+)/u, '$1 No. 2'), uscc: codeOf(rng) }),
  branch: (firm, rng) => ({ ...firm, branch: `${otherCity(firm, rng)[1]}分公司`, english: firm.english === null ? null : `${firm.english} ${otherCity(firm, rng)[2]} Branch`, uscc: codeOf(rng) }),
  otherTrade: (firm, rng) => {
    const [trade, industry] = rng.pick(trades.filter(([word, code]) => word !== firm.trade && word !== '' && code !== firm.industry));
    return { ...firm, trade, industry, english: firm.english === null ? null : firm.english.replace(/(\S+)(\s+(?:Group|Holding|Co\b|Corp|Inc|Ltd|Limited).*)?$/u, 'Packaging$2'), uscc: codeOf(rng) };
  },
  otherBrand: (firm, rng) => {
    const at = rng.whole(0, firm.brand.length - 1);
    const character = rng.pick([...'泽凯瑞宇恒博雅鼎昊铭']);
    return { ...firm, brand: `${firm.brand.slice(0, at)}${character === firm.brand[at] ? '嘉' : character}${firm.brand.slice(at + 1)}`, english: firm.english === null ? null : firm.english.replace(/^(\S*?)(\S)(\s)/u, '$1$2ox$3'), uscc: codeOf(rng) };
  },
};

function slip(text: string, rng: Rng): string {
  const points = [...text];
  const at = rng.whole(0, Math.max(0, Math.min(points.length - 2, 7)));
  const kind = rng.pick(['swap', 'lose', 'change', 'double']);
  const here = points[at] ?? '';
  if (kind === 'swap') points.splice(at, 2, points[at + 1] ?? '', here);
  else if (kind === 'lose') points.splice(at, 1);
  else if (kind === 'double') points.splice(at, 0, here);
  else points[at] = similar[here] ?? (/[a-z]/iu.test(here) ? 'e' : '德');
  return points.join('');
}

/** Ways in which the same organisation is written otherwise; `firm` changes before the name is made, `text` after. */
const spoilings: Record<string, { firm?: (firm: Firm, rng: Rng) => Firm; text?: (text: string, rng: Rng) => string }> = {
  asIs: {},
  formDropped: { firm: (firm) => ({ ...firm, form: '' }), text: (text) => text.replace(/[\s,]+(?:Co\b|Corp|Inc|Ltd|Limited|Company Limited).*$/iu, '') },
  formChanged: { firm: (firm, rng) => ({ ...firm, form: rng.weighted(forms.slice(0, 4)) }), text: (text, rng) => text.replace(/Co\.?,?\s*Ltd\.?$/iu, rng.pick(['Company Limited', 'Co Ltd', 'CO.,LTD', 'Limited', 'Inc.'])) },
  placeDropped: { firm: (firm) => ({ ...firm, placed: 'none' }), text: (text) => text.replace(/^(?:Shanghai|Beijing|Shenzhen|Ningbo|Suzhou|Hangzhou)\s+/u, '') },
  placeMoved: { firm: (firm, rng) => ({ ...firm, placed: rng.pick(['front', 'frontLong', 'bracket'] as const) }) },
  fullWidth: { text: (text) => text.replace(/[!-~]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)) },
  traditional: { text: (text) => toTraditional(text) },
  upperCase: { text: (text) => text.toUpperCase() },
  spaced: { text: (text, rng) => (/\p{Script=Han}/u.test(text) ? text.slice(0, 2) + rng.pick([' ', '　', '·']) + text.slice(2) : text.replaceAll(' ', '  ').replaceAll('&', 'and')) },
  slip: { text: slip },
  shortName: { firm: (firm) => (firm.brand.length > 2 || firm.trade === '' ? { ...firm, placed: 'none', trade: '', form: '' } : { ...firm, placed: 'none', form: '' }) },
};

const weights = [['asIs', 14], ['formDropped', 14], ['formChanged', 12], ['placeDropped', 10], ['placeMoved', 12], ['fullWidth', 6], ['traditional', 8], ['upperCase', 4], ['spaced', 6], ['slip', 10], ['shortName', 4]] as const;

function asked(firm: Firm, ways: readonly string[], rng: Rng): MatchSubject {
  let spoilt = firm;
  for (const way of ways) spoilt = spoilings[way]?.firm?.(spoilt, rng) ?? spoilt;
  let name = nameOf(spoilt);
  for (const way of ways) name = spoilings[way]?.text?.(name, rng) ?? name;
  const territory = rng.weighted([['own', 65], ['none', 30], ['wrong', 5]] as const);
  const industry = rng.weighted([['own', 55], ['none', 35], ['wrong', 10]] as const);
  return {
    names: [name],
    code: rng.weighted([[firm.uscc, 15], [null, 80], [`${firm.uscc.slice(0, 17)}${firm.uscc.endsWith('1') ? '2' : '1'}`, 5]] as const),
    territoryId: territory === 'none' ? null : `cn:${territory === 'own' ? firm.city[0] : otherCity(firm, rng)[0]}`,
    industryId: industry === 'none' ? null : `gbt4754:${industry === 'own' ? firm.industry : rng.pick(trades)[1]}`,
  };
}

function heldAs(firm: Firm, rng: Rng): MatchCandidate {
  return {
    id: firm.key, names: [nameOf(firm)], code: rng.chance(0.6) ? firm.uscc : null,
    territoryId: rng.chance(0.9) ? `cn:${firm.city[0]}` : null, industryId: rng.chance(0.8) ? `gbt4754:${firm.industry}` : null,
  };
}

/** The sources, cut in halves by line: 0 for tuning, 1 held out. */
export function readSources(half: 0 | 1): { chinese: string[]; english: string[] } {
  const chinese = readFileSync(sharedPath(namesFile), 'utf8').trim().split('\n').map((line) => line.trim());
  const english = readFileSync(sharedPath(firmsFile), 'utf8').trim().split('\n').slice(1).map((line) => (/^[^,]*,(?:"([^"]+)"|([^,]*)),/u.exec(line) ?? []).slice(1).find(Boolean) ?? '');
  const ours = (names: readonly string[]): string[] => names.filter((name, at) => at % 2 === half && name !== '');
  return { chinese: ours(chinese), english: ours([...new Set(english)].filter((name) => /^[A-Za-z][\w&'’-]+ .*[a-z]/u.test(name) && !/fund|ETF|LOF/iu.test(name))) };
}

/** `size` organisations of their own, neighbours besides, and about twice as many questions. */
export function labelledSet(half: 0 | 1, size: number, seed = 20261122): LabelledSet {
  const rng = rngFrom(seed + half);
  const { chinese, english } = readSources(half);
  const firms: Firm[] = rng.sample(chinese, Math.round(size * 0.8)).map((brand, at) => firmOf(`c${at}`, brand, rng));
  for (const [at, name] of rng.sample(english, Math.round(size * 0.2)).entries()) firms.push({ ...firmOf(`e${at}`, '样例', rng), english: name });
  const kinds = Object.keys(neighbours);
  const register: MatchCandidate[] = [];
  const questions: Question[] = [];
  const absent = new Set(firms.filter(() => rng.chance(0.25)).map(({ key }) => key));
  const near = (firm: Firm): { kind: string; firm: Firm } => {
    const kind = rng.pick(kinds);
    return { kind, firm: { ...(neighbours[kind]?.(firm, rng) ?? firm), key: `${firm.key}-${kind}` } };
  };
  for (const firm of firms) {
    const sister = near(firm);
    // An absent one leaves only its neighbour in the register: whoever asks for it must not be given that one.
    if (!absent.has(firm.key)) register.push(heldAs(firm, rng));
    if (absent.has(firm.key) || rng.chance(0.3)) register.push(heldAs(sister.firm, rng));
    const ways = rng.weighted([[1, 55], [2, 33], [3, 12]] as const);
    const chosen = [...new Set(Array.from({ length: ways }, () => rng.weighted(weights)))];
    questions.push({ kind: absent.has(firm.key) ? `absent beside ${sister.kind}` : chosen.join('+'), subject: asked(firm, chosen, rng), truth: absent.has(firm.key) ? null : firm.key });
    if (rng.chance(0.4) && !absent.has(firm.key) && register.at(-1)?.id !== sister.firm.key) {
      questions.push({ kind: `neighbour ${sister.kind}`, subject: asked(sister.firm, ['asIs'], rng), truth: null });
    }
  }
  return { register, questions };
}

/** A list of `size` records with duplicates: of each firm one to three records, the further ones spoilt; one firm in eight has a hard neighbour. */
export function listWithDuplicates(size: number, seed = 20261122): { records: LinkRecord[]; truth: string[] } {
  const rng = rngFrom(seed);
  const brands = rng.sample([...readSources(0).chinese, ...readSources(1).chinese], size);
  const records: LinkRecord[] = [];
  const truth: string[] = [];
  const kinds = Object.keys(neighbours);
  const add = (firm: Firm, ways: readonly string[]): void => {
    const { names: [name = ''], territoryId = null, industryId = null } = asked(firm, ways, rng);
    records.push({ name, place: territoryId, industry: industryId, code: rng.chance(0.4) ? firm.uscc : null });
    truth.push(firm.key);
  };
  for (let at = 0; records.length < size; at += 1) {
    const firm = firmOf(`f${at}`, brands[at] ?? `${at}`, rng);
    add(firm, ['asIs']);
    for (let more = rng.weighted([[0, 55], [1, 33], [2, 12]] as const); more > 0; more -= 1) add(firm, [...new Set([rng.weighted(weights), rng.weighted(weights)])]);
    const kind = rng.pick(kinds);
    if (rng.chance(0.125)) add({ ...(neighbours[kind]?.(firm, rng) ?? firm), key: `f${at}-${kind}` }, ['asIs']);
  }
  return { records: records.slice(0, size), truth: truth.slice(0, size) };
}
