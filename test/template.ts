import { loadReference } from '#modules/registry/reference/load-reference.ts';
import type { TemplateDatabase } from '#platform/testing/test-server.ts';

/** Reference data that belongs to no space and that every test database should hold; rooms' loaders are called here. */
export async function prepareTemplate({ ownerPool }: TemplateDatabase): Promise<void> {
  await loadReference(ownerPool);
}
