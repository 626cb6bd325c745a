/**
 * The newest minor release of each PostgreSQL that is known here, so that the packaged engine can say that it is behind.
 * Nothing is asked over the network. Source: the release announcements of the PostgreSQL project and its versioning policy
 * (https://www.postgresql.org/support/versioning/); 18.5 was never published. Brought up to date on the day below.
 */
export const releasesKnownOn = '2026-11-22';

export interface EngineRelease {
  /** The newest minor release of the major one. */
  newest: number;
  released: string;
  /** No corrections are published after this day. */
  endOfLife: string;
}

export const engineReleases: Readonly<Record<number, EngineRelease>> = {
  15: { newest: 19, released: '2026-08', endOfLife: '2027-11-11' },
  16: { newest: 15, released: '2026-08', endOfLife: '2028-11-09' },
  17: { newest: 11, released: '2026-08', endOfLife: '2029-11-08' },
  18: { newest: 6, released: '2026-08', endOfLife: '2030-11-14' },
};

export type EngineAge = 'current' | 'behind' | 'ended' | 'unknown';

export interface EngineState {
  version: string;
  age: EngineAge;
  newest: string | null;
  /** Minor releases appear every three months: after four the table itself is old. */
  tableIsOld: boolean;
  words: { en: string; zh: string } | null;
}

/** Compares a version such as `18.4` with the table. `packaged`: the engine came with Clusterloom, and the way out is a server of one's own. */
export function engineState(version: string, packaged: boolean, today: Date): EngineState {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const known = engineReleases[major];
  const tableIsOld = today.getTime() - Date.parse(releasesKnownOn) > 120 * 86_400_000;
  const newest = known ? `${major}.${known.newest}` : null;
  const age: EngineAge = !known ? 'unknown' : today.toISOString().slice(0, 10) > known.endOfLife ? 'ended' : minor < known.newest ? 'behind' : 'current';
  return { version, age, newest, tableIsOld, words: wordsOf(age, version, newest, packaged) };
}

function wordsOf(age: EngineAge, version: string, newest: string | null, packaged: boolean): EngineState['words'] {
  if (age !== 'behind' && age !== 'ended') return null;
  const fact =
    age === 'behind'
      ? { en: `The engine is behind: PostgreSQL ${version}, and ${newest} is known (as of ${releasesKnownOn}).`, zh: `数据库引擎版本落后：当前为 PostgreSQL ${version}，已知最新为 ${newest}（截至 ${releasesKnownOn}）。` }
      : { en: `PostgreSQL ${version} no longer receives corrections.`, zh: `PostgreSQL ${version} 已停止维护。` };
  const way = packaged
    ? { en: ' It listens on no network. Where many depend on it, use the PostgreSQL of your system: set DATABASE_URL (see docs/operations.md).', zh: '内置引擎不监听网络。供多人使用时，请改用系统自带的 PostgreSQL：设置 DATABASE_URL（见 docs/operations.md）。' }
    : { en: ' Bring your server up to date.', zh: '请更新数据库服务器。' };
  return { en: fact.en + way.en, zh: fact.zh + way.zh };
}
