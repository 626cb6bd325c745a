import { join, resolve } from 'node:path';
import { isHostEntry } from '#platform/http/address-guard.ts';
import type { ImportLimits } from '#platform/files/import-limits.schema.ts';
import { levels, type Level } from '#platform/level/level.schema.ts';
import { readImportLimits } from './import-limits.ts';
import { readOidc, type OidcConfig } from './oidc-config.ts';
import { PlainProblem } from './plain-problem.ts';

export interface Config {
  port: number;
  host: string;
  /** A server of the user's own; null runs the embedded one. */
  databaseUrl: string | null;
  /** Absolute; the embedded database and uploaded files live below it. */
  dataDirectory: string;
  /** The address people type, when a proxy stands in front; decides links and secure cookies. */
  publicUrl: string | null;
  logLevel: LogLevel;
  /** Requests a minute from one session or address. */
  rateLimitPerMinute: number;
  /** Checks every answer against its schema; for tests, it costs throughput. */
  checkAnswers: boolean;
  /** The provider people may sign in through. */
  oidc: OidcConfig | null;
  /** Where the installation key comes from; null reads or makes the key file in the data folder. */
  secret: string | null;
  /** For the sample's people; made at the first start when it is not given. */
  samplePassword: string | null;
  /** Names and addresses inside the own network that outgoing calls (webhooks, gateways, sign-in providers) may reach. */
  allowHosts: readonly string[];
  /** The level of data that this installation may hold at most. */
  level: Level;
  backup: BackupPlan;
  /** Bytes that are left free on the disk of the data: below them nothing is saved, and reading goes on. */
  storageReserve: number;
  /** How much a file may hold that somebody imports. */
  importLimits: ImportLimits;
  /** Lets a monitor read /metrics from elsewhere; null leaves it to this machine. */
  metricsToken: string | null;
}

/** Backups while the product serves. Without a directory there are none, and no log of changes is kept for a point in time. */
export interface BackupPlan {
  /** Absolute; better on another disk than the data. */
  directory: string | null;
  /** Time of day on the machine's own clock, `HH:MM`. */
  at: string;
  /** So many are kept. */
  keep: number;
  /** Before the schema changes; only somebody with backups of their own switches it off. */
  beforeUpgrade: boolean;
}

/** Where backups are when no place was named: beside the data, which is better than none and worse than another disk. */
export const backupRoot = (config: Pick<Config, 'backup' | 'dataDirectory'>): string => config.backup.directory ?? join(config.dataDirectory, 'backups');

const logLevels = ['silent', 'error', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

type Environment = Record<string, string | undefined>;

/** Reads and checks the environment. Names and defaults are a promise to scripts: see the operations guide. */
export function readConfig(environment: Environment = process.env, directory: string = process.cwd()): Config {
  const publicUrl = readPublicUrl(environment['CLUSTERLOOM_PUBLIC_URL']);
  const allowHosts = readAllowHosts(environment['CLUSTERLOOM_ALLOW_HOSTS']);
  return {
    port: readPort(environment['PORT']),
    host: filled(environment['HOST']) ?? '127.0.0.1',
    databaseUrl: readDatabaseUrl(environment['DATABASE_URL']),
    dataDirectory: resolve(directory, filled(environment['CLUSTERLOOM_DATA']) ?? '.clusterloom'),
    publicUrl,
    logLevel: readLogLevel(environment['CLUSTERLOOM_LOG']),
    rateLimitPerMinute: readRateLimit(environment['CLUSTERLOOM_RATE_LIMIT']),
    checkAnswers: filled(environment['CLUSTERLOOM_CHECK_ANSWERS']) === '1',
    secret: readSecret(environment['CLUSTERLOOM_SECRET']),
    samplePassword: filled(environment['CLUSTERLOOM_SAMPLE_PASSWORD']) ?? null,
    allowHosts,
    oidc: readOidc(environment, publicUrl, allowHosts),
    level: readLevel(environment['CLUSTERLOOM_LEVEL']),
    backup: readBackupPlan(environment, directory),
    storageReserve: readStorageReserve(environment['CLUSTERLOOM_STORAGE_RESERVE_MB']),
    importLimits: readImportLimits(environment),
    metricsToken: readMetricsToken(environment['CLUSTERLOOM_METRICS_TOKEN']),
  };
}

/** An empty variable means the same as an absent one. */
function filled(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed ? trimmed : undefined;
}

function readPort(value: string | undefined): number {
  const text = filled(value) ?? '8080';
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new PlainProblem('portInvalid', {
    en: `PORT must be a whole number from 0 to 65535; it is "${text}".`,
    zh: `PORT 须为 0 到 65535 之间的整数，当前为“${text}”。`,
  });
}

function readStorageReserve(value: string | undefined): number {
  const text = filled(value) ?? '96';
  if (/^\d{1,7}$/.test(text)) return Number(text) * 1024 * 1024;
  throw new PlainProblem('storageReserveInvalid', {
    en: `CLUSTERLOOM_STORAGE_RESERVE_MB must be a whole number of megabytes; it is "${text}".`,
    zh: `CLUSTERLOOM_STORAGE_RESERVE_MB 须为以 MB 计的整数，当前为“${text}”。`,
  });
}

function readMetricsToken(value: string | undefined): string | null {
  const text = filled(value);
  if (text === undefined) return null;
  if (/^[\w.~+/=-]{16,}$/.test(text)) return text;
  throw new PlainProblem('metricsTokenInvalid', {
    en: 'CLUSTERLOOM_METRICS_TOKEN must have at least 16 letters or digits.',
    zh: 'CLUSTERLOOM_METRICS_TOKEN 须至少为 16 位字母或数字。',
  });
}

function readBackupPlan(environment: Environment, directory: string): BackupPlan {
  const folder = filled(environment['CLUSTERLOOM_BACKUP_DIR']);
  const at = filled(environment['CLUSTERLOOM_BACKUP_AT']) ?? '02:30';
  const keep = filled(environment['CLUSTERLOOM_BACKUP_KEEP']) ?? '7';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) {
    throw new PlainProblem('backupAtInvalid', {
      en: `CLUSTERLOOM_BACKUP_AT must be a time of day such as 02:30; it is "${at}".`,
      zh: `CLUSTERLOOM_BACKUP_AT 应为 02:30 这样的时刻，当前为“${at}”。`,
    });
  }
  if (!/^[1-9]\d{0,2}$/.test(keep)) {
    throw new PlainProblem('backupKeepInvalid', {
      en: `CLUSTERLOOM_BACKUP_KEEP must be a whole number from 1 to 999; it is "${keep}".`,
      zh: `CLUSTERLOOM_BACKUP_KEEP 须为 1 到 999 之间的整数，当前为“${keep}”。`,
    });
  }
  return { directory: folder === undefined ? null : resolve(directory, folder), at, keep: Number(keep), beforeUpgrade: filled(environment['CLUSTERLOOM_UPGRADE_BACKUP']) !== '0' };
}

