import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import type { Person } from '../identity.schema.ts';

export function PersonSide({ person }: { person: Person }) {
  const text = useText();
  const format = useFormat();
  const facts = [
    [text('identity.column.name.zh'), person.name.zh],
    [text('identity.column.name.en'), person.name.en],
    [text('identity.column.login'), person.login],
    [text('identity.column.email'), person.email],
    [text('identity.person.language'), person.language ? { 'zh-CN': '中文', en: 'English' }[person.language] : null],
    [text('identity.person.createdAt'), format.moment(person.createdAt)],
    [text('identity.person.updatedAt'), format.moment(person.updatedAt)],
  ] as const;
  return (
    <Card title={text('identity.person.about')}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value ?? <span className="quiet">{text('web.figure.notStated')}</span>}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
