import { PlainProblem } from '#platform/config/plain-problem.ts';

interface Explanation {
  code: string;
  pattern: RegExp;
  words(directory: string): { en: string; zh: string };
}

const explanations: readonly Explanation[] = [
  {
    code: 'diskFull',
    pattern: /No space left on device|Disk quota exceeded/,
    words: (directory) => ({
      en: `The disk that holds ${directory} is full. Free some space, then start again; saved data are not harmed.`,
      zh: `${directory} 所在磁盘空间已满。请释放空间后重新启动，已保存的数据不受影响。`,
    }),
  },
  {
    code: 'directoryReadOnly',
    pattern: /Read-only file system|EROFS/,
    words: (directory) => ({
      en: `${directory} cannot be written: its file system is read-only. Set CLUSTERLOOM_DATA to a directory that can be written.`,
      zh: `${directory} 无法写入：所在文件系统为只读。请将 CLUSTERLOOM_DATA 设为可写目录。`,
    }),
  },
  {
    code: 'directoryDenied',
    pattern: /Permission denied|EACCES|EPERM|has wrong ownership|Operation not permitted/,
    words: (directory) => ({
      en: `${directory} may not be written by this user. Give the directory to the user who runs Clusterloom, or set CLUSTERLOOM_DATA to another one.`,
      zh: `当前用户无权写入 ${directory}。请将该目录授权给运行 Clusterloom 的用户，或将 CLUSTERLOOM_DATA 设为其他目录。`,
    }),
  },
  {
    code: 'directoryIsFile',
    pattern: /EEXIST|ENOTDIR|Not a directory/,
    words: (directory) => ({
      en: `${directory} is a file; the data need a directory. Set CLUSTERLOOM_DATA to another place.`,
      zh: `${directory} 是一个文件，数据需要存放在目录中。请将 CLUSTERLOOM_DATA 设为其他位置。`,
    }),
  },
  {
    code: 'directoryInUse',
    pattern: /lock file "postmaster\.pid" already exists|pre-existing shared memory block|is in use/,
    words: (directory) => ({
      en: `Another database server still uses ${directory}. Stop it, then start again.`,
      zh: `另一个数据库进程仍在使用 ${directory}。请先停止该进程再启动。`,
    }),
  },
  {
    code: 'binariesUnusable',
    pattern: /error while loading shared libraries|cannot execute|ENOENT|not found \(required by/,
    words: () => ({
      en: 'The built-in database does not run on this system. Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
      zh: '内置数据库无法在当前系统上运行。请将 DATABASE_URL 设为 PostgreSQL 15 或更高版本的服务器地址。',
    }),
  },
];

/** Turns what the server or the system said into something that the reader can act on. */
export function explainFailure(output: string, directory: string): PlainProblem {
  const known = explanations.find(({ pattern }) => pattern.test(output));
  if (known) return new PlainProblem(known.code, known.words(directory), output);
  const last = output.trim().split('\n').slice(-3).join(' | ');
  return new PlainProblem(
    'databaseStartFailed',
    {
      en: `The built-in database did not start in ${directory}: ${last || 'it said nothing'}`,
      zh: `内置数据库未能在 ${directory} 启动：${last || '无输出'}`,
    },
    output,
  );
}
