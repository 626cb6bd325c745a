import type { Holding } from '#platform/module/module.ts';
import { changeBatch, giveBatch, unfinishedBatches } from '../store/batch.store.ts';

/** Files that were uploaded and are neither applied nor discarded: a successor goes on with them, or they are discarded. */
export const importHolding: Holding = {
  kind: 'importBatch',
  label: { zh: '未完成的导入', en: 'Unfinished import' },
  list: async (context, personIds) => (await unfinishedBatches(context.db, personIds)).map((batch) => ({ id: batch.id, personId: batch.createdBy, name: { zh: batch.fileName }, href: `/imports/${batch.id}`, passes: true })),
  pass: async (context, ids, toPersonId) => {
    for (const id of ids) await (toPersonId === null ? changeBatch(context.db, id, { state: 'discarded' }, context.now) : giveBatch(context.db, id, toPersonId, context.now));
  },
};
