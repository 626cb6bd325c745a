import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Dialog } from '#web/kit/Dialog.tsx';
import { TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { chooseStatement } from '../../words/statement.contract.ts';
import type { Statement } from '../../words/statement.schema.ts';
import { StatementSource } from './StatementSource.tsx';
import { StatementValue } from './StatementValue.tsx';

/** Deciding which statement is shown asks for a reason and changes no value. */
export function ChoiceDialog({ statement, onClose }: { statement: Statement | null; onClose: () => void }) {
  const text = useText();
  return (
    <Dialog open={statement !== null} title={text('registry.statement.choose')} onClose={onClose}>
      {statement ? <ChoiceForm statement={statement} onDone={onClose} /> : null}
    </Dialog>
  );
}

function ChoiceForm({ statement, onDone }: { statement: Statement; onDone: () => void }) {
  const text = useText();
  const choose = useWrite(chooseStatement, { touches: ['figure', 'history', 'cluster'], onDone });
  const form = useForm({ initial: {}, schema: chooseStatement.body, submit: (body) => choose.mutateAsync({ params: { statementId: statement.id }, body }) });
  return (
    <Form form={form} label={text('registry.statement.choose')} actions={<Button kind="primary" type="submit" busy={form.sending}>{text('web.statement.choose')}</Button>}>
      <p><strong><StatementValue statement={statement} /></strong></p>
      <p><StatementSource statement={statement} /></p>
      <p className="muted">{text('registry.statement.bothKept')}</p>
      <TextField form={form} path="reason" label={text('registry.statement.reason')} lines={3} help={text('registry.statement.reason.help')} />
    </Form>
  );
}
