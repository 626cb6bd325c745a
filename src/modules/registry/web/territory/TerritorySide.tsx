import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { RecordLink } from '#web/kit/RecordLink.tsx';
import { CopyText } from '#web/kit/state/CopyText.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import type { Territory } from '../../words/territory.schema.ts';
import { HistoryCard } from '../record/HistoryCard.tsx';
import { useCodeSystemName } from './use-code-system-name.ts';

/** What it belongs to, and what its code means. */
export function TerritorySide({ territory }: { territory: Territory }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const systemName = useCodeSystemName();
  const above = territory.path.slice(0, -1).toReversed();
  return (
    <>
      <Card title={text('registry.territory.belongs')}>
        {above.length + territory.groups.length === 0 ? <p className="quiet">{text('registry.territory.belongs.none')}</p> : null}
        <ul className="line-list">
          {above.map((each) => <li key={each.id}><RecordLink kind="territory" marked href={`/territories/${each.id}`} name={name(each.name)} /></li>)}
          {territory.groups.map((each) => (
            <li key={each.id}>
              <span className="grow"><RecordLink kind="territory" marked href={`/territories/${each.id}`} name={name(each.name)} /></span>
              <span className="small quiet nowrap">{text(each.id.startsWith('cn-group:') ? 'registry.territoryLevel.cityGroup' : 'registry.territoryLevel.macroRegion')}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={text('registry.territory.coding')}>
        <dl className="facts">
          <dt>{text('registry.territory.code')}</dt>
          <dd><CopyText label="" value={territory.code} /></dd>
          <dt>{text('registry.codeSystem')}</dt>
          <dd>{systemName(territory.codeSystemId) ? <PageLink href="/code-systems">{systemName(territory.codeSystemId)}</PageLink> : null}</dd>
          {territory.validFrom || territory.validUntil ? (
            <>
              <dt>{text('registry.territory.valid')}</dt>
              <dd>{[territory.validFrom ? format.date(territory.validFrom) : '', territory.validUntil ? format.date(territory.validUntil) : ''].join(' – ')}</dd>
            </>
          ) : null}
          <dt>{text('registry.territory.centre')}</dt>
          <dd>{territory.longitude === null ? <span className="quiet">{text('registry.unknown')}</span> : <span className="small">{territory.longitude}, {territory.latitude}</span>}</dd>
        </dl>
        {territory.romanised && territory.name.en ? <p className="small quiet" style={{ marginTop: 8 }}>{text('registry.territory.romanised')}</p> : null}
      </Card>
      <HistoryCard subjectKind="territory" subjectId={territory.id} short />
    </>
  );
}
