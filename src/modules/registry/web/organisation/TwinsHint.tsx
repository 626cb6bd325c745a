import { useDeferredValue } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { listOrganisations } from '../../words/organisation.contract.ts';
import { organisationPath } from './organisation-columns.tsx';

const enough = 3;

/** Records with this name already stand in the register: look before making another. */
export function TwinsHint({ words }: { words: string }) {
  const text = useText();
  const name = useName();
  const asked = useDeferredValue(words.trim());
  const { data } = useRoute(listOrganisations, { query: { q: asked, limit: 5 } }, { enabled: asked.length >= enough, keepPrevious: true });
  if (asked.length < enough || !data || data.items.length === 0) return null;
  return (
    <div className="notice" role="status">
      <span>{text('registry.organisation.form.twins', { count: data.total })}</span>
      <ul className="line-list">
        {data.items.map((each) => <li key={each.id}><RecordLink kind="organisation" marked href={organisationPath(each.id)} name={name(each.name)} /> <span className="small">{name(each.territory?.name)}</span></li>)}
      </ul>
    </div>
  );
}
