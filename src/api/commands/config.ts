import { shownVariables, unknownVariables, unknownWords } from '#platform/config/known-variables.ts';
import { say } from '../tell.ts';
import type { Command } from './command.ts';

/** What is in effect, without secrets. That the values are right was checked when they were read. */
export const configCommand: Command = {
  usage: '',
  summary: { en: 'Print the configuration in effect, without secrets', zh: '输出生效的配置，不含密码和密钥' },
  run: async ({ config }) => {
    for (const { name, value } of shownVariables(process.env)) say(`${name.padEnd(32)} ${value ?? '– (default / 默认)'}`);
    say(`${'data folder / 数据目录'.padEnd(30)} ${config.dataDirectory}`);
    say(`${'database / 数据库'.padEnd(31)} ${config.databaseUrl === null ? 'packaged / 内置' : 'own server / 自有服务器'}`);
    for (const unknown of unknownVariables(process.env)) {
      const words = unknownWords(unknown);
      say(`${words.en} / ${words.zh}`);
    }
  },
};
