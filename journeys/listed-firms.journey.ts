import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { describeWithShared, sharedPath } from '../test/shared.ts';
import { journey } from './support/journey.ts';
import { startProduct, type Product } from './support/product.ts';
import { signIn } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const folder = ['data', 'firms-cn-listed'] as const;
const place = 'Shenzhen';
const industry = 'Electronic Equipment, Instruments & Components';
const patience = { timeout: 60_000 };

type Row = Record<'country' | 'city' | 'industry' | 'name', string>;
const count = (rows: readonly Row[], test: (row: Row) => boolean): number => rows.filter(test).length;

async function reread(page: Page): Promise<number> {
  const answer = await page.request.get('/api/v1/organisations?limit=1');
  return ((await answer.json()) as { total: number }).total;
}

async function clustersInCockpit(page: Page): Promise<number> {
  await page.goto('/cockpit');
  const figure = page.getByRole('main').getByRole('button', { name: /集群数/ });
  return Number((await figure.innerText()).replace(/·.*/su, '').replaceAll(/\D/g, ''));
}

describeWithShared('the listed firms of China', [[...folder, 'firms.csv'].join('/')], () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.stop());

  journey('from a file to a cluster in a space of one’s own, with every row accounted for', async ({ enter }) => {
    const say = wordsOf('zh-CN');
    const rows = Papa.parse<Row>(readFileSync(sharedPath(...folder, 'firms.csv'), 'utf8'), { header: true, skipEmptyLines: true }).data;
    const expected = JSON.parse(readFileSync(sharedPath(...folder, 'expected_counts.json'), 'utf8')) as { rows: number; cities: number };
    const wanted = count(rows, (row) => row.country === 'China' && row.city === place && row.industry === industry);
    expect(wanted).toBeGreaterThan(20);
    const { page, troubles } = await enter({ language: 'zh-CN' }, product.address);

    // A space of one's own, with the published facts.
    await signIn(page, product.output(), 'operator');
    await page.goto('/administration/spaces');
    await page.getByRole('textbox', { name: say('identity.space.nameZh') }).fill('粤东集群名册');
    await page.getByRole('textbox', { name: say('identity.space.nameEn') }).fill('Clusters of the East');
    expect(await page.getByRole('checkbox', { name: say('identity.space.withPack') }).isChecked()).toBe(true);
    await page.getByRole('button', { name: say('identity.space.startDo') }).click();
    await page.waitForURL((url) => url.pathname === '/', patience);
    await page.getByRole('banner').getByText('粤东集群名册').waitFor(patience);
    const before = await reread(page);

    // The file: read, columns understood, checked.
    await page.goto('/imports');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: say('intake.drop.choose') }).click()]);
    await chooser.setFiles(sharedPath(...folder, 'firms.csv'));
    await page.waitForURL(/\/imports\/.+/, patience);
    await page.getByRole('button', { name: say('intake.check') }).click();
    const account = page.getByRole('region', { name: say('intake.account.title', { count: rows.length }) });
    await account.waitFor(patience);

    // 3,876 rows, each in one group, and the file's own filter gives its own numbers.
    expect(rows).toHaveLength(3876);
    const groups = (await account.getByRole('button').allInnerTexts()).map((text) => Number(/(\d[\d\s]*)$/.exec(text.trim())?.[1]?.replaceAll(/\s/g, '')));
    // Two of the 3,184 with one place may be organisations of the reference pack: they are not written until somebody says.
    expect(groups.toSorted((one, other) => other - one)).toEqual([3182, 258, 201, 172, 41, 19, 2, 1]);
    expect(groups.reduce((sum, each) => sum + each)).toBe(rows.length);
    await page.getByText(say('intake.tally.sum', { rows: expected.rows, distinct: expected.cities })).waitFor();

    // One answer settles every row that writes the place this way.
    const open = page.getByRole('group', { name: 'Suzhou' });
    await open.getByRole('radio', { name: /江苏/ }).click();
    await open.getByText(say('intake.questions.answered')).waitFor();
    await open.getByRole('button', { name: say('intake.questions.rows', { count: 67 }) }).click();
    await page.getByRole('grid', { name: say('intake.rows.title') }).getByRole('gridcell', { name: /^Suzhou/ }).first().waitFor();

    // Written whole, and undo is offered.
    const apply = page.getByRole('button', { name: new RegExp(`^${say('intake.apply', { count: '0' }).replace('0', '[\\d\\s]+')}$`) });
    await apply.first().click();
    await page.getByRole('dialog').getByRole('button', { name: say('intake.apply', { count: '0' }).split('0')[0] ?? '' }).click();
    const result = page.getByRole('region', { name: say('intake.result.title') });
    await result.waitFor(patience);
    await page.getByRole('button', { name: say('intake.undo') }).waitFor();
    const batch = (await (await page.request.get(`/api/v1/import-batches/${page.url().split('/').at(-1)?.split('?')[0] ?? ''}`)).json()) as { outcome: { created: number } };
    const written = batch.outcome.created;
    expect(rows.length - 258 - 1 - written).toBe(2);
    expect(await reread(page)).toBe(before + written);

    // On the map: those with one place are counted by their province; none is placed by guess.
    await result.getByRole('link', { name: say('intake.result.map') }).click();
    const map = page.getByRole('application');
    await map.waitFor();
    const said = (await page.locator('section.map .caption').last().innerText()).replaceAll(/\u00a0/g, '');
    expect(said).toContain(String(written));

    // The batch stands among the filters and can be taken off.
    await page.getByRole('search').getByText(say('registry.cluster.importBatch'), { exact: true }).waitFor();

    // Place × industry, by the chips over the list.
    const chip = (label: string) => page.getByRole('search').getByRole('button', { name: new RegExp(`^${label}`) });
    await chip(say('registry.field.territory')).click();
    await page.getByRole('group', { name: say('registry.field.territory') }).getByRole('searchbox').fill('深圳市');
    await page.getByRole('group', { name: say('registry.field.territory') }).getByRole('button', { name: /^深圳市/ }).first().click();
    await chip(say('registry.field.industryLabel')).click();
    await page.getByRole('group', { name: say('registry.field.industryLabel') }).getByText(industry, { exact: true }).click();
    const form = page.getByRole('link', { name: say('registry.organisation.formCluster', { count: wanted }) });
    await form.click();

    const clusters = await clustersInCockpit(page);
    await page.goBack();

    // A cluster out of the filter; its profile counts, lists and maps its members.
    await page.getByRole('textbox', { name: say('registry.field.name.zh') }).fill('深圳电子元器件集群');
    await page.getByRole('button', { name: say('registry.cluster.form.submit', { count: wanted }) }).click();
    await page.getByRole('heading', { level: 1, name: '深圳电子元器件集群' }).waitFor(patience);
    const profile = page.url();
    await page.getByRole('application').waitFor();
    await page.getByRole('tab', { name: say('registry.cluster.members') }).click();
    await page.getByRole('tabpanel').getByText(say('web.list.shown', { shown: Math.min(wanted, 50), count: wanted })).waitFor();

    // The cockpit counts one more; a figure of the profile says where it comes from.
    expect(await clustersInCockpit(page)).toBe(clusters + 1);
    await page.goto(profile);
    await page.getByRole('main').locator('[data-trace]').first().click();
    const trace = page.getByRole('complementary', { name: say('web.trace') });
    await trace.getByRole('heading', { name: say('web.trace.definition') }).waitFor();
    await page.keyboard.press('Escape');

    // The sample goes; what is one's own stays as it was.
    const own = await reread(page);
    await page.goto('/administration/spaces');
    await page.getByRole('button', { name: say('identity.space.remove') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('样例');
    await dialog.getByRole('button', { name: say('identity.space.removeDo') }).click();
    await dialog.waitFor({ state: 'hidden', ...patience });
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: say('identity.space.isSample') }).count()).toBe(0);
    await page.goto(profile);
    await page.getByRole('heading', { level: 1, name: '深圳电子元器件集群' }).waitFor();
    expect(await reread(page)).toBe(own);
    expect(troubles).toEqual([]);
  });
});
