import { addUser, seedSpace } from '#modules/identity/index.ts';
import { openProduct, type OpenedProduct } from '#api/product.ts';
import { readConfig } from '#platform/config/config.ts';
import { checkStructure, verifyAllAudit } from '#platform/backup/restore-checks.ts';
import { withSession } from '#platform/backup/session.ts';

/** One space and one operator on an embedded database of its own: the smallest installation that people could work with. */
export interface Office {
  product: OpenedProduct;
  spaceId: string;
}

export const officeLogin = 'clerk';
export const officePassword = 'test-password';

export async function openOffice(dataDirectory: string): Promise<Office> {
  const product = await openProduct(readConfig({ CLUSTERLOOM_DATA: dataDirectory }), { log: () => {} });
  const spaceId = await product.asSystem(null, (context) => seedSpace(context, 'own'));
  await product.asSystem(spaceId, (context) => addUser(context, { login: officeLogin, password: officePassword, name: { zh: officeLogin }, mandate: { role: 'operator', scopeKind: 'space', scopeId: null } }));
  return { product, spaceId };
}

/** What must be true of every database after whatever happened to it: audit chains whole, tables and indexes without contradiction. */
export async function invariants(product: Pick<OpenedProduct, 'database'>): Promise<{ spaces: number; entries: number; tables: number; indexes: number }> {
  const { embedded } = product.database;
  if (!embedded) throw new Error('not the embedded database');
  return await withSession(embedded.superuserConfig, async (client) => {
    const structure = await checkStructure(client);
    await client.query('begin');
    const audit = await verifyAllAudit(client);
    await client.query('rollback');
    return { ...audit, ...structure };
  });
}

