import { createInterface } from 'node:readline/promises';
import { addUser, setUserPassword } from '#modules/identity/index.ts';
import { loginSchema, newPasswordSchema } from '#modules/identity/identity.schema.ts';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { say } from '../tell.ts';
import { chooseSpace, withProduct, type Command, type CommandCall } from './command.ts';

/** From the environment, or the first line of standard input: never from the arguments, which other users can list. */
async function readPassword(): Promise<string> {
  const given = process.env['CLUSTERLOOM_PASSWORD'];
  const lines = createInterface({ input: process.stdin });
  if (!given && process.stdin.isTTY) process.stderr.write('New password / 新密码: ');
  const password = given ?? (await lines[Symbol.asyncIterator]().next()).value ?? '';
  lines.close();
  if (newPasswordSchema.safeParse(password).success) return password;
  throw new PlainProblem('passwordTooSimple', { en: 'The password needs at least 10 characters, not one repeated.', zh: '密码至少 10 个字符，且不能只是同一个字符的重复。' });
}

function readLogin(call: CommandCall): string {
  const login = loginSchema.safeParse(call.positionals[1] ?? '');
  if (login.success) return login.data;
  throw new PlainProblem('usage', { en: 'Give a login name of letters, digits and . _ @ + -', zh: '请给出登录名，可用字母、数字和 . _ @ + -' });
}

export const userCommand: Command = {
  usage: 'add LOGIN [--name NAME] [--role operator] | password LOGIN',
  summary: { en: 'Add a person with a mandate over the space, or set a password', zh: '新增人员并授权，或重设密码' },
  options: { name: { type: 'string' }, role: { type: 'string' } },
  run: (call) =>
    withProduct(call, async (product) => {
      const verb = call.positionals[0];
      if (verb !== 'add' && verb !== 'password') throw new PlainProblem('usage', { en: 'Say user add LOGIN, or user password LOGIN.', zh: '用法：user add 登录名，或 user password 登录名。' });
      const login = readLogin(call);
      const spaceWide = ['operator', 'nationalOfficer', 'expert', 'evaluator', 'reader'] as const;
      const role = spaceWide.find((known) => known === (call.values['role'] ?? 'operator'));
      if (!role) throw new PlainProblem('usage', { en: `Roles for a whole space: ${spaceWide.join(', ')}`, zh: `可授予整个空间的角色：${spaceWide.join('、')}` });
      const spaceId = await chooseSpace(product, call.values['space']);
      const password = await readPassword();
      const done = await product.asSystem(spaceId, (context) =>
        verb === 'password'
          ? setUserPassword(context, login, password)
          : addUser(context, { login, password, name: { zh: String(call.values['name'] ?? login) }, mandate: { role, scopeKind: 'space', scopeId: null } }),
      );
      if (!done) throw new PlainProblem('loginTaken', verb === 'add' ? { en: `${login} is taken.`, zh: `${login} 已被使用。` } : { en: `There is no account ${login}.`, zh: `没有账号 ${login}。` });
      say(verb === 'add' ? `${login}: added / 已新增` : `${login}: password set / 密码已重设`);
    }),
};
