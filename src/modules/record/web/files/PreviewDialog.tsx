import { useQuery } from '@tanstack/react-query';
import { routeUrl } from '#web/api/client.ts';
import { useText } from '#web/i18n/use-text.ts';
import { ButtonLink } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { LoadingSkeleton } from '#web/kit/state/LoadingSkeleton.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { downloadFile, previewFile } from '../../words/file.contract.ts';
import type { RecordFile } from '../../words/file.schema.ts';

/** Looks at a file without saving it. Text and tables are drawn by us as plain text; pictures and PDF by the browser alone. */
export function PreviewDialog({ record, file, onClose }: { record: RecordRef; file: RecordFile | null; onClose: () => void }) {
  const text = useText();
  const params = { kind: record.kind, recordId: record.id, fileId: file?.id ?? '' };
  const url = `${routeUrl(previewFile, { params })}?number=${file?.versionCount ?? 1}`;
  return (
    <Dialog open={file !== null} title={file?.name ?? ''} width={960} onClose={onClose} actions={<ButtonLink href={routeUrl(downloadFile, { params })} icon="download" download>{text('record.files.download')}</ButtonLink>}>
      {file ? <Content file={file} url={url} /> : null}
    </Dialog>
  );
}

function Content({ file, url }: { file: RecordFile; url: string }) {
  const text = useText();
  if (file.preview === 'picture') return <img className="preview-picture" src={url} alt={file.name} />;
  if (file.preview === 'pdf') {
    return (
      <>
        {/* No `sandbox` here: browsers refuse to start their PDF viewer in one. The answer itself may load and run nothing. */}
        <iframe className="preview-frame" title={file.name} src={url} />
        <p className="small"><a href={url} target="_blank" rel="noreferrer">{text('record.files.openPdf')}</a></p>
      </>
    );
  }
  if (file.preview === 'none') return <p className="quiet">{text('record.files.noPreview')}</p>;
  return <TextContent url={url} isTable={file.preview === 'table'} />;
}

const rowsShown = 200;
const textShown = 100_000;

async function readText(url: string, isTable: boolean): Promise<{ text: string; rows: string[][]; cut: boolean }> {
  const text = await (await fetch(url, { credentials: 'same-origin' })).text();
  if (!isTable) return { text: text.slice(0, textShown), rows: [], cut: text.length > textShown };
  const { default: papa } = await import('papaparse');
  const { data } = papa.parse<string[]>(text, { preview: rowsShown + 1, skipEmptyLines: true });
  return { text: '', rows: data.slice(0, rowsShown), cut: data.length > rowsShown };
}

function TextContent({ url, isTable }: { url: string; isTable: boolean }) {
  const text = useText();
  const { data, isPending, isError } = useQuery({ queryKey: ['file', 'text', url], queryFn: () => readText(url, isTable) });
  if (isPending) return <LoadingSkeleton lines={8} />;
  if (isError) return <p className="field-error" role="alert">{text('web.problem.unexpected')}</p>;
  const [head, ...rows] = data.rows;
  return (
    <div className="preview-scroll" tabIndex={0}>
      {isTable ? (
        <table className="table">
          <thead><tr>{head?.map((cell, at) => <th key={at} scope="col">{cell}</th>)}</tr></thead>
          <tbody>{rows.map((row, line) => <tr key={line}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>)}</tbody>
        </table>
      ) : <pre className="preview-text">{data.text}</pre>}
      {data.cut ? <p className="quiet small">{text('record.files.previewCut')}</p> : null}
    </div>
  );
}
