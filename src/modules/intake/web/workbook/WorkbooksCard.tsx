import { useState } from 'react';
import { call, routeUrl } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Combobox, type ComboboxOption } from '#web/kit/form/Combobox.tsx';
import { findRecords } from '#web/kit/form/find-records.ts';
import type { Campaign } from '../../words/campaign.schema.ts';
import { bringWorkbook, fileScan, getWorkbooks } from '../../words/form-return.contract.ts';
import { DropMany } from './DropMany.tsx';
import { InviteCard } from '../reporter/InviteCard.tsx';
import { ReturnsCard } from './ReturnsCard.tsx';

/** Forms that leave as workbooks and come back, and the stamped sheets on paper. */
export function WorkbooksCard({ campaign }: { campaign: Campaign }) {
  const text = useText();
  const [territory, setTerritory] = useState<ComboboxOption | null>(null);
  const params = { campaignId: campaign.id };
  const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
  return (
    <div className="stack">
      <InviteCard campaign={campaign} />
      <Card title={text('intake.workbooks.send')}>
        <p>{text('intake.workbooks.send.hint')}</p>
        <div className="row-tight" style={{ flexWrap: 'wrap' }}>
          <span style={{ minWidth: 220 }}><Combobox aria-label={text('intake.workbooks.territory')} placeholder={text('intake.workbooks.territory')} value={territory?.value ?? null} known={territory} find={findRecords('territory')} onChange={setTerritory} /></span>
          <ButtonLink icon="download" href={routeUrl(getWorkbooks, { params, query: territory ? { territoryId: territory.value } : {} })} download>{text(territory ? 'intake.workbooks.downloadOf' : 'intake.workbooks.download')}</ButtonLink>
        </div>
      </Card>
      {campaign.state === 'draft' ? null : (
        <Card title={text('intake.workbooks.bring')}>
          <DropMany title={text('intake.workbooks.drop')} hint={text('intake.workbooks.drop.hint')} accept=".xlsx" endings={['.xlsx']} touches={['workbookReturn']} send={async (file) => call(bringWorkbook, { params, query: { fileName: file.name }, body: await bytesOf(file) })} />
        </Card>
      )}
      <ReturnsCard campaign={campaign} />
      <Card title={text('intake.scans')}>
        <DropMany title={text('intake.scans.drop')} hint={text('intake.scans.drop.hint')} accept=".pdf,.png,.jpg,.jpeg" endings={['.pdf', '.png', '.jpg', '.jpeg']} touches={['stampScan', 'party', 'attached']} send={async (file) => call(fileScan, { params, query: { fileName: file.name }, body: await bytesOf(file) })} />
      </Card>
    </div>
  );
}
