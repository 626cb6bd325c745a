import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

describe('levels of data', () => {
  journey('a sensitive list carries name and time, leaves only after a second person agreed, and marked material stays out', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    const { person } = (await (await page.request.get('/api/v1/session')).json()) as { person: { name: { en: string } } };
    await page.goto('/administration/people');
    await page.getByRole('table').waitFor();
    const mark = page.locator('.watermark');
    await mark.waitFor({ state: 'attached' });
    expect(await mark.innerText()).toContain(person.name.en);
    expect(await mark.evaluate((element) => getComputedStyle(element).pointerEvents)).toBe('none');
    await page.emulateMedia({ media: 'print' });
    expect(await mark.evaluate((element) => getComputedStyle(element).display)).not.toBe('none');
    await page.emulateMedia({ media: 'screen' });

    const exportCsv = async () => {
      await page.getByRole('button', { name: say('web.export'), exact: true }).click();
      await page.getByRole('button', { name: 'CSV', exact: true }).click();
    };
    await exportCsv();
    const dialog = page.getByRole('dialog', { name: say('web.export.ask') });
    await dialog.getByLabel(say('web.export.reason')).fill('Invitations to the annual meeting');
    await dialog.getByRole('button', { name: say('web.export.ask') }).click();
    await dialog.getByText(say('web.export.waits')).waitFor();

    const { page: second } = await enter({ language: 'en' });
    await enterAs(second, product.output, 'national');
    const waiting = (await (await second.request.get('/api/v1/approvals')).json()) as { items: { id: string; kind: string; version: number }[] };
    const approval = waiting.items.find((each) => each.kind === 'export.fetch');
    const agreed = await second.request.post(`/api/v1/approvals/${approval?.id}/approval`, { data: {}, headers: { 'if-match': `"v${approval?.version}"` } });
    expect(agreed.status()).toBe(200);

    await page.reload();
    await page.getByRole('table').waitFor();
    const download = page.waitForEvent('download');
    await exportCsv();
    const table = readFileSync((await (await download).path()) ?? '', 'utf8');
    expect(table.split('\r\n')[0]).toMatch(/Exported by,Exported at$/);
    await page.goto('/administration/exports');
    await page.getByRole('table').first().getByText('Invitations to the annual meeting').waitFor();

    await page.goto('/imports');
    await page.getByText(/State secrets are forbidden/).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('名称,密级\n甲厂,机密★5年\n') });
    await page.getByRole('alert').getByText(/the mark “机密”/).waitFor();
    const { items } = (await (await page.request.get('/api/v1/import-batches')).json()) as { items: { fileName: string }[] };
    expect(items.map((each) => each.fileName)).not.toContain('list.csv');
  });
});
