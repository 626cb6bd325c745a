import { verifyAudit } from '#platform/audit/audit.ts';
import { say } from '../tell.ts';
import { withProduct, type Command } from './command.ts';

export const verifyAuditCommand: Command = {
  usage: '',
  summary: { en: 'Verify the audit chain of every space', zh: '校验每个空间的审计链' },
  run: (call) =>
    withProduct(call, async (product) => {
      const { rows } = await product.database.appPool.query<{ id: string; name: { zh?: string; en?: string } }>('select id, name from space order by created_at');
      for (const space of rows) {
        const verdict = await product.asSystem(space.id, (context) => verifyAudit(context.db, space.id));
        const name = space.name.zh ?? space.name.en ?? space.id;
        if (verdict.intact) say(`${name}: ${verdict.entries} entries, intact / ${verdict.entries} 条，完整`);
        else say(`${name}: broken at entry ${verdict.brokenAt?.seq} (${verdict.brokenAt?.reason}) / 第 ${verdict.brokenAt?.seq} 条起不完整`);
        if (!verdict.intact) process.exitCode = 2;
      }
    }),
};
