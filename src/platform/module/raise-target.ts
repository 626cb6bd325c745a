import type { ScopeFacts } from '#platform/auth/permission.rules.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Result } from '#platform/result/result.rules.ts';

/** Somewhere that a warning can go on as a matter of its own. */
export interface RaiseTarget<Context> {
  id: string;
  label: { zh: string; en: string };
  /** What the one who raises must hold for the place of the record. */
  permission: string;
  raise(context: Context, matter: { from: { kind: string; id: string }; href: string; title: Name; note: string | null; facts: ScopeFacts }): Promise<Result<{ href: string }>>;
}
