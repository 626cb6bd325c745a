import { useState } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { findingGroups, sheetHeadings, type DiagnosisEntry, type DiagnosisHeading, type FindingGroup } from '../../words/diagnosis.schema.ts';
import { getDiagnosis, getDiagnosisHistory } from '../../words/stage.contract.ts';
import { EntryBody, JudgementTag } from './EntryBody.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import '../stage/stage.css';
import './diagnosis.css';

type Opened = { deed: 'write' | 'versions'; heading: DiagnosisHeading } | null;

/** Four sheets on the cluster, then findings under the headings of the texts. What nobody has written says so. */
export default function DiagnosisTab({ id }: RecordRef) {
  const text = useText();
  const [opened, setOpened] = useState<Opened>(null);
  const query = useRoute(getDiagnosis, { params: { clusterId: id } });
  const close = () => setOpened(null);
  return (
    <Loaded query={query} what={text('observatory.diagnosis.tab')} lines={10}>
      {({ items, mayWrite }) => {
        const entryOf = (heading: DiagnosisHeading) => items.find((entry) => entry.heading === heading) ?? null;
        const deeds = (heading: DiagnosisHeading) => <Deeds heading={heading} entry={entryOf(heading)} mayWrite={mayWrite} onOpen={(deed) => setOpened({ deed, heading })} />;
        return (
          <div className="stack">
            <p className="quiet">{text('observatory.diagnosis.hint')}</p>
            <div className="columns">
              {sheetHeadings.map((heading) => {
                const entry = entryOf(heading);
                return <Card key={heading} title={text(`observatory.diagnosis.heading.${heading}`)} actions={deeds(heading)}>{entry ? <EntryBody entry={entry} clusterId={id} /> : <p className="quiet">{text('observatory.diagnosis.empty')}</p>}</Card>;
              })}
            </div>
            {(Object.keys(findingGroups) as FindingGroup[]).map((group) => (
              <Card key={group} title={text(`observatory.diagnosis.group.${group}`)} flush>
                <ul className="line-list line-list-rows">
                  {findingGroups[group].map((heading) => {
                    const entry = entryOf(heading);
                    return (
                      <li key={heading} className="finding">
                        <p className="row row-wrap"><strong>{text(`observatory.diagnosis.heading.${heading}`)}</strong>{entry ? <JudgementTag entry={entry} /> : <span className="quiet small">{text('observatory.diagnosis.empty')}</span>}<span className="grow" />{deeds(heading)}</p>
                        {entry ? <EntryBody entry={entry} clusterId={id} /> : null}
                      </li>
                    );
                  })}
                </ul>
              </Card>
            ))}
            {opened?.deed === 'write' ? <EntryDialog key={opened.heading} clusterId={id} heading={opened.heading} last={entryOf(opened.heading)} onClose={close} /> : null}
            {opened?.deed === 'versions' ? <Versions clusterId={id} heading={opened.heading} onClose={close} /> : null}
          </div>
        );
      }}
    </Loaded>
  );
}

function Deeds({ heading, entry, mayWrite, onOpen }: { heading: DiagnosisHeading; entry: DiagnosisEntry | null; mayWrite: boolean; onOpen: (deed: 'write' | 'versions') => void }) {
  const text = useText();
  const title = text(`observatory.diagnosis.heading.${heading}`);
  return (
    <span className="row-tight">
      {entry && entry.number > 1 ? <Button size="small" icon="history" aria-label={text('observatory.diagnosis.versionsOf', { heading: title })} onClick={() => onOpen('versions')}>{text('observatory.diagnosis.versions', { count: entry.number })}</Button> : null}
      {mayWrite ? <Button size="small" icon="edit" aria-label={text('observatory.diagnosis.writeOf', { heading: title })} onClick={() => onOpen('write')}>{text('observatory.diagnosis.write')}</Button> : null}
    </span>
  );
}

function Versions({ clusterId, heading, onClose }: { clusterId: string; heading: DiagnosisHeading; onClose: () => void }) {
  const text = useText();
  const query = useRoute(getDiagnosisHistory, { params: { clusterId, heading } });
  return (
    <Dialog open title={text(`observatory.diagnosis.heading.${heading}`)} onClose={onClose} width={640}>
      <Loaded query={query} lines={6}>{({ items }) => <ul className="line-list line-list-rows">{items.map((entry) => <li key={entry.id} className="finding"><JudgementTag entry={entry} /><EntryBody entry={entry} clusterId={clusterId} /></li>)}</ul>}</Loaded>
    </Dialog>
  );
}
