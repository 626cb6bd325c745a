import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { faultsOf } from './support/look.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf, type Say } from './support/words.ts';

const password = 'a long enough password';

/** Somebody fresh with an account, so that no other journey meets a second factor. */
async function newReader(operator: Page, output: string, login: string): Promise<string> {
  await enterAs(operator, output, 'operator');
  const post = async (path: string, data?: object) => (await operator.request.post(`/api/v1${path}`, data ? { data } : {})).json();
  const { id } = await post('/people', { name: { zh: '样例周映', en: 'Sample Zhou Ying' } });
  await post(`/people/${id}/mandates`, { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' });
  const { token } = await post(`/people/${id}/invitations`);
  const accepted = await operator.context().browser()?.newContext();
  const answer = await accepted?.request.post(new URL('/api/v1/invitations/accept', operator.url()).href, { data: { token, login, password } });
  expect(answer?.status()).toBe(201);
  await accepted?.close();
  return id;
}

/** Codes of the next half minute are good already: no need to wait for a fresh one. */
const codeOf = (secret: string, ahead = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 });

async function signIn(page: Page, say: Say, login: string): Promise<void> {
  await page.getByLabel(say('identity.login'), { exact: true }).fill(login);
  await page.getByLabel(say('identity.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('identity.signIn.do'), exact: true }).click();
}

describe('a second factor', () => {
  journey('is set up with an app, asked for at sign-in, and another session is signed out from the account page', async ({ enter, product }) => {
    const say = wordsOf('en');
    const login = `zhou.ying.${Date.now()}`;
    const { page: operator } = await enter({ language: 'zh-CN' });
    await operator.goto('/sign-in');
    const personId = await newReader(operator, product.output, login);

    const { page } = await enter({ language: 'en' });
    await page.goto('/account');
    await page.waitForURL(/\/sign-in\?next=/);
    await signIn(page, say, login);
    await page.waitForURL((url) => url.pathname === '/account');
    await page.getByRole('button', { name: say('identity.factor.set') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('identity.password.current')).fill(password);
    await dialog.getByRole('button', { name: say('identity.factor.begin') }).click();
    await dialog.getByRole('img', { name: say('identity.factor.picture') }).waitFor();
    const secret = await dialog.locator('code').innerText();
    await dialog.getByLabel(say('identity.factor.code'), { exact: true }).fill('000000');
    await dialog.getByRole('button', { name: say('identity.factor.confirm') }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel(say('identity.factor.code'), { exact: true }).fill(codeOf(secret));
    await dialog.getByRole('button', { name: say('identity.factor.confirm') }).click();
    await dialog.getByRole('button', { name: say('identity.factor.kept') }).waitFor();
    expect(await dialog.getByRole('list', { name: say('identity.factor.codes') }).getByRole('listitem').count()).toBe(10);
    await dialog.getByRole('button', { name: say('identity.factor.kept') }).click();
    await page.getByText(say('identity.factor.on'), { exact: true }).waitFor();
    expect(await faultsOf(page)).toEqual([]);

    // On another machine the password alone is not enough, and the wish survives both steps.
    const { page: phone } = await enter({ language: 'en' });
    await phone.goto('/clusters');
    await phone.waitForURL(/\/sign-in\?next=/);
    await signIn(phone, say, login);
    await phone.getByRole('heading', { name: say('identity.factor.step') }).waitFor();
    await phone.getByLabel(say('identity.factor.code'), { exact: true }).fill(codeOf(secret, 1));
    await phone.getByRole('button', { name: say('identity.signIn.do'), exact: true }).click();
    await phone.waitForURL((url) => url.pathname === '/clusters');

    // The first machine signs the other one out.
    await page.reload();
    const sessions = page.getByRole('table', { name: say('identity.sessions') });
    await sessions.getByText(say('identity.session.current')).waitFor();
    await page.getByRole('button', { name: say('identity.sessions.endOthers') }).click();
    await page.getByRole('button', { name: say('identity.sessions.endOthers') }).waitFor({ state: 'hidden' });
    await phone.reload();
    await phone.waitForURL(/\/sign-in\?next=/);

    // Whoever administers security sees it and may reset it.
    const chinese = wordsOf('zh-CN');
    await operator.goto(`/administration/people/${personId}`);
    await operator.getByRole('tab', { name: chinese('identity.signInState') }).click();
    await operator.getByRole('button', { name: chinese('identity.signInState.reset') }).click();
    await operator.getByRole('button', { name: chinese('identity.signInState.reset') }).waitFor({ state: 'hidden' });
    await operator.goto('/administration/security');
    await operator.getByRole('button', { name: chinese('identity.rules.save') }).waitFor();
    expect(await faultsOf(operator)).toEqual([]);
  });
});
