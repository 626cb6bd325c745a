import type { Route } from '#platform/http/route.contract.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import { levelOfAnswer } from './level.rules.ts';

/**
 * Every read of sensitive data leaves an audit entry, in the same transaction: one for a record, one with the number of
 * rows for a list. Reading what is about oneself leaves none, and neither does reading without a space.
 */
export function noteRead(context: Context, route: Route, params: unknown, value: unknown): void {
  if (route.method !== 'GET' || context.spaceId === '' || levelOfAnswer(route, value) !== 'sensitive') return;
  const subject = route.subject;
  const named = (name: string): string => String((params as Record<string, unknown> | undefined)?.[name] ?? '');
  const kind = subject === undefined ? route.id : 'kindParam' in subject ? named(subject.kindParam) : subject.kind;
  const id = subject !== undefined && 'param' in subject ? named(subject.param) : '';
  // Entries about reading entries would bury the rest.
  if (kind === 'audit' || (kind === 'person' && id === context.actor.personId)) return;
  const page = value as { items?: unknown[] } | null;
  const rows = Array.isArray(page?.items) ? page.items.length : null;
  if (id === '' && rows === 0) return;
  // A file's name is a plain text, and not the name of the record that it hangs on.
  const own = (value as { name?: unknown } | null)?.name;
  const name = rows === null && own !== null && typeof own === 'object' ? (own as Name) : undefined;
  context.audit({ event: rows === null ? 'record.read' : 'record.listed', subject: { kind, id: id || route.id }, ...(name ? { name } : {}), changes: { operation: [null, route.id], ...(rows === null ? {} : { rows: [null, rows] }) } });
}
