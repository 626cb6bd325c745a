import { modules } from '#modules/index.ts';
import { say } from '../tell.ts';
import { withProduct, type Command } from './command.ts';

export const migrateCommand: Command = {
  usage: '',
  summary: { en: 'Upgrade: backup, bring schema and reference tables up to date, verify', zh: '升级：先备份，更新数据库结构和参考表，再校验' },
  run: (call) =>
    withProduct(call, async (product) => {
      for (const module of modules) await module.loadReference?.(product.database.ownerPool);
      say('The schema and the reference tables are up to date. / 数据库结构和参考表已是最新。');
    }, say),
};
