import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, routeUrl } from '#web/api/client.ts';
import { isProblem, type Problem } from '#web/api/problem.ts';
import { useList } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { Tag } from '#web/kit/Tag.tsx';
import { PageLink } from '#web/router/PageLink.tsx';
import { fillFromWorkbook, getWorkbook, listScans } from '../../words/form-return.contract.ts';
import type { Party } from '../../words/party.schema.ts';

/** The same form away from the screen: as a workbook, on paper, and the stamped sheets that came back. */
export function PaperCard({ party }: { party: Party }) {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [filled, setFilled] = useState(false);
  const params = { partyId: party.id };
  const scans = useList(listScans, { params });
  const fill = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    try {
      await call(fillFromWorkbook, { params, query: { fileName: file.name }, body: new Uint8Array(await file.arrayBuffer()) });
      setFilled(true);
      await client.invalidateQueries({ queryKey: ['party'] });
    } catch (error) {
      if (isProblem(error)) setProblem(error);
    }
  };
  const look = 'button button-plain button-normal';
  return (
    <Card title={text('intake.paper')}>
      <div className="stack">
        <p className="row-tight" style={{ flexWrap: 'wrap' }}>
          <ButtonLink icon="download" href={routeUrl(getWorkbook, { params })} download>{text('intake.paper.workbook')}</ButtonLink>
          <a className={look} href={`/print/forms/${party.id}`} target="_blank" rel="noreferrer"><Icon name="print" size={16} />{text('intake.paper.print')}</a>
          {party.mayAnswer && party.campaign.state === 'open' ? (
            <label className={look}><Icon name="upload" size={16} />{text('intake.paper.fill')}<input type="file" className="visually-hidden" accept=".xlsx" onChange={(event) => { void fill(event.target.files?.[0]); event.target.value = ''; }} /></label>
          ) : null}
        </p>
        {problem ? <p role="alert" className="field-error">{problemText(problem, text)}</p> : filled ? <p role="status">{text('intake.paper.filled')}</p> : null}
        {scans.items.length > 0 ? (
          <ul className="plain-list">
            {scans.items.map((scan) => (
              <li key={scan.id} className="row-tight">
                <PageLink href="?tab=files">{scan.fileName}</PageLink>
                <span className="quiet small">{format.date(scan.scannedAt)} · {scan.scannedByName}</span>
                {scan.number === 0 ? <Tag>{text('intake.paper.emptySheet')}</Tag> : scan.number === scan.newest ? <Tag tone="positive" icon="check">{text('intake.paper.stampNow', { number: scan.number })}</Tag> : <Tag tone="warning" icon="warning">{text('intake.paper.stampOld', { number: scan.number, newest: scan.newest })}</Tag>}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
