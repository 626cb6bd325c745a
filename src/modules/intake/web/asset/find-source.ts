import { listSources } from '#modules/registry/words/statement.contract.ts';
import { call } from '#web/api/client.ts';
import type { ComboboxOption } from '#web/kit/form/Combobox.tsx';

/** Sources of the register by title or publisher. */
export async function findSource(words: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { items } = await call(listSources, { query: { ...(words ? { q: words } : {}), limit: 12 }, signal });
  return items.map(({ id, title, publisher }) => ({ value: id, label: title, ...(publisher ? { detail: publisher } : {}) }));
}
