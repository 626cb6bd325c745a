import { modules } from '#modules/index.ts';
import { say } from '../tell.ts';
import { withProduct, type Command } from './command.ts';

export const migrateCommand: Command = {
  usage: '',
  summary: { en: 'Bring the schema and the reference tables up to date', zh: '更新数据库结构和参考表' },
  run: (call) =>
    withProduct(call, async (product) => {
      for (const module of modules) await module.loadReference?.(product.database.ownerPool);
      say('The schema and the reference tables are up to date.');
    }),
};
