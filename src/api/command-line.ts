import { parseArgs } from 'node:util';
import { readConfig } from '#platform/config/config.ts';
import { PlainProblem } from '#platform/config/plain-problem.ts';
import { backupCommand } from './commands/backup.ts';
import { backupsCommand } from './commands/backups.ts';
import type { Command } from './commands/command.ts';
import { computeCommand } from './commands/compute.ts';
import { configCommand } from './commands/config.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { migrateCommand } from './commands/migrate.ts';
import { openapiCommand } from './commands/openapi.ts';
import { restoreCommand } from './commands/restore.ts';
import { startCommand } from './commands/start.ts';
import { userCommand } from './commands/user.ts';
import { verifyAuditCommand } from './commands/verify-audit.ts';
import { verifyBackupCommand } from './commands/verify-backup.ts';
import { say, tellAndExit } from './tell.ts';

const commands: Readonly<Record<string, Command>> = {
  start: startCommand,
  migrate: migrateCommand,
  upgrade: migrateCommand,
  import: importCommand,
  export: exportCommand,
  compute: computeCommand,
  user: userCommand,
  'verify-audit': verifyAuditCommand,
  backup: backupCommand,
  backups: backupsCommand,
  'verify-backup': verifyBackupCommand,
  restore: restoreCommand,
  openapi: openapiCommand,
  config: configCommand,
};

function help(): void {
  say('clusterloom <command>');
  for (const [name, command] of Object.entries(commands)) say(`  ${`${name} ${command.usage}`.padEnd(74)} ${command.summary.en} / ${command.summary.zh}`);
  say('Every command reads DATABASE_URL and CLUSTERLOOM_DATA, and shares the database of a running server.');
  say('--space NAME chooses the space where there are several (name or id; the own space is taken before 样例).');
}

async function run(): Promise<void> {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || name === 'help' || name === '--help') return help();
  const command = commands[name];
  if (!command) throw usage(`Unknown command: ${name}`, `没有这个命令：${name}`);
  const { values, positionals } = read(rest, command);
  await command.run({ config: readConfig(), values, positionals });
}

function read(args: string[], command: Command): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { space: { type: 'string' }, lang: { type: 'string' }, ...command.options } });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error), '参数有误');
  }
}

function usage(en: string, zh: string): PlainProblem {
  return new PlainProblem('usage', { en: `${en}. See: clusterloom help`, zh: `${zh}。用法见：clusterloom help` });
}

run().catch(tellAndExit);
