import { useState, type ReactNode } from 'react';
import { useList, useRoute } from '#web/api/use-route.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button, ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { HistoryList } from '#web/kit/HistoryList.tsx';
import { RecordPage } from '#web/kit/record/RecordPage.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { usePageParams } from '#web/router/use-search.ts';
import { getAsset, listDataRequests } from '../../words/asset.contract.ts';
import type { Asset } from '../../words/asset.schema.ts';
import { AskForAsset } from './AskForAsset.tsx';
import { assetPath, Freshness, useMayOnAsset } from './asset-words.tsx';
import { AssetSteps, type AssetStep } from './AssetSteps.tsx';
import { RequestTable } from './RequestTable.tsx';
import { StageTrack } from './StageTrack.tsx';

function AssetPortrait({ asset }: { asset: Asset }) {
  const text = useText();
  const name = useName();
  const may = useMayOnAsset(asset)('dataAsset.update');
  const [step, setStep] = useState<AssetStep | 'ask' | null>(null);
  const requests = useList(listDataRequests, { query: { assetId: asset.id } });
  const active = asset.state === 'active';
  const close = () => setStep(null);
  return (
    <>
      <RecordPage
        kind="dataAsset"
        title={name(asset.name)}
        breadcrumb={[{ label: text('intake.assets'), href: '/data-assets' }]}
        sample={asset.sample}
        tags={<><Tag tone="brand">{text(`intake.assetKind.${asset.kind}`)}</Tag><Tag>{text(`intake.dataLevel.${asset.level}`)}</Tag>{active ? null : <Tag tone="warning">{text(`intake.assetState.${asset.state}`)}</Tag>}{asset.visibility === 'internal' ? <Tag icon="lock">{text('intake.visibility.internal')}</Tag> : null}</>}
        scope={[name(asset.owner?.name), text(`intake.authority.${asset.authority}`), name(asset.territory?.name)].filter(Boolean).join(' · ')}
        notice={active || !asset.stateNote ? undefined : <p className="notice">{asset.stateNote}</p>}
        actions={
          <>
            {may && asset.state !== 'disposed' ? <><Button icon="refresh" onClick={() => setStep('renew')}>{text('intake.asset.renew')}</Button><Button icon="archive" onClick={() => setStep('end')}>{text('intake.asset.end')}</Button><ButtonLink icon="edit" href={`${assetPath(asset.id)}/edit`}>{text('intake.asset.edit')}</ButtonLink></> : null}
            {active && !may ? <Button kind="primary" icon="message" onClick={() => setStep('ask')}>{text('intake.request.ask')}</Button> : null}
          </>
        }
        primary={may && active ? <Button kind="primary" icon="right" onClick={() => setStep('move')}>{text('intake.asset.move')}</Button> : undefined}
        tabs={[
          { key: 'overview', label: text('intake.asset.overview'), content: () => <Overview asset={asset} /> },
          {
            key: 'requests', label: text('intake.requests'), count: requests.total,
            content: () => <Card title={text('intake.requests')} flush actions={active && may ? <Button size="small" icon="plus" onClick={() => setStep('ask')}>{text('intake.request.ask')}</Button> : null}><RequestTable list={requests} within /></Card>,
          },
        ]}
      />
      {step === 'ask' ? <AskForAsset asset={asset} onClose={close} /> : null}
      {step && step !== 'ask' ? <AssetSteps step={step} asset={asset} onClose={close} /> : null}
    </>
  );
}

function Overview({ asset }: { asset: Asset }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const unknown = <span className="quiet">{text('intake.asset.unknown')}</span>;
  const facts: [string, ReactNode][] = [
    [text('intake.column.owner'), asset.owner ? <PageLink href={`/organisations/${asset.owner.id}`}>{name(asset.owner.name)}</PageLink> : null],
    [text('intake.column.authority'), text(`intake.authority.${asset.authority}`)],
    [text('intake.column.territory'), asset.territory ? <PageLink href={`/territories/${asset.territory.id}`}>{name(asset.territory.name)}</PageLink> : null],
    [text('intake.column.freshOn'), <Freshness key="fresh" asset={asset} />],
    [text('intake.column.updateCycle'), text(`intake.updateCycle.${asset.updateCycle}`)],
    [text('intake.column.retainUntil'), asset.retainUntil ? format.date(asset.retainUntil) : null],
    [text('intake.asset.licence'), asset.licence],
    [text('intake.asset.location'), asset.location],
    [text('intake.asset.source'), asset.source ? [asset.source.title, asset.source.publisher].filter(Boolean).join(' · ') : null],
    [text('intake.column.grants'), asset.grants],
  ];
  return (
    <>
      <Card title={text('intake.asset.stages')}>
        <StageTrack chosen={asset.stage} />
        <HistoryList entries={asset.moves.toReversed().map((move, at) => ({ id: `${move.movedAt} ${at}`, at: move.movedAt, text: <>{move.fromStage ? text('intake.asset.moved', { from: text(`intake.assetStage.${move.fromStage}`), to: text(`intake.assetStage.${move.toStage}`) }) : text('intake.asset.began', { stage: text(`intake.assetStage.${move.toStage}`) })}<span className="quiet"> · {move.movedByName}</span>{move.note ? <p className="small">{move.note}</p> : null}</> }))} more={null} />
      </Card>
      <Card title={text('intake.asset.facts')}>
        <dl className="facts facts-pairs">{facts.map(([label, value]) => <div key={label} className="facts-pair"><dt>{label}</dt><dd>{value ?? unknown}</dd></div>)}</dl>
        {asset.description ? <p style={{ marginTop: 12, whiteSpace: 'pre-line' }}>{asset.description}</p> : null}
      </Card>
      <Card title={text('intake.asset.lineage')}>
        <Lineage title={text('intake.asset.origins')} links={asset.origins} empty={text('intake.asset.origins.none')} />
        <Lineage title={text('intake.asset.uses')} links={asset.uses} empty={text('intake.asset.uses.none')} />
      </Card>
    </>
  );
}

function Lineage({ title, links, empty }: { title: string; links: Asset['origins']; empty: string }) {
  const text = useText();
  const name = useName();
  return (
    <div className="stack-tight">
      <h3 className="small strong">{title}</h3>
      {links.length === 0 ? <p className="quiet">{empty}</p> : <ul className="plain-list">{links.map((each) => <li key={each.id}><PageLink href={assetPath(each.id)}>{name(each.name)}</PageLink> <span className="quiet">{text(`intake.originKind.${each.kind}`)}</span></li>)}</ul>}
    </div>
  );
}

export default function AssetPage() {
  const text = useText();
  const { dataAssetId: assetId } = usePageParams('dataAssetId');
  const query = useRoute(getAsset, { params: { assetId } });
  return <Loaded query={query} what={text('intake.asset')} lines={10}>{(asset) => <AssetPortrait key={asset.id} asset={asset} />}</Loaded>;
}
