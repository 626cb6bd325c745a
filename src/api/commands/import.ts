import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importFile } from '#modules/intake/index.ts';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { say } from '../tell.ts';
import { chooseSpace, languageOf, refusal, withProduct, type Command } from './command.ts';

/** `organisations` and `organisation` mean the same target. */
const targetOf = (as: string | boolean | undefined): string => (typeof as === 'string' ? as.replace(/s$/, '') : 'organisation');

export const importCommand: Command = {
  usage: 'FILE… [--as organisations] [--space NAME]',
  summary: { en: 'Import CSV files', zh: '导入 CSV 文件' },
  options: { as: { type: 'string' } },
  run: (call) =>
    withProduct(call, async (product) => {
      if (call.positionals.length === 0) throw new PlainProblem('usage', { en: 'Name at least one file.', zh: '请至少给出一个文件。' });
      const spaceId = await chooseSpace(product, call.values['space']);
      const language = languageOf(call);
      for (const file of call.positionals) {
        const bytes = await readFile(file).catch((error: unknown) => {
          throw new PlainProblem('fileUnreadable', { en: `${file} cannot be read.`, zh: `${file} 无法读取。` }, error);
        });
        const outcome = await product.asSystem(spaceId, async (context) => {
          const result = await importFile(context, { bytes, fileName: basename(file), target: targetOf(call.values['as']) });
          if (!result.ok) throw refusal(product, language, result);
          return result.value;
        });
        for (const sentence of outcome.sentences) say(language === 'en' ? sentence.en : sentence.zh);
      }
    }),
};