function readRateLimit(value: string | undefined): number {
  const text = filled(value) ?? '1200';
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= 10 && limit <= 10_000_000) return limit;
  throw new PlainProblem('rateLimitInvalid', {
    en: `CLUSTERLOOM_RATE_LIMIT must be a whole number from 10 to 10000000; it is "${text}".`,
    zh: `CLUSTERLOOM_RATE_LIMIT 须为 10 到 10000000 之间的整数，当前为“${text}”。`,
  });
}

function readSecret(value: string | undefined): string | null {
  const text = filled(value);
  if (text === undefined || text.length >= 32) return text ?? null;
  throw new PlainProblem('secretTooShort', {
    en: 'CLUSTERLOOM_SECRET must have at least 32 characters. Leave it out to use the key file that the first start makes.',
    zh: 'CLUSTERLOOM_SECRET 须至少 32 个字符。不设置则使用首次启动时生成的密钥文件。',
  });
}

function readDatabaseUrl(value: string | undefined): string | null {
  const text = filled(value);
  if (text === undefined) return null;
  if (/^postgres(ql)?:\/\//.test(text)) return text;
  // The value itself may hold a password, so it is not repeated.
  throw new PlainProblem('databaseUrlInvalid', {
    en: 'DATABASE_URL must look like postgresql://user:password@host:5432/database. Leave it out to use the built-in database.',
    zh: 'DATABASE_URL 的格式应为 postgresql://用户:密码@主机:5432/数据库名。不设置则使用内置数据库。',
  });
}

function readPublicUrl(value: string | undefined): string | null {
  const text = filled(value);
  if (text === undefined) return null;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new PlainProblem('publicUrlInvalid', {
    en: `CLUSTERLOOM_PUBLIC_URL must start with http:// or https://; it is "${text}".`,
    zh: `CLUSTERLOOM_PUBLIC_URL 须以 http:// 或 https:// 开头，当前为“${text}”。`,
  });
}

function readAllowHosts(value: string | undefined): readonly string[] {
  const entries = (filled(value) ?? '').split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
  const wrong = entries.find((entry) => !isHostEntry(entry));
  if (wrong === undefined) return entries;
  throw new PlainProblem('allowHostsInvalid', {
    en: `CLUSTERLOOM_ALLOW_HOSTS must be names, name:port or address ranges with commas between; "${wrong}" is none.`,
    zh: `CLUSTERLOOM_ALLOW_HOSTS 须为以逗号分隔的主机名、主机名:端口或地址段，“${wrong}”不符合。`,
  });
}

function readLogLevel(value: string | undefined): LogLevel {
  const text = filled(value) ?? 'info';
  const level = logLevels.find((known) => known === text);
  if (level) return level;
  throw new PlainProblem('logLevelInvalid', {
    en: `CLUSTERLOOM_LOG must be one of ${logLevels.join(', ')}; it is "${text}".`,
    zh: `CLUSTERLOOM_LOG 须为 ${logLevels.join('、')} 之一，当前为“${text}”。`,
  });
}

/** People's addresses and sign-in names are sensitive, so anything lower has to be chosen. */
function readLevel(value: string | undefined): Level {
  const text = filled(value) ?? 'sensitive';
  const level = levels.find((known) => known === text);
  if (level) return level;
  throw new PlainProblem('levelInvalid', {
    en: `CLUSTERLOOM_LEVEL must be one of ${levels.join(', ')}; it is "${text}".`,
    zh: `CLUSTERLOOM_LEVEL 须为 ${levels.join('、')} 之一，当前为“${text}”。`,
  });
}
