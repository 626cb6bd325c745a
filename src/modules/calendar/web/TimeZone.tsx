import { useWrite } from '#web/api/use-route.ts';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { SelectField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { putTimeZone } from '../calendar.contract.ts';
import { timeZoneInputSchema } from '../calendar.schema.ts';

const zones = [...new Set(['Asia/Shanghai', 'UTC', ...Intl.supportedValuesOf('timeZone')])];

/** The clock that deadlines, schedules and quiet hours of this space follow. */
export function TimeZone({ timeZone, editable }: { timeZone: string; editable: boolean }) {
  const text = useText();
  const put = useWrite(putTimeZone);
  const form = useForm({ initial: { timeZone }, schema: timeZoneInputSchema, submit: (body) => put.mutateAsync({ body }) });
  return (
    <Card title={text('calendar.timeZone')} caption={text('calendar.timeZone.caption')}>
      {editable ? (
        <Form form={form} label={text('calendar.timeZone')} actions={<Button type="submit" busy={form.sending}>{text('calendar.timeZone.save')}</Button>}>
          <SelectField form={form} path="timeZone" label={text('calendar.timeZone')} options={zones.map((zone) => ({ value: zone, label: zone }))} />
          {put.isSuccess ? <p role="status" className="small muted">{text('calendar.timeZone.saved')}</p> : null}
        </Form>
      ) : <p>{timeZone}</p>}
    </Card>
  );
}
