/** Every variable the product reads, with the way its value may be shown. Names are a promise to scripts: see the operations guide. */
export const knownVariables = {
  PORT: 'shown', HOST: 'shown', DATABASE_URL: 'address', CLUSTERLOOM_DATA: 'shown', CLUSTERLOOM_PUBLIC_URL: 'shown', CLUSTERLOOM_LOG: 'shown', CLUSTERLOOM_RATE_LIMIT: 'shown', CLUSTERLOOM_CHECK_ANSWERS: 'shown',
  CLUSTERLOOM_SECRET: 'hidden', CLUSTERLOOM_SAMPLE_PASSWORD: 'hidden', CLUSTERLOOM_PASSWORD: 'hidden', CLUSTERLOOM_ALLOW_HOSTS: 'shown', CLUSTERLOOM_LEVEL: 'shown',
  CLUSTERLOOM_OIDC_ISSUER: 'shown', CLUSTERLOOM_OIDC_CLIENT_ID: 'shown', CLUSTERLOOM_OIDC_CLIENT_SECRET: 'hidden', CLUSTERLOOM_OIDC_NAME: 'shown',
  CLUSTERLOOM_BACKUP_DIR: 'shown', CLUSTERLOOM_BACKUP_AT: 'shown', CLUSTERLOOM_BACKUP_KEEP: 'shown', CLUSTERLOOM_UPGRADE_BACKUP: 'shown', CLUSTERLOOM_STORAGE_RESERVE_MB: 'shown', CLUSTERLOOM_METRICS_TOKEN: 'hidden',
  CLUSTERLOOM_IMPORT_ROWS: 'shown', CLUSTERLOOM_IMPORT_MB: 'shown', CLUSTERLOOM_IMPORT_DOCUMENT_MB: 'shown', CLUSTERLOOM_IMPORT_SHEET_MB: 'shown', CLUSTERLOOM_IMPORT_CELL_KB: 'shown', CLUSTERLOOM_IMPORT_COLUMNS: 'shown',
} as const satisfies Readonly<Record<string, 'shown' | 'hidden' | 'address'>>;
export type VariableName = keyof typeof knownVariables;

/** Only for building and testing the product itself; not in the operations guide. */
const workshop = /^CLUSTERLOOM_(TEST_|PROBE_|BENCH_|KILL_|LONG$|SHARED$|CHROMIUM$)/;

export interface UnknownVariable {
  name: string;
  /** What was probably meant. */
  nearest: VariableName | null;
}

/** Variables that look like ours and are none: a typing error would otherwise pass for the default. */
export function unknownVariables(environment: Readonly<Record<string, string | undefined>>): UnknownVariable[] {
  const names = Object.keys(environment).filter((name) => name.startsWith('CLUSTERLOOM_') && !(name in knownVariables) && !workshop.test(name));
  return names.sort().map((name) => ({ name, nearest: nearestName(name) }));
}

export function unknownWords({ name, nearest }: UnknownVariable): { zh: string; en: string } {
  return nearest
    ? { zh: `不认识的环境变量 ${name}，未起作用。是否应为 ${nearest}？`, en: `The variable ${name} is not known and does nothing. Did you mean ${nearest}?` }
    : { zh: `不认识的环境变量 ${name}，未起作用。全部变量见 docs/operations.md。`, en: `The variable ${name} is not known and does nothing. All of them are in docs/operations.md.` };
}

function nearestName(name: string): VariableName | null {
  const ranked = (Object.keys(knownVariables) as VariableName[]).map((known) => ({ known, distance: editDistance(name, known) })).sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(2, Math.floor((name.length - 'CLUSTERLOOM_'.length) / 2)) ? best.known : null;
}

/** Letters to insert, remove or exchange. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

export interface ShownVariable {
  name: VariableName;
  /** Null: not set, the default holds. Secrets show only that they are set. */
  value: string | null;
  isSecret: boolean;
}

/** What the environment says, fit to be shown. */
export function shownVariables(environment: Readonly<Record<string, string | undefined>>): ShownVariable[] {
  return (Object.keys(knownVariables) as VariableName[]).map((name) => {
    const value = environment[name]?.trim() || null;
    const how = knownVariables[name];
    return { name, isSecret: how === 'hidden', value: value === null ? null : how === 'hidden' ? '••••••' : how === 'address' ? withoutLogin(value) : value };
  });
}

/** The place of a database without who enters and how; parameters may hold a password too. */
function withoutLogin(address: string): string {
  return address.replace(/^([a-z]+:\/\/)([^@/]*@)?/i, (_all, scheme: string, login?: string) => `${scheme}${login ? '•••@' : ''}`).replace(/\?.*$/, '?…');
}
