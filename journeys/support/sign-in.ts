import type { Page } from 'playwright-core';

export const roleLogins = ['operator', 'national', 'territorial', 'chain', 'cluster', 'firm', 'expert', 'evaluator', 'reader'] as const;
export type RoleLogin = (typeof roleLogins)[number];

const words = {
  'zh-CN': { login: '登录名', password: '密码', button: '登录' },
  en: { login: 'Login name', password: 'Password', button: 'Sign in' },
} as const;

/** The password of the sample people, as the product printed it at its start. */
export function samplePassword(output: string): string {
  const found = /password: (\S+)/.exec(output)?.[1];
  if (!found) throw new Error(`The product printed no sample password.\n${output}`);
  return found;
}

/** Signs in as a person would, on the sign-in page. */
export async function signIn(page: Page, output: string, login: RoleLogin | string, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  const text = words[language];
  await page.goto('/sign-in');
  await page.getByLabel(text.login, { exact: true }).fill(login.includes('-') || !roleLogins.some((known) => known === login) ? login : `sample-${login}`);
  await page.getByLabel(text.password, { exact: true }).fill(samplePassword(output));
  await page.getByRole('button', { name: text.button, exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  if (await stayInSample(page)) await page.reload();
}

/** Another journey may have given this account a space of its own, which sign-in prefers. True when it had to be left. */
async function stayInSample(page: Page): Promise<boolean> {
  const session = (await (await page.request.get('/api/v1/session')).json()) as { space: { id: string } | null; spaces: { id: string; kind: string }[] };
  const sample = session.spaces.find((space) => space.kind === 'sample');
  if (!sample || session.space?.id === sample.id) return false;
  await page.request.put('/api/v1/session/space', { data: { spaceId: sample.id } });
  return true;
}

/** Signs in behind the page, where the sign-in itself is not the story. */
export async function enterAs(page: Page, output: string, login: RoleLogin): Promise<void> {
  const answer = await page.request.post('/api/v1/session', { data: { login: `sample-${login}`, password: samplePassword(output) } });
  if (!answer.ok()) throw new Error(`sign-in of ${login}: ${answer.status()} ${await answer.text()}`);
  await stayInSample(page);
}

/** First record of a list, for pages that show one. */
export async function firstId(page: Page, path: string): Promise<string> {
  const answer = await page.request.get(`/api/v1${path}`);
  const body = (await answer.json()) as { items?: { id: string }[] };
  const id = body.items?.[0]?.id;
  if (!id) throw new Error(`${path} has no record: ${answer.status()}`);
  return id;
}
