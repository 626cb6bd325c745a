import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';

const steps = ['value', 'source', 'vintage', 'revision', 'entered', 'decision'] as const;

/** The rule by which one of several values is shown, in words. */
export function RuleCard() {
  const text = useText();
  return (
    <Card title={text('indicator.rule.title')}>
      <ol className="line-list">
        {steps.map((step) => <li key={step}>{text(`indicator.rule.${step}`)}</li>)}
      </ol>
    </Card>
  );
}
