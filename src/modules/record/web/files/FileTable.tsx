import { routeUrl } from '#web/api/client.ts';
import { useWrite } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { SampleTag } from '#web/kit/figure/SampleTag.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { IconButton } from '#web/kit/Button.tsx';
import { Menu } from '#web/kit/Menu.tsx';
import type { MenuItem } from '#web/kit/Menu.tsx';
import { problemText } from '#web/kit/state/problem-text.ts';
import { DataTable } from '#web/kit/table/DataTable.tsx';
import type { Column } from '#web/kit/table/column.ts';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { downloadFile, removeFile, restoreFile } from '../../words/file.contract.ts';
import type { RecordFile } from '../../words/file.schema.ts';
import { formatBytes } from './bytes.ts';

export interface FileTableProps {
  record: RecordRef;
  files: readonly RecordFile[];
  mayChange: boolean;
  onShow: (file: RecordFile) => void;
  onOpen: (file: RecordFile) => void;
  onReplace: (file: RecordFile) => void;
}

export function FileTable({ record, files, mayChange, onShow, onOpen, onReplace }: FileTableProps) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const language = useLanguage();
  const touches = ['attached', 'history'];
  const remove = useWrite(removeFile, { touches });
  const restore = useWrite(restoreFile, { touches });
  const problem = remove.error ?? restore.error;
  const paramsOf = (file: RecordFile) => ({ kind: record.kind, recordId: record.id, fileId: file.id });
  const deeds = (file: RecordFile): MenuItem[] => [
    { key: 'preview', label: text('record.files.preview'), icon: 'search', onSelect: () => onShow(file) },
    { key: 'download', label: text('record.files.download'), icon: 'download', onSelect: () => window.location.assign(routeUrl(downloadFile, { params: paramsOf(file) })) },
    { key: 'details', label: text('record.files.details'), icon: 'clock', onSelect: () => onOpen(file) },
    ...(mayChange && file.removedAt === null ? [
      { key: 'version', label: text('record.files.newVersion'), icon: 'upload', onSelect: () => onReplace(file), divided: true } as const,
      { key: 'remove', label: text('record.files.remove'), icon: 'trash', onSelect: () => remove.mutate({ params: paramsOf(file) }) } as const,
    ] : []),
    ...(mayChange && file.removedAt !== null ? [{ key: 'restore', label: text('record.files.restore'), icon: 'back', onSelect: () => restore.mutate({ params: paramsOf(file) }), divided: true } as const] : []),
  ];
  const columns: Column<RecordFile>[] = [
    { key: 'name', label: text('record.files.column.name'), fixed: true, cell: (file) => (
      <span className="file-name">
        <button type="button" className="link-button" onClick={() => onShow(file)}>{file.name}</button>
        {file.versionCount > 1 ? <span className="quiet small"> · {text('record.files.versionCount', { count: file.versionCount })}</span> : null}
        {file.sample ? <> <SampleTag /></> : null}
        {file.note ? <span className="quiet small file-note">{file.note}</span> : null}
      </span>
    ) },
    { key: 'level', label: text('record.files.column.level'), cell: (file) => text(`record.files.level.${file.level}`) },
    { key: 'size', label: text('record.files.column.size'), number: true, cell: (file) => formatBytes(file.current.size, language) },
    { key: 'uploaded', label: text('record.files.column.uploaded'), deskOnly: true, cell: (file) => <span className="small">{file.current.uploadedBy ? text('record.files.versionBy', { name: name(file.current.uploadedBy.name), at: format.date(file.current.uploadedAt) }) : format.date(file.current.uploadedAt)}</span> },
    { key: 'retain', label: text('record.files.column.retain'), deskOnly: true, cell: (file) => (file.retainUntil ? format.date(file.retainUntil) : '—') },
    { key: 'deeds', label: '', width: 48, cell: (file) => <Menu label={text('record.files.actions', { name: file.name })} align="end" items={deeds(file)} trigger={(props) => <IconButton icon="more" label={text('record.files.actions', { name: file.name })} {...props} />} /> },
  ];
  return (
    <>
      {problem ? <p className="field-error" role="alert" style={{ padding: '8px 16px' }}>{problemText(problem, text)}</p> : null}
      <DataTable caption={text('record.files')} columns={columns} rows={files} rowKey={(file) => file.id} density="compact" />
    </>
  );
}
