import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainProblem } from '#platform/config/plain-problem.ts';

/** In the data folder, readable by its owner only; a backup holds it, or the secrets in the backup could not be read. */
export const keyFileName = 'secret.key';

/** The key from the environment, else the key file, which the first start makes. */
export function installationKey(given: string | null, dataDirectory: string): Uint8Array {
  const text = given ?? keyFromFile(dataDirectory);
  return new Uint8Array(hkdfSync('sha256', text, 'clusterloom', 'secrets at rest', 32));
}

function keyFromFile(dataDirectory: string): string {
  const file = join(dataDirectory, keyFileName);
  mkdirSync(dataDirectory, { recursive: true });
  if (!existsSync(file)) makeKeyFile(file);
  const text = readFileSync(file, 'utf8').trim();
  if (text.length >= 32) return text;
  throw new PlainProblem('keyFileInvalid', {
    en: `The installation key ${file} is damaged. Put back the one from your backup; without it, second factors have to be enrolled anew.`,
    zh: `安装密钥文件 ${file} 已损坏。请从备份中恢复；否则所有人员须重新绑定双重验证。`,
  });
}

/** Two processes may start at one instant: whoever comes second reads what the first one wrote. */
function makeKeyFile(file: string): void {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
