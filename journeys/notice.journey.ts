import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs, samplePassword } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

describe('notices', () => {
  journey('a mandate that was granted waits at the bell, is seen when opened, and its link survives the sign-in', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page } = await enter({ language: 'zh-CN' });
    await enterAs(page, product.output, 'evaluator');
    const { items } = (await (await page.request.get('/api/v1/notices?state=unseen')).json()) as { items: { id: string; kind: string }[] };
    const granted = items.find((item) => item.kind === 'identity.mandateGranted')?.id ?? '';
    await page.request.delete('/api/v1/session');

    // As from a message on a phone: nobody is signed in yet.
    await page.goto(`/go/${granted}`);
    await page.waitForURL(/\/sign-in\?next=/);
    await page.getByLabel(say('identity.login'), { exact: true }).fill('sample-evaluator');
    await page.getByLabel(say('identity.password'), { exact: true }).fill(samplePassword(product.output));
    await page.getByRole('button', { name: say('identity.signIn.do'), exact: true }).click();
    await page.waitForURL((url) => url.pathname === '/account');
    // Opened is seen.
    const isUnseen = async () => ((await (await page.request.get('/api/v1/notices?state=unseen')).json()) as { items: { id: string }[] }).items.some((item) => item.id === granted);
    await expect.poll(isUnseen).toBe(false);
    const bell = page.getByRole('banner').getByRole('button', { name: new RegExp(`^${say('notice.bell')}`) });
    await bell.click();
    const panel = page.getByRole('group', { name: say('notice.mine') });
    await panel.getByText(say('identity.role.evaluator')).first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.closest('.notice-line') !== null)).toBe(true);
    await panel.getByRole('link', { name: say('notice.settings') }).click();

    // Duties stay as they are; the rest is chosen.
    await page.getByText(say('notice.locked.why')).waitFor();
    const group = page.getByRole('group', { name: new RegExp(say('notice.group.registry')) });
    await group.getByText(say('notice.choice.daily')).click();
    await page.getByRole('button', { name: say('notice.settings.save') }).click();
    await page.getByText(say('notice.settings.saved')).waitFor();
    await page.reload();
    expect(await group.getByLabel(say('notice.choice.daily')).isChecked()).toBe(true);
  });

  journey('the operator adds a channel that can not be reached, tries it and reads why in the log', async ({ enter, product }) => {
    const say = wordsOf('en');
    const { page } = await enter({ language: 'en' });
    await enterAs(page, product.output, 'operator');
    await page.goto('/administration/channels');
    await page.getByRole('button', { name: say('notice.channel.add') }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('notice.channel.kind')).selectOption('webhook');
    await dialog.getByLabel(say('notice.channel.name.en')).fill('Sample hook');
    await dialog.getByLabel(say('notice.setting.url')).fill('http://127.0.0.1:9/hook');
    await dialog.getByLabel(say('notice.secret.signingKey')).fill('sample signing key');
    await dialog.getByRole('button', { name: say('notice.channel.save') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: say('notice.channel.test') }).click();
    // A worker sends it when its turn comes.
    await page.getByText(say('notice.failure.innerAddress')).first().waitFor({ timeout: 60_000 });
    await page.goto('/administration/deliveries');
    await page.getByRole('row').filter({ hasText: say('notice.purpose.test') }).filter({ hasText: say('notice.failure.innerAddress') }).waitFor();
    await page.goto('/administration/channels');
    await page.getByRole('button', { name: say('notice.channel.remove') }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('notice.channel.remove') }).click();
    await page.getByText(say('notice.channels.empty')).waitFor();
  });
});
