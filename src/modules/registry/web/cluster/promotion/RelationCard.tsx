import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { ClusterOrganisation } from '../../../words/cluster.schema.ts';
import type { Ref } from '../../../words/record.schema.ts';
import { organisationPath } from '../../organisation/organisation-columns.tsx';
import { BodySlots } from './BodySlots.tsx';
import { SubOrganisations } from './SubOrganisations.tsx';

/** One promoting organisation: what kind of body it is, whom it depends on, and its bodies in three slots. */
export function RelationCard({ relation, mayUpdate, onEdit }: { relation: ClusterOrganisation; mayUpdate: boolean; onEdit: () => void }) {
  const text = useText();
  const name = useName();
  const label = name(relation.organisation.name);
  return (
    <Card
      title={<RecordLink kind="clusterOrganisation" href={organisationPath(relation.organisation.id)} name={label} />}
      note={
        <span className="row-tight">
          <Tag tone={relation.role === 'main' ? 'brand' : 'neutral'}>{text(`registry.clusterOrganisationRole.${relation.role}`)}</Tag>
          {relation.until ? <Tag>{text('registry.promotion.ended')}</Tag> : null}
        </span>
      }
      actions={mayUpdate ? <IconButton icon="edit" label={text('registry.promotion.edit', { name: label })} onClick={onEdit} /> : null}
      flush
    >
      <div style={{ padding: '12px 16px' }}><Attributes relation={relation} /></div>
      <BodySlots relation={relation} mayUpdate={mayUpdate} />
      <SubOrganisations relation={relation} mayUpdate={mayUpdate} />
    </Card>
  );
}

function Attributes({ relation }: { relation: ClusterOrganisation }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unstated = <span className="quiet">{text('web.figure.notStated')}</span>;
  const link = (ref: Ref | null) => (ref ? <RecordLink kind="organisation" href={organisationPath(ref.id)} name={name(ref.name)} /> : null);
  const facts: [string, ReactNode][] = [
    [text('registry.field.legalForm'), relation.legalForm === 'notStated' ? null : text(`registry.legalForm.${relation.legalForm}`)],
    [text('registry.field.form'), relation.form === 'notStated' ? null : text(`registry.organisationForm.${relation.form}`)],
    [text('registry.field.leadKind'), relation.leadKind === 'notStated' ? null : text(`registry.leadKind.${relation.leadKind}`)],
    [text('registry.field.thirdParty'), relation.thirdParty === 'notStated' ? null : text(`registry.yesNo.${relation.thirdParty}`)],
    [text('registry.field.nonProfit'), relation.nonProfit === 'notStated' ? null : text(`registry.yesNo.${relation.nonProfit}`)],
    [text('registry.field.host'), link(relation.host)],
    [text('registry.field.operator'), link(relation.operator)],
    [text('registry.field.alliance'), link(relation.alliance)],
    ...(relation.supervisor ? [[text('registry.field.supervisor'), link(relation.supervisor)] as [string, ReactNode]] : []),
    ...(relation.functions.length > 0 ? [[text('registry.field.functions'), relation.functions.map((key) => text(`registry.promotionFunction.${key}`)).join(text('web.listComma'))] as [string, ReactNode]] : []),
    [text('registry.field.since'), relation.since ? format.date(relation.since) : null],
    ...(relation.until ? [[text('registry.field.until'), format.date(relation.until)] as [string, ReactNode]] : []),
    ...(relation.function ? [[text('registry.field.function'), relation.function] as [string, ReactNode]] : []),
    ...(relation.field ? [[text('registry.field.field'), relation.field] as [string, ReactNode]] : []),
    ...(relation.purpose ? [[text('registry.field.purpose'), relation.purpose] as [string, ReactNode]] : []),
  ];
  return (
    <dl className="facts facts-pairs">
      {facts.map(([label, value]) => (
        <div key={label} className="facts-pair">
          <dt>{label}</dt>
          <dd>{value ?? unstated}</dd>
        </div>
      ))}
    </dl>
  );
}
