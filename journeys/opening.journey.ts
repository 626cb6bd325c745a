import { expect } from 'vitest';
import { journey } from './support/journey.ts';

journey('the first page opens, quietly', async ({ enter }) => {
  const { page, troubles } = await enter({ language: 'zh-CN' });
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await page.waitForLoadState('networkidle');
  expect(await page.title()).not.toBe('');
  expect(troubles).toEqual([]);
});
