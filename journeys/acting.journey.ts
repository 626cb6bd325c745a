import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { journey } from './support/journey.ts';
import { enterAs } from './support/sign-in.ts';
import { wordsOf } from './support/words.ts';

const say = wordsOf('zh-CN');
const post = async (page: Page, path: string, data: object = {}): Promise<Record<string, string>> => (await page.request.post(`/api/v1${path}`, { data })).json() as Promise<Record<string, string>>;

describe('acting and handing over', () => {
  journey('a deputy acts in both names and decides as second person; somebody leaves and nothing is left behind', async ({ enter, product }) => {
    const { page: deputy } = await enter({ language: 'zh-CN' });
    await enterAs(deputy, product.output, 'territorial');
    await deputy.goto('/');
    await deputy.getByRole('button', { name: /样例·省市部门/ }).last().click();
    await deputy.getByText(say('web.acting.for', { holder: '样例·国家部门' })).click();
    const banner = deputy.getByRole('complementary', { name: say('web.acting') });
    await banner.getByText('样例·省市部门 代 样例·国家部门').waitFor();
    await deputy.goto('/approvals');
    await deputy.getByRole('row').filter({ hasText: '样例·借调人员' }).getByRole('link').first().click();
    await deputy.getByRole('button', { name: say('identity.approval.approve') }).click();
    await deputy.getByText('样例·省市部门 代 样例·国家部门').nth(1).waitFor();
    await deputy.getByText(say('identity.approvalState.approved')).first().waitFor();
    await banner.getByRole('button', { name: say('web.acting.leave') }).click();
    await banner.waitFor({ state: 'detached' });

    // Somebody with an account and a mandate leaves today; the evaluator takes over.
    const { page: operator } = await enter({ language: 'zh-CN' });
    await enterAs(operator, product.output, 'operator');
    const person = await post(operator, '/people', { name: { zh: '样例周远行', en: 'Sample Zhou' } });
    await post(operator, `/people/${person['id']}/mandates`, { role: 'reader', scopeKind: 'space' });
    const { token } = await post(operator, `/people/${person['id']}/invitations`);
    const { page: guest } = await enter({ language: 'zh-CN' });
    await post(guest, '/invitations/accept', { token: token ?? '', login: 'zhou.yuanxing', password: 'a long enough password' });
    const address = `/administration/people/${person['id']}/leaving`;
    await operator.goto(address);
    await operator.getByLabel(say('identity.leaving.lastDay')).fill(new Date().toISOString().slice(0, 10));
    await operator.getByRole('button', { name: say('identity.leaving.start') }).click();
    const line = operator.getByRole('row').filter({ hasText: say('identity.role.reader') });
    await line.getByRole('combobox').fill('样例·评估');
    await operator.getByRole('option', { name: '样例·评估人员' }).click();
    await operator.getByRole('button', { name: say('identity.leaving.save', { count: 1 }) }).click();
    await operator.getByRole('button', { name: say('identity.leaving.signForLeaver') }).click();
    const { page: successor } = await enter({ language: 'zh-CN' });
    await enterAs(successor, product.output, 'evaluator');
    await successor.goto(address);
    await successor.getByRole('button', { name: say('identity.leaving.signSuccessor') }).click();
    await successor.getByText(/已签/).nth(1).waitFor();
    await operator.reload();
    await operator.getByRole('button', { name: say('identity.leaving.complete') }).click();
    await operator.getByText(say('identity.leavingState.done')).first().waitFor();
    await operator.goto('/administration/orphans');
    await operator.getByRole('heading', { level: 1, name: say('identity.orphans') }).waitFor();
    expect(await operator.getByText('样例周远行').count()).toBe(0);
  });
});
