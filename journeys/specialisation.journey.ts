import { expect } from 'vitest';
import { journey } from './support/journey.ts';
import { looksAt, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('en');

journey('chooses a table, sees strong clusters with the clauses of the rule, follows a quotient to its numbers, and takes a growth apart', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'en' });
  await enterAs(page, product.output, 'operator');
  const { faults, look } = looksAt(page);
  await openPage(page, '/specialisation');
  const ranked = page.getByRole('table', { name: say('observatory.specialisation.ranked') });
  await ranked.waitFor();
  await page.getByLabel(say('observatory.specialisation.since'), { exact: true }).selectOption({ index: 1 });
  await page.getByLabel(say('observatory.specialisation.firms'), { exact: true }).selectOption({ index: 1 });
  await page.waitForURL(/since=.*firms=/);
  await page.getByRole('columnheader', { name: say('observatory.column.growth') }).waitFor();
  await ranked.getByRole('row').nth(1).getByRole('cell').first().click();
  await page.getByText(say('observatory.specialisation.clause.establishmentQuantile')).waitFor();
  await look('clauses');
  await ranked.locator('[data-trace]').first().click();
  await page.getByText(say('observatory.specialisation.trace.industry')).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: say('observatory.specialisation.tab.shift') }).click();
  const regions = page.getByRole('table', { name: say('observatory.specialisation.shiftAll') });
  await regions.getByRole('cell').first().getByRole('button').click();
  await page.getByRole('heading', { name: say('observatory.specialisation.shiftByIndustry') }).waitFor();
  await look('shift-share');
  const shift = `${new URL(page.url()).pathname}${new URL(page.url()).search}`;
  await page.getByRole('tab', { name: say('observatory.specialisation.tab.related') }).click();
  await page.getByRole('table', { name: say('observatory.specialisation.related') }).waitFor();
  await look('related');
  // The whole state stands in the address: another reader sees the same.
  await openPage(page, shift);
  await page.getByRole('heading', { name: say('observatory.specialisation.shiftByIndustry') }).waitFor();
  expect(faults).toEqual([]);
  expect(troubles).toEqual([]);
});
