import { expect } from 'vitest';
import { pdf, png } from '#platform/testing/sample-files.ts';
import { journey } from './support/journey.ts';
import { looksAt, openPage } from './support/look.ts';
import { enterAs, firstId, samplePassword } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('en');
const attack = '<img src=x onerror="window.hurt=1">';

journey('hangs files and comments on a cluster, looks at them, prints it, and keeps a list as a view', async ({ enter, product }) => {
  const { page, troubles } = await enter({ language: 'en' });
  await enterAs(page, product.output, 'operator');
  const id = await firstId(page, `/clusters?limit=1&sample=true&q=${encodeURIComponent('样例市 A')}`);
  const { faults, look } = looksAt(page);

  await openPage(page, `/clusters/${id}?tab=files`);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: say('record.files.add') }).click()]);
  const csv = `name,note\n${attack},"=1+1"\n`;
  await chooser.setFiles([
    { name: `${attack.replaceAll(/[/]/g, '')}.png`, mimeType: 'image/png', buffer: Buffer.from(png(40, 20)) },
    { name: 'Sample plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) },
    { name: 'sample.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><script>window.hurt=1</script>') },
  ]);
  await page.getByText(say('record.reason.fileActive')).waitFor();
  await page.getByRole('button', { name: 'Sample plan.pdf', exact: true }).waitFor();
  await look('files');
  await page.getByRole('button', { name: 'sample.csv', exact: true }).click();
  await page.getByRole('dialog').getByRole('cell', { name: attack }).waitFor();
  await look('preview of a table');
  await page.getByRole('dialog').getByRole('button', { name: say('web.close') }).click();
  await page.getByRole('button', { name: /^<img.*png$/ }).click();
  await page.getByRole('dialog').getByRole('img').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: say('web.close') }).click();

  await page.getByRole('tab', { name: say('record.comments') }).click();
  await page.getByRole('textbox', { name: say('record.comments.write') }).fill(`${attack} @Sample chain`);
  await page.getByRole('option', { name: "Sample chain leader's office" }).click();
  await page.getByRole('button', { name: say('record.comments.send'), exact: true }).click();
  await page.getByText(`${attack} @`).waitFor();
  await page.locator('.mention').filter({ hasText: "Sample chain leader's office" }).first().waitFor();
  await look('comments');

  await page.goto(`/print/clusters/${id}`);
  await page.getByRole('heading', { name: say('registry.print.members') }).waitFor();
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
  await look('print');

  await openPage(page, '/clusters?level=national');
  await page.getByRole('button', { name: say('record.views') }).click();
  await page.getByRole('button', { name: say('record.views.save') }).click();
  await page.getByRole('textbox', { name: say('record.views.name') }).fill('National ones');
  await page.getByRole('dialog').getByRole('button', { name: say('record.views.keep'), exact: true }).click();
  await page.getByRole('button', { name: 'National ones' }).waitFor();
  await look('views');
  await openPage(page, '/administration/files');
  await look('administration');
  expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();
  expect(faults).toEqual([]);
  expect(troubles.filter((trouble) => !trouble.includes('status of 422'))).toEqual([]);
});

journey('leads a stranger from a printed page to the sign-in and back', async ({ enter, product }) => {
  const { page } = await enter({ language: 'en' });
  await enterAs(page, product.output, 'reader');
  const id = await firstId(page, '/clusters?limit=1&sample=true');
  await page.context().clearCookies();
  await page.goto(`/print/clusters/${id}`);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Login name', { exact: true }).fill('sample-reader');
  await page.getByLabel('Password', { exact: true }).fill(samplePassword(product.output));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`**/print/clusters/${id}`);
  await page.getByRole('heading', { name: say('registry.print.members') }).waitFor();
});
