import { textOr, useText } from '#web/i18n/use-text.ts';
import { OrganisationMark } from '#web/kit/OrganisationMark.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { recordStateOf } from '../../words/lifecycle.rules.ts';
import type { OrganisationSummary } from '../../words/organisation.schema.ts';

/** What it is, whether it still exists, where its record stands and who may see it. */
export function OrganisationTags({ organisation }: { organisation: OrganisationSummary }) {
  const text = useText();
  const record = recordStateOf(organisation);
  return (
    <>
      <OrganisationMark type={organisation.type} />
      {organisation.subtype ? <Tag>{textOr(`registry.subtype.${organisation.subtype}`, organisation.subtype)}</Tag> : null}
      {organisation.state === 'closed' ? <Tag tone="neutral" icon="minus">{text('registry.organisationState.closed')}</Tag> : null}
      {record === 'active' ? null : <Tag tone="warning" icon={record === 'merged' ? 'merge' : 'archive'}>{text(`registry.recordState.${record}`)}</Tag>}
      {organisation.visibility === 'internal' ? <Tag icon="lock" title={text('registry.visibility.internal.hint')}>{text('registry.visibility.internal')}</Tag> : null}
    </>
  );
}
