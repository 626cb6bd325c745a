import type { ParseArgsConfig } from 'node:util';
import type { Config } from '#platform/config/config.ts';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { Failure } from '#platform/result/result.rules.ts';
import { openProduct, type Product } from '../product.ts';

export interface CommandCall {
  config: Config;
  values: Record<string, string | boolean | undefined>;
  positionals: string[];
}

export interface Command {
  usage: string;
  summary: { zh: string; en: string };
  options?: NonNullable<ParseArgsConfig['options']>;
  run(call: CommandCall): Promise<void>;
}

export const languageOf = (call: CommandCall): Language => (call.values['lang'] === 'en' || (!call.values['lang'] && !/zh/i.test(process.env['LANG'] ?? 'zh')) ? 'en' : 'zh-CN');

/** Opens the product, joins a running server's database when there is one, and always closes it again. */
export async function withProduct(call: CommandCall, work: (product: Product) => Promise<void>, log: (line: string) => void = () => undefined): Promise<void> {
  const product = await openProduct(call.config, { log, join: true });
  try {
    await work(product);
  } finally {
    await product.close();
  }
}

/** The space a command works in: the one named, else the only own one, else the sample. */
export async function chooseSpace(product: Product, wanted: string | boolean | undefined): Promise<string> {
  const { rows } = await product.database.appPool.query<{ id: string; name: { zh?: string; en?: string }; kind: string }>('select id, name, kind from space order by kind, created_at');
  const named = typeof wanted === 'string' ? rows.filter((space) => [space.id, space.name.zh, space.name.en].includes(wanted)) : rows.filter((space) => space.kind === 'own');
  const chosen = named.length === 1 ? named[0] : wanted === undefined && named.length === 0 ? rows[0] : undefined;
  if (chosen) return chosen.id;
  const known = rows.map((space) => space.name.zh ?? space.name.en).join(', ') || '—';
  throw new PlainProblem('spaceUnclear', {
    en: `Say which space with --space. There are: ${known}. A first start (npm start) makes the sample space.`,
    zh: `请用 --space 指明空间。现有：${known}。首次运行 npm start 会建立样例空间。`,
  });
}

/** A refused action in the same words as the API. */
export function refusal(product: Product, language: Language, failure: Failure): PlainProblem {
  const key = product.house.reasons[failure.reason]?.messageKey ?? 'platform.reason.unexpected';
  const words = (wanted: Language): string => product.texts(wanted)(key, failure.params);
  return language === 'en' ? new PlainProblem(failure.reason, { en: words('en'), zh: words('zh-CN') }) : new PlainProblem(failure.reason, { en: words('zh-CN'), zh: words('en') });
}
