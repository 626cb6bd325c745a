import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf, openPage } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const known = 'name,city\n样例比对恒远陶瓷有限公司,佛山\n样例比对恒远陶瓷股份有限公司,佛山\n';
const asking = 'name,city\n样例比对恒远陶瓷,佛山\n样例比对恒远陶瓷,佛山\n';

describe('the match desk', () => {
  journey('rows that may be known are decided by one key, remembered, and taken back', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'operator');
    const check = async (fileName: string, text: string) => {
      await openPage(page, '/imports');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: say('intake.drop.choose') }).click()]);
      await chooser.setFiles({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(text) });
      await page.waitForURL(/\/imports\/.+/);
      await page.getByRole('button', { name: say('intake.check') }).click();
      await page.getByRole('region', { name: say('intake.account.title', { count: 2 }) }).waitFor();
    };
    await check('known.csv', known);
    await page.getByRole('button', { name: say('intake.apply', { count: 2 }) }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('intake.apply', { count: 2 }) }).click();
    await page.getByRole('link', { name: say('intake.result.list') }).waitFor();

    await check('asking.csv', asking);
    await page.getByRole('link', { name: say('intake.match.open') }).click();
    await page.getByText(say('intake.match.reason.sameNameWithoutForm'), { exact: false }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: '样例比对恒远陶瓷有限公司' }).first().waitFor();
    await page.keyboard.press('1');
    await page.getByText(say('intake.match.settled', { rows: 2, created: 0, changed: 0 })).waitFor();
    await page.getByText(say('intake.match.empty'), { exact: true }).waitFor();

    await page.getByRole('link', { name: say('intake.match.memory') }).click();
    await page.getByRole('button', { name: say('intake.match.memory.undo'), exact: true }).first().click();
    await page.getByText(say('intake.match.takenBack')).waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
});
