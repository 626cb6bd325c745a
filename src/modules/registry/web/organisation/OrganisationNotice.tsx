import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import type { Organisation } from '../../words/organisation.schema.ts';
import { organisationPath } from './organisation-columns.tsx';

/** What must be read before anything else on the page. */
export function OrganisationNotice({ organisation }: { organisation: Organisation }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  if (organisation.mergedInto) {
    return (
      <p className="notice" role="status">
        <Icon name="merge" size={16} />
        <span>{text('registry.organisation.mergedNotice')}</span>
        <RecordLink kind="organisation" marked href={organisationPath(organisation.mergedInto.id)} name={name(organisation.mergedInto.name)} />
      </p>
    );
  }
  if (organisation.archivedAt) {
    return (
      <p className="notice" role="status">
        <Icon name="archive" size={16} />
        {text('registry.organisation.archivedNotice', { date: format.date(organisation.archivedAt) })}
      </p>
    );
  }
  return null;
}
