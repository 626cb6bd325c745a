import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useRoute } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { LevelNote } from '#web/kit/form/LevelNote.tsx';
import { EmptyState } from '#web/kit/state/EmptyState.tsx';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { listFiles } from '../../words/file.contract.ts';
import { fileLevels, keptDays, largestUpload } from '../../words/file.schema.ts';
import type { FileLevel, RecordFile } from '../../words/file.schema.ts';
import { formatBytes } from './bytes.ts';
import { FileDialog } from './FileDialog.tsx';
import { FileTable } from './FileTable.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import { UploadLines } from './UploadLines.tsx';
import { useUploads } from './use-uploads.ts';
import '../record.css';

/** The files of a record: drop, watch, look, keep versions. */
export default function FilesTab(record: RecordRef) {
  const text = useText();
  const language = useLanguage();
  const [removed, setRemoved] = useState(false);
  const [level, setLevel] = useState<FileLevel>('internal');
  const [over, setOver] = useState(false);
  const [shown, setShown] = useState<RecordFile | null>(null);
  const [opened, setOpened] = useState<RecordFile | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const target = useRef<string | null>(null);
  const { uploads, start, cancel, dismiss } = useUploads(record);
  const query = useRoute(listFiles, { params: { kind: record.kind, recordId: record.id }, query: { removed: removed ? 'true' : 'false' } }, { keepPrevious: true });
  const mayChange = query.data?.mayChange ?? false;
  const choose = (fileId: string | null) => {
    target.current = fileId;
    chooser.current?.click();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (mayChange) start(event.dataTransfer.files, level);
  };
  const levelChoice = (
    <label className="level-choice small quiet" title={text('record.files.level.hint')}>
      <span>{text('record.files.levelOfNew')}</span>
      <select className="input" value={level} onChange={(event) => setLevel(event.target.value as FileLevel)}>
        {fileLevels.map((each) => <option key={each} value={each}>{text(`record.files.level.${each}`)}</option>)}
      </select>
    </label>
  );
  return (
    <Loaded query={query} what={text('record.files')}>
      {({ items, quota }) => (
        <div className={over ? 'drop-zone drop-over' : 'drop-zone'} data-note={text('record.files.dropHere')} onDragOver={(event) => { event.preventDefault(); setOver(mayChange); }} onDragLeave={() => setOver(false)} onDrop={drop}>
          <Card
            title={removed ? text('record.files.showRemoved') : text('record.files')}
            flush
            actions={mayChange ? (
              <>
                <Button size="small" kind="quiet" onClick={() => setRemoved(!removed)}>{text(removed ? 'record.files.hideRemoved' : 'record.files.showRemoved')}</Button>
                {removed ? null : <>{levelChoice}<Button size="small" icon="upload" onClick={() => choose(null)}>{text('record.files.add')}</Button></>}
              </>
            ) : null}
            caption={removed ? text('record.files.removedNote', { count: keptDays }) : quota ? text('record.files.quota', { used: formatBytes(quota.used, language), total: formatBytes(quota.total, language) }) : undefined}
          >
            <UploadLines uploads={uploads} cancel={cancel} dismiss={dismiss} asVersion={(upload) => { dismiss(upload.key); start([upload.file], upload.level, items.find((file) => file.name === upload.file.name)?.id ?? null); }} />
            {items.length > 0 ? (
              <FileTable record={record} files={items} mayChange={mayChange} onShow={setShown} onOpen={setOpened} onReplace={(file) => choose(file.id)} />
            ) : (
              <EmptyState title={text(removed ? 'record.files.removedEmpty' : 'record.files.empty')}>{removed ? null : mayChange ? text('record.files.drop', { most: Math.floor((quota?.largest ?? largestUpload) / 1_048_576) }) : text('record.files.emptyReader')}</EmptyState>
            )}
          </Card>
          {mayChange ? <LevelNote files /> : null}
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label={text('record.files.add')}
            onChange={(event) => {
              start(event.target.files ?? [], level, target.current);
              event.target.value = '';
            }}
          />
          <PreviewDialog record={record} file={shown} onClose={() => setShown(null)} />
          <FileDialog record={record} file={opened} mayChange={mayChange && !removed} onClose={() => setOpened(null)} />
        </div>
      )}
    </Loaded>
  );
}
