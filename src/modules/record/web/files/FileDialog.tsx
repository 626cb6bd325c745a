import { routeUrl } from '#web/api/client.ts';
import { useRoute, useWrite } from '#web/api/use-route.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { DateField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Loaded } from '#web/kit/state/Loaded.tsx';
import type { RecordRef } from '#web/router/collect-record-tabs.ts';
import { downloadFile, getFile, updateFile } from '../../words/file.contract.ts';
import { fileLevels, filePatchSchema } from '../../words/file.schema.ts';
import type { FileVersion, RecordFile } from '../../words/file.schema.ts';
import { formatBytes } from './bytes.ts';

export interface FileDialogProps {
  record: RecordRef;
  file: RecordFile | null;
  mayChange: boolean;
  onClose: () => void;
}

/** What is known of a file, and every content it ever had. */
export function FileDialog({ record, file, mayChange, onClose }: FileDialogProps) {
  const text = useText();
  const params = { kind: record.kind, recordId: record.id, fileId: file?.id ?? '' };
  const query = useRoute(getFile, { params }, { enabled: file !== null });
  return (
    <Dialog open={file !== null} title={file?.name ?? ''} width={640} onClose={onClose}>
      {file && mayChange ? <FileForm key={file.id} params={params} file={file} onDone={onClose} /> : file?.note ? <p>{file.note}</p> : null}
      <h3>{text('record.files.versions')}</h3>
      <Loaded query={query} what={text('record.files.versions')}>{({ versions }) => <Versions params={params} versions={versions} />}</Loaded>
    </Dialog>
  );
}

type Params = { kind: string; recordId: string; fileId: string };

function Versions({ params, versions }: { params: Params; versions: readonly FileVersion[] }) {
  const text = useText();
  const name = useName();
  const format = useFormat();
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {versions.map((version) => (
        <li key={version.number} className="row">
          <span className="grow">
            {text('record.files.versionCount', { count: version.number })} · <a href={routeUrl(downloadFile, { params, query: { number: version.number } })} download>{version.name}</a>
            <span className="quiet small"> {formatBytes(version.size, language)} · {version.uploadedBy ? `${name(version.uploadedBy.name)} · ` : ''}{format.moment(version.uploadedAt)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function FileForm({ params, file, onDone }: { params: Params; file: RecordFile; onDone: () => void }) {
  const text = useText();
  const update = useWrite(updateFile, { touches: ['history'], onDone });
  const form = useForm({
    initial: { name: file.name, level: file.level, note: file.note, retainUntil: file.retainUntil },
    schema: filePatchSchema,
    submit: (body) => update.mutateAsync({ params, body, ifMatch: file.version }),
  });
  return (
    <Form form={form} label={text('record.files.details')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('record.files.save')}</Button>}>
      <TextField form={form} path="name" label={text('record.files.column.name')} />
      <SelectField form={form} path="level" label={text('record.files.column.level')} help={text('record.files.level.hint')} options={fileLevels.map((value) => ({ value, label: text(`record.files.level.${value}`) }))} />
      <TextField form={form} path="note" label={text('record.files.note')} />
      <DateField form={form} path="retainUntil" label={text('record.files.column.retain')} help={text('record.files.retainHint')} />
    </Form>
  );
}
