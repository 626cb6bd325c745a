import { z } from 'zod';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { ComboboxField } from '#web/kit/form/ComboboxField.tsx';
import { CheckField, DateField, NumberField, SelectField, TextField } from '#web/kit/form/fields.tsx';
import { Form } from '#web/kit/form/Form.tsx';
import { useForm } from '#web/kit/form/use-form.ts';
import { useSay } from './sample.ts';

const schema = z.object({
  name: z.object({ zh: z.string().min(1).max(20), en: z.string().max(40).optional() }),
  revenue: z.number().min(0).max(10000),
  staff: z.number().optional(),
  kind: z.enum(['firm', 'lab']),
  territory: z.string(),
  since: z.string().optional(),
  note: z.string().max(200).optional(),
  agreed: z.boolean().optional(),
});

export function GalleryForms() {
  const say = useSay();
  const form = useForm({ initial: { staff: 214, revenue: 12860 }, schema, draft: 'gallery', submit: async () => undefined });
  const places = ['样例市 A', '样例市 B', '样例市 C'].map((label, index) => ({ value: `sample:${index}`, label, detail: '样例省' }));
  return (
    <Card title={say('2 月运行月报', 'February report')}>
      <Form form={form} actions={<Button type="submit">{say('报送', 'Send')}</Button>}>
        <TextField form={form} path="name.zh" label={say('名称', 'Name')} help={say('以营业执照为准', 'As on the licence')} />
        <TextField form={form} path="name.en" label={say('英文名', 'English name')} optional />
        <NumberField form={form} path="revenue" label={say('主营业务收入，2 月', 'Main-business revenue, February')} unit={say('万元', 'CNY 10k')} />
        <NumberField form={form} path="staff" label={say('期末从业人员', 'Staff at month end')} unit={say('人', 'people')} prefilled={say('来自社保申报，2 月 28 日。不对就改', 'From the social-insurance return of 28 February. Change it if wrong')} />
        <SelectField form={form} path="kind" label={say('类型', 'Type')} options={[{ value: 'firm', label: say('企业', 'Firm') }, { value: 'lab', label: say('实验室', 'Laboratory') }]} />
        <ComboboxField form={form} path="territory" label={say('所在地', 'Place')} find={async (words) => places.filter((place) => place.label.includes(words))} />
        <DateField form={form} path="since" label={say('成立日期', 'Founded on')} optional />
        <TextField form={form} path="note" label={say('说明', 'Note')} lines={3} optional />
        <CheckField form={form} path="agreed" label={say('数字只进汇总，不公开', 'Figures go into totals only')} />
      </Form>
    </Card>
  );
}
