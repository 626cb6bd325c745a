import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { findOrMakeSource } from '#modules/registry/index.ts';
import { importFile, type ImportedFile } from '#modules/intake/index.ts';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import type { Language } from '#platform/i18n/name.schema.ts';
import type { Product } from '../product.ts';
import { say } from '../tell.ts';
import { chooseSpace, languageOf, refusal, withProduct, type Command } from './command.ts';

export const importCommand: Command = {
  usage: 'FILE… [--as organisations] [--source TITLE] [--sheet NAME] [--lift-row-limit]',
  summary: { en: 'Import CSV, XLSX or JSON files, each whole or not at all', zh: '导入 CSV、XLSX 或 JSON 文件，每个文件整体写入或完全不写' },
  options: { as: { type: 'string' }, source: { type: 'string' }, sheet: { type: 'string' }, 'lift-row-limit': { type: 'boolean' } },
  run: (call) =>
    withProduct(call, async (product) => {
      if (call.positionals.length === 0) throw new PlainProblem('usage', { en: 'Name at least one file.', zh: '请至少给出一个文件。' });
      const { as, source, sheet, 'lift-row-limit': lifted } = call.values;
      const target = targetOf(product, as);
      const spaceId = await chooseSpace(product, call.values['space']);
      const language = languageOf(call);
      for (const path of call.positionals) {
        await checkFile(path);
        const imported = await importOne(product, { path, spaceId, target, language, source: word(source), sheet: word(sheet), lifted: lifted === true });
        for (const sentence of imported.sentences) say(language === 'en' ? sentence.en : sentence.zh);
      }
    }),
};

const word = (value: string | boolean | undefined): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

/** A target by its id or its plural, whatever the case: `organisations`, `bodies`, `regionIndustry`. */
function targetOf(product: Product, as: string | boolean | undefined): string {
  const wanted = (word(as) ?? 'organisation').toLowerCase();
  const known = product.house.contributions.importTargets.map(({ id }) => id);
  const singulars = [wanted, wanted.replace(/s$/, ''), wanted.replace(/ies$/, 'y'), wanted.replace('organization', 'organisation').replace(/s$/, '')];
  const found = known.find((id) => singulars.includes(id.toLowerCase()));
  if (found) return found;
  throw new PlainProblem('targetUnknown', { en: `Nothing is imported as “${wanted}”. There are: ${known.join(', ')}.`, zh: `没有“${wanted}”这一导入对象。可用：${known.join('、')}。` });
}

async function checkFile(path: string): Promise<void> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new PlainProblem('fileUnreadable', { en: `${path} cannot be read.`, zh: `${path} 无法读取。` }, error);
  });
  if (!facts.isFile()) throw new PlainProblem('fileUnreadable', { en: `${path} is not a file.`, zh: `${path} 不是文件。` });
}

interface OneFile {
  path: string;
  spaceId: string;
  target: string;
  language: Language;
  source: string | undefined;
  sheet: string | undefined;
  lifted: boolean;
}

/** One file, one transaction: what ends it on the way, a signal or a lost connection, leaves nothing of it. */
async function importOne(product: Product, { path, spaceId, target, language, source, sheet, lifted }: OneFile): Promise<ImportedFile> {
  const told = progressLine(basename(path), language);
  const limits = lifted ? { ...product.installation.importLimits, rows: null, bytes: Number.MAX_SAFE_INTEGER } : product.installation.importLimits;
  try {
    return await product.asSystem(spaceId, async (context) => {
      const sourceId = source === undefined ? null : await findOrMakeSource(context, source);
      const result = await importFile(context, { path, fileName: basename(path), target, sourceId, limits, ...(sheet === undefined ? {} : { sheet }), walk: { passed: async (done, total) => told.show(done, total) } });
      if (!result.ok) throw refusal(product, language, result);
      return result.value;
    });
  } finally {
    told.end();
  }
}

const everyMs = 1000;

/** How far it is, on the error stream: a line that is written over on a screen, one in ten seconds in a log. */
function progressLine(name: string, language: Language): { show(done: number, total: number): void; end(): void } {
  const { stderr } = process;
  const begun = performance.now();
  let last = begun;
  return {
    show(done, total) {
      const now = performance.now();
      if (now - last < (stderr.isTTY ? everyMs : everyMs * 10)) return;
      last = now;
      const percent = Math.floor((done / Math.max(1, total)) * 100);
      const seconds = Math.round((now - begun) / 1000);
      const line = language === 'en' ? `${name}: ${percent}% in ${seconds} s` : `${name}：${percent}%，用时 ${seconds} 秒`;
      stderr.write(stderr.isTTY ? `\r${line}   ` : `${line}\n`);
    },
    end() {
      if (stderr.isTTY && last > begun) stderr.write('\n');
    },
  };
}
