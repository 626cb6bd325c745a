import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { textOr } from '#web/i18n/use-text.ts';
import { listAttributes } from '../../words/statement.contract.ts';

const families: Record<string, string> = { relation: 'relationKind', title: 'titleKey', alias: 'aliasKind' };

/** What a change in the history is about: a field, a relation, a title, an alias or what a statement says. */
export function useFieldWords(): (field: string) => string {
  const name = useName();
  const { data } = useRoute(listAttributes, {}, { staleTime: 300_000 });
  return (field) => {
    const [kind = '', ...rest] = field.split('.');
    const key = rest.join('.');
    if (kind === 'statement' && key) return name(data?.items.find((each) => each.key === key)?.name) || key;
    const family = families[kind];
    return family && key ? textOr(`registry.${family}.${key}`, key) : textOr(`registry.field.${field}`, field);
  };
}
