import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { textOr, useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { Title } from '../../words/list.schema.ts';
import type { Ref } from '../../words/record.schema.ts';
import type { Organisation } from '../../words/organisation.schema.ts';
import { SitesCard } from './SitesCard.tsx';
import { hasEnded, useTitleWords } from './TitlesTab.tsx';

export function OverviewTab({ organisation, titles }: { organisation: Organisation; titles: readonly Title[] }) {
  const text = useText();
  const titleWords = useTitleWords();
  const valid = titles.filter((title) => !hasEnded(title));
  return (
    <>
      <Card title={text('registry.organisation.facts')}>
        {valid.length > 0 ? <p className="row" style={{ marginBottom: 12 }}>{valid.map((title) => <Tag key={title.id} tone="brand" icon="programme">{titleWords(title)}</Tag>)}</p> : null}
        <Facts organisation={organisation} />
        {organisation.description ? <p style={{ marginTop: 12, whiteSpace: 'pre-line' }}>{organisation.description}</p> : null}
      </Card>
      <SitesCard organisation={organisation} />
    </>
  );
}

/** The world and the country go without saying, unless nothing narrower is known. */
function localPath({ territory, territoryPath }: Organisation): readonly Ref[] {
  const local = territoryPath.filter((each) => each.id.split(':')[0] !== 'world');
  return local.length > 0 ? local : territory ? [territory] : [];
}

function Facts({ organisation }: { organisation: Organisation }) {
  const text = useText();
  const name = useName();
  const path = localPath(organisation);
  const unknown = <span className="quiet">{text('registry.unknown')}</span>;
  const facts: [string, ReactNode][] = [
    [text('registry.field.territory'), path.length > 0 ? path.map((each, at) => <span key={each.id}>{at > 0 ? ' / ' : ''}<PageLink href={`/territories/${each.id}`}>{name(each.name)}</PageLink></span>) : null],
    [text('registry.field.industry'), organisation.industry ? <>{name(organisation.industry.name)} <code className="small quiet">{organisation.industry.id.split(':')[1]}</code></> : null],
    ...(organisation.industryLabel ? [[text('registry.field.industryLabel'), organisation.industryLabel] as [string, ReactNode]] : []),
    [text('registry.field.subtype'), organisation.subtype ? textOr(`registry.subtype.${organisation.subtype}`, organisation.subtype) : null],
    [text('registry.field.sector'), organisation.sector ? text(`registry.sector.${organisation.sector}`) : null],
    [text('registry.field.sizeClass'), organisation.sizeClass ? text(`registry.sizeClass.${organisation.sizeClass}`) : null],
    [text('registry.field.ownership'), organisation.ownership ? text(`registry.ownership.${organisation.ownership}`) : null],
    [text('registry.field.origin'), organisation.origin ? text(`registry.origin.${organisation.origin}`) : null],
    [text('registry.field.foundedYear'), organisation.foundedYear],
    [text('registry.field.uscc'), organisation.uscc ? <CopyText label="" value={organisation.uscc} /> : null],
    ...(organisation.externalCode ? [[text('registry.field.externalCode'), <code key="code">{organisation.externalCode}</code>] as [string, ReactNode]] : []),
    [text('registry.field.website'), organisation.website ? <a href={organisation.website} rel="noreferrer noopener" target="_blank">{organisation.website.replace(/^https?:\/\//, '')}</a> : null],
  ];
  return (
    <dl className="facts facts-pairs">
      {facts.map(([label, value]) => (
        <div key={label} className="facts-pair">
          <dt>{label}</dt>
          <dd>{value ?? unknown}</dd>
        </div>
      ))}
    </dl>
  );
}
