import { listIndicatorsRoute } from '#modules/indicator/words/indicator.contract.ts';
import { shownName } from '#platform/i18n/name.schema.ts';
import { call } from '#web/api/client.ts';
import { contentLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Combobox, type ComboboxOption } from '#web/kit/form/Combobox.tsx';
import type { ScoreboardNode } from '../../../words/scoreboard.schema.ts';
import { freeCode, withNode } from './tree-edits.ts';
import type { Studio } from './use-studio.ts';

/** Indicators of the catalogue by name; the code goes along in the detail. */
export async function findIndicators(words: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { items } = await call(listIndicatorsRoute, { query: { q: words.slice(0, 100) || undefined, limit: 20, sort: 'name' }, signal });
  return items.map((item) => ({ value: item.id, label: shownName(item.name, contentLanguage()).text, detail: item.key }));
}

/** Adds an indicator to the group that is chosen. */
export function AddIndicator({ studio, group, groupName, onAdded }: { studio: Studio; group: ScoreboardNode; groupName: string; onAdded: (code: string) => void }) {
  const text = useText();
  const { nodes } = studio.content;
  const add = (option: ComboboxOption | null) => {
    if (!option) return;
    const code = freeCode(nodes, option.detail ?? option.label);
    studio.names.set(code, option.label);
    studio.setNodes(withNode(nodes, { code, parent: group.code, indicatorId: option.value }));
    onAdded(code);
  };
  const label = text('observatory.scoreboard.tree.addIndicator', { group: groupName });
  return <span className="board-find"><Combobox key={nodes.length} aria-label={label} placeholder={label} value={null} find={findIndicators} onChange={add} /></span>;
}
