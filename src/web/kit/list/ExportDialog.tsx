import { useState } from 'react';
import { createExportRequest } from '#modules/system/words/level.contract.ts';
import { exportRequestInputSchema, type ExportRequest } from '#modules/system/words/level.schema.ts';
import { call } from '#web/api/client.ts';
import type { ListExport } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { PageLink } from '#web/router/PageLink.tsx';

export interface ExportAsk {
  view: ListExport;
  title: string;
  form: 'csv' | 'json';
  rows: number;
}

const reasonSchema = exportRequestInputSchema.pick({ reason: true });

/** Asks for one export above the free level: what leaves, why, and who has to agree. */
export function ExportDialog({ ask, onClose, onReady }: { ask: ExportAsk; onClose: () => void; onReady: () => void }) {
  const text = useText();
  const [asked, setAsked] = useState<ExportRequest | null>(null);
  const { view, form: format, rows } = ask;
  const form = useForm({
    initial: { reason: '' },
    schema: reasonSchema,
    submit: async ({ reason }) => setAsked(await call(createExportRequest, { body: { operation: view.operation, params: view.params, query: view.query, format, rows, reason, href: `${location.pathname}${location.search}` } })),
  });
  const isReady = asked?.state === 'approved';
  return (
    <Dialog open title={text('web.export.ask')} onClose={onClose}>
      {asked ? (
        <div className="stack" role="status">
          <p>{text(isReady ? 'web.export.ready' : 'web.export.waits')}</p>
          <p className="row">
            {isReady ? <Button kind="primary" icon="download" onClick={onReady}>{text('web.export.fetch')}</Button> : null}
            {!isReady && asked.approvalId ? <PageLink className="link" href={`/approvals/${asked.approvalId}`}>{text('web.export.openRequest')}</PageLink> : null}
          </p>
        </div>
      ) : (
        <Form form={form} label={text('web.export.ask')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('web.export.ask')}</Button>}>
          <p>{text('web.export.askIntro', { level: text('web.level.sensitive') })}</p>
          <p className="small">{text('web.export.what')}: {ask.title} · {text('web.export.view', { rows, format: format.toUpperCase() })}</p>
          <TextField form={form} path="reason" label={text('web.export.reason')} lines={3} />
        </Form>
      )}
    </Dialog>
  );
}
