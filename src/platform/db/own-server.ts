import pg from 'pg';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { trustArraySearch } from './array-search.ts';
import { appRole } from './embedded/roles.ts';

export const oldestVersion = 15;

/**
 * A server of the user's own. One address is given, so the same login owns the tables and serves the requests; the
 * latter start with the role `clusterloom_app`, which row-level security binds.
 */
export function ownServerConfigs(databaseUrl: string): { ownerConfig: pg.PoolConfig; appConfig: pg.PoolConfig } {
  // Not read as a URL: `postgresql://name@/database?host=/run/postgresql` is usual here and is none.
  const [address = '', query = ''] = databaseUrl.split('?');
  const parameters = new URLSearchParams(query);
  const given = parameters.get('options');
  parameters.set('options', `${given ? `${given} ` : ''}-c role=${appRole}`);
  const appAddress = `${address}?${parameters.toString().replaceAll('+', '%20')}`;
  return { ownerConfig: { connectionString: databaseUrl }, appConfig: { connectionString: appAddress } };
}

/** Checks version and encoding, and makes sure of the app role. Returns the server's version. */
export async function prepareOwnServer(owner: pg.Pool): Promise<string> {
  const facts = await owner
    .query<{ number: number; version: string; encoding: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
    )
    .catch((error: unknown) => {
      throw unreachable(error as Error);
    });
  const { number = 0, version = '', encoding = '' } = facts.rows[0] ?? {};
  if (number < oldestVersion * 10_000) throw tooOld(version);
  if (encoding !== 'UTF8') throw wrongEncoding(encoding);
  await ensureAppRole(owner);
  await trustArraySearch(owner);
  return version;
}

async function ensureAppRole(owner: pg.Pool): Promise<void> {
  const role = await owner.query<{ powerful: boolean; member: boolean }>(
    `select rolsuper or rolbypassrls as powerful, pg_has_role(current_user, oid, 'member') as member from pg_roles where rolname = $1`,
    [appRole],
  );
  if (role.rows[0]?.powerful) throw tooPowerful();
  try {
    if (role.rowCount === 0) await owner.query(`create role ${appRole} nologin nosuperuser nobypassrls nocreaterole nocreatedb`);
    if (!role.rows[0]?.member) await owner.query(`grant ${appRole} to current_user`);
  } catch (error) {
    const user = await owner.query<{ name: string }>('select quote_ident(current_user) as name');
    throw roleMissing(user.rows[0]?.name ?? '', error);
  }
}

function unreachable(error: Error): PlainProblem {
  const reason = error.message || (error as NodeJS.ErrnoException).code || error.name;
  return new PlainProblem(
    'databaseUnreachable',
    { en: `The database in DATABASE_URL does not answer: ${reason}`, zh: `无法连接 DATABASE_URL 指定的数据库：${reason}` },
    error,
  );
}

function tooOld(version: string): PlainProblem {
  return new PlainProblem('databaseTooOld', {
    en: `The database in DATABASE_URL is PostgreSQL ${version}; version ${oldestVersion} or newer is needed.`,
    zh: `DATABASE_URL 指定的数据库为 PostgreSQL ${version}，需要 ${oldestVersion} 或更高版本。`,
  });
}

function wrongEncoding(encoding: string): PlainProblem {
  return new PlainProblem('databaseEncoding', {
    en: `The database in DATABASE_URL stores text as ${encoding}; create it with encoding UTF8.`,
    zh: `DATABASE_URL 指定的数据库编码为 ${encoding}，请以 UTF8 编码新建数据库。`,
  });
}

function tooPowerful(): PlainProblem {
  return new PlainProblem('appRoleTooPowerful', {
    en: `The role ${appRole} must not be a superuser or bypass row-level security. Run: ALTER ROLE ${appRole} NOSUPERUSER NOBYPASSRLS;`,
    zh: `角色 ${appRole} 不得为超级用户，也不得绕过行级安全。请执行：ALTER ROLE ${appRole} NOSUPERUSER NOBYPASSRLS;`,
  });
}

function roleMissing(user: string, cause: unknown): PlainProblem {
  const commands = `CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO ${user};`;
  return new PlainProblem(
    'appRoleMissing',
    {
      en: `The database user in DATABASE_URL may not set up the role ${appRole}. Ask the database administrator to run: ${commands}`,
      zh: `DATABASE_URL 中的数据库用户无权设置角色 ${appRole}。请由数据库管理员执行：${commands}`,
    },
    cause,
  );
}
