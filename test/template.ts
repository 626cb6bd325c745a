import type { TemplateDatabase } from '#platform/testing/test-server.ts';

/** Reference data that belongs to no space and that every test database should hold; rooms' loaders are called here. */
export async function prepareTemplate(_template: TemplateDatabase): Promise<void> {}
