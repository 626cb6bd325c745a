import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs, samplePassword } from './support/sign-in.ts';
import { languages, wordsOf } from './support/words.ts';

const spoken = {
  'zh-CN': { login: '登录名', password: '密码', button: '登录', refusal: '登录名或密码不正确。' },
  en: { login: 'Login name', password: 'Password', button: 'Sign in', refusal: 'Login name or password is wrong.' },
} as const;

describe('signing in', () => {
  for (const language of languages) {
    journey(`a wrong password is refused in plain words, and the right one leads where the reader wanted to go (${language})`, async ({ enter, product }) => {
      const words = spoken[language];
      const { page } = await enter({ language });
      await page.goto('/organisations?q=%E6%A0%B7%E4%BE%8B');
      await page.waitForURL(/\/sign-in\?next=/);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const fill = async (login: string, password: string) => {
        await page.getByLabel(words.login, { exact: true }).fill(login);
        await page.getByLabel(words.password, { exact: true }).fill(password);
        await page.getByRole('button', { name: words.button, exact: true }).click();
      };
      await fill('sample-reader', 'not-the-password');
      const alert = page.getByRole('alert');
      await alert.getByText(words.refusal).waitFor();
      const refused = await alert.innerText();
      // Whether the name or the password is wrong is nobody's business.
      await fill('nobody-of-that-name', 'not-the-password');
      await page.waitForResponse((answer) => answer.url().endsWith('/api/v1/session') && answer.status() === 401);
      expect(await alert.innerText()).toBe(refused);
      expect(new URL(page.url()).pathname).toBe('/sign-in');
      await fill('sample-reader', samplePassword(product.output));
      await page.waitForURL((url) => url.pathname === '/organisations' && url.searchParams.get('q') === '样例');
      await page.getByRole('table').waitFor();
    });
  }

  journey('an empty form says what is missing, beside the fields', async ({ enter }) => {
    const { page } = await enter({ language: 'en' });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').getByRole('link').first().waitFor();
    expect(await page.getByLabel('Login name', { exact: true }).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Password', { exact: true }).getAttribute('aria-invalid')).toBe('true');
  });
});

describe('people and their rights', () => {
  journey('invited, let in, made territorial officer, and out of it again at the next click', async ({ enter, product }) => {
    const say = wordsOf('zh-CN');
    const { page: operator } = await enter({ language: 'zh-CN' });
    await enterAs(operator, product.output, 'operator');

    await operator.goto('/administration/people');
    await operator.getByRole('link', { name: say('identity.person.add') }).click();
    await operator.getByLabel(say('identity.column.name.zh')).fill('样例林知秋');
    await operator.getByLabel(say('identity.column.name.en')).fill('Sample Lin Zhiqiu');
    await operator.getByRole('button', { name: say('identity.person.addDo') }).click();
    await operator.getByRole('heading', { level: 1, name: '样例林知秋' }).waitFor();

    const grant = async (role: string, scope: { kind: string; search?: string; option?: RegExp }) => {
      await operator.getByRole('button', { name: say('identity.mandate.grant') }).click();
      const dialog = operator.getByRole('dialog');
      await dialog.getByLabel(say('identity.column.role')).selectOption({ label: say(`identity.role.${role}`) });
      const kind = dialog.getByLabel(say('identity.mandate.scopeKind'));
      if (await kind.isVisible()) await kind.selectOption({ label: say(`identity.scope.${scope.kind}`) });
      if (scope.search && scope.option) {
        await dialog.getByRole('combobox', { name: say(`identity.mandate.which.${scope.kind}`) }).fill(scope.search);
        await dialog.getByRole('option', { name: scope.option }).first().click();
      }
      await dialog.getByRole('button', { name: say('identity.mandate.grantDo') }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await grant('reader', { kind: 'space' });

    await operator.getByRole('button', { name: say('identity.person.invite'), exact: true }).click();
    const dialog = operator.getByRole('dialog');
    await dialog.getByRole('button', { name: say('identity.invite.do') }).click();
    const link = await dialog.getByLabel(say('identity.invite.link')).inputValue();
    expect(link).toMatch(/\/invitation\?token=/);

    // The guest opens the link on a machine of her own, in English.
    const english = wordsOf('en');
    const { page: guest } = await enter({ language: 'en' });
    await guest.goto(link);
    await guest.getByLabel(english('identity.login'), { exact: true }).fill('lin.zhiqiu');
    await guest.getByLabel(english('identity.password'), { exact: true }).fill('short');
    await guest.getByRole('button', { name: english('identity.invitation.accept') }).click();
    await guest.getByRole('alert').waitFor();
    await guest.getByLabel(english('identity.password'), { exact: true }).fill('a long enough password');
    await guest.getByRole('button', { name: english('identity.invitation.accept') }).click();
    await guest.waitForURL((url) => url.pathname === '/');
    await guest.getByRole('heading', { level: 1 }).waitFor();

    // The link serves once.
    const { page: second } = await enter({ language: 'en' });
    await second.goto(link);
    await second.getByLabel(english('identity.login'), { exact: true }).fill('somebody.else');
    await second.getByLabel(english('identity.password'), { exact: true }).fill('a long enough password');
    await second.getByRole('button', { name: english('identity.invitation.accept') }).click();
    await second.getByText(english('identity.invitation.dead')).waitFor();

    // A reader reads; administration and writing are not offered, and not given by address either.
    const rail = guest.getByRole('navigation', { name: english('web.rail'), exact: true });
    expect(await rail.getByRole('link', { name: english('identity.administration') }).count()).toBe(0);
    await guest.goto('/administration/people');
    await guest.getByText(english('web.state.noPermission.of', { thing: english('identity.people') })).waitFor();
    await guest.goto('/organisations/new');
    await guest.getByText(english('web.state.noPermission.of', { thing: english('registry.organisation.new') })).waitFor();

    // More rights, at once after a reload.
    await dialog.getByRole('button', { name: say('identity.invite.done') }).click();
    await grant('territorialOfficer', { kind: 'territory', search: '广东', option: /广东省/ });
    await guest.goto('/organisations');
    await guest.getByRole('link', { name: english('registry.organisation.new') }).first().waitFor();

    // The mandate ends while the officer's page is open; the next click finds the right gone.
    const held = operator.getByRole('row', { name: new RegExp(say('identity.role.territorialOfficer')) });
    await held.getByRole('button', { name: say('identity.mandate.end'), exact: true }).click();
    await operator.getByRole('dialog').getByRole('button', { name: say('identity.mandate.endDo') }).click();
    await operator.getByRole('dialog').waitFor({ state: 'hidden' });
    await guest.getByRole('link', { name: english('registry.organisation.new') }).first().click();
    await guest.getByText(english('web.state.noPermission.of', { thing: english('registry.organisation.new') })).waitFor();

    // All of it stands in the audit, and the chain is whole.
    await operator.goto('/administration/audit');
    await operator.getByRole('row').filter({ hasText: '样例林知秋' }).first().waitFor();
    await operator.getByRole('button', { name: say('identity.audit.verify') }).click();
    await operator.getByText(/条记录首尾相连，没有改动/).waitFor();
  });
});
