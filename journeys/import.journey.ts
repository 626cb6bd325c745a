import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs } from './support/sign-in.ts';
import { languages, wordsOf } from './support/words.ts';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Made up: seven rows, of which one has no name and one a place that two divisions bear. */
const firms = [
  'name,country,city,industry',
  'Sample Gear One,China,Shenzhen,Machinery',
  'Sample Gear Two,China,Shenzhen,Machinery',
  'Sample Gear Three,China,Suzhou,Machinery',
  'Sample Gear Four,China,Nowhereville,Machinery',
  'Sample Gear Five,,,Machinery',
  ',China,Shenzhen,Machinery',
  'Sample Growth Fund (LOF),China,Shenzhen,Funds',
].join('\n');

describe('an import in the browser', () => {
  for (const language of languages) {
    journey(`says of each row what becomes of it, writes it, and takes it back (${language})`, async ({ enter, product }) => {
      const say = wordsOf(language);
      const { page, troubles } = await enter({ language });
      await enterAs(page, product.output, 'operator');
      await page.goto('/imports');
      const send = async (name: string, text: string) => {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: say('intake.drop.choose') }).click()]);
        await chooser.setFiles(file(name, text));
      };

      // What can't be read is refused in plain words, and nothing is kept.
      await send('broken.csv', 'name,city\n"Sample, Shenzhen\n');
      await page.getByRole('alert').getByText(say('intake.drop.failed')).waitFor();

      await send(`gears-${language}.csv`, firms);
      await page.waitForURL(/\/imports\/.+/);
      await page.getByRole('button', { name: say('intake.check') }).click();
      const account = page.getByRole('region', { name: say('intake.account.title', { count: 7 }) });
      await account.waitFor();
      const sum = (await account.getByRole('button').allInnerTexts()).reduce((total, text) => total + Number(/(\d+)$/.exec(text.trim())?.[1]), 0);
      expect(sum).toBe(7);
      await page.getByRole('group', { name: 'Suzhou' }).getByRole('radio').first().click();
      await page.getByRole('group', { name: 'Suzhou' }).getByText(say('intake.questions.answered'), { exact: true }).waitFor();

      // The row without a name is put right where it stands, by keyboard; what the file said stays beside it.
      const rows = page.getByRole('grid', { name: say('intake.rows.title') });
      await rows.getByRole('row').filter({ hasText: /^7/ }).getByRole('gridcell').nth(2).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: say('intake.cell.label', { column: 'name', row: 7 }) }).fill('Sample Gear Six');
      await page.keyboard.press('Enter');
      await rows.getByText('Sample Gear Six').waitFor();

      await page.getByRole('button', { name: say('intake.apply', { count: 6 }) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(say('intake.plan.sentence', { creates: 6, changes: 0, leaves: 1 })).waitFor();
      await dialog.getByRole('button', { name: say('intake.apply', { count: 6 }) }).click();
      await page.getByRole('link', { name: say('intake.result.list') }).click();
      await page.getByRole('link', { name: 'Sample Gear Five' }).waitFor();

      await page.goBack();
      await page.getByRole('button', { name: say('intake.undo') }).click();
      await dialog.getByText(say('intake.undo.plan', { removed: 6, restored: 0, kept: 0 })).waitFor();
      await dialog.getByRole('button', { name: say('intake.undo') }).click();
      await page.getByText(say('intake.result.undone', { removed: 6, kept: 0 })).waitFor();
      await page.goto('/organisations?q=Sample+Gear');
      await page.getByText(say('web.list.nothingLeft')).waitFor();
      // A refused file is a refused request; the browser itself writes that into its console.
      expect(troubles.filter((trouble) => !/status of 4\d\d/.test(trouble))).toEqual([]);
    });
  }
});
