import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Tag } from '#web/kit/Tag.tsx';
import type { ClassificationVerdict } from '../../../words/classification.schema.ts';
import { ClauseList } from './ClauseList.tsx';
import { useLikelyWords } from './use-likely-words.ts';

const tones = { pass: 'positive', fail: 'critical', unknown: 'warning' } as const;
const icons = { pass: 'check', fail: 'cross', unknown: 'question' } as const;

/** One sentence first, then a card for each of the four kinds with its clauses. */
export function LiveVerdict({ verdict, level }: { verdict: ClassificationVerdict; level: 2 | 3 }) {
  const likely = useLikelyWords();
  return (
    <div className="stack" aria-live="polite">
      <p className="strong">{likely(verdict)}</p>
      <KindCards verdict={verdict} level={level} />
    </div>
  );
}

/** One card for each of the four kinds, its clauses under it. */
export function KindCards({ verdict, level = 2 }: { verdict: ClassificationVerdict; level?: 2 | 3 }) {
  const text = useText();
  return (
    <div className="columns">
      {verdict.kinds.map((kind) => (
        <Card key={kind.kind} level={level} title={text(`registry.verdict.kind.${kind.kind}`)} actions={<Tag tone={tones[kind.outcome]} icon={icons[kind.outcome]}>{text(`registry.verdict.outcome.${kind.outcome}`)}</Tag>} caption={text('registry.verdict.ruleSet', { id: kind.ruleSetId, version: kind.version })} flush>
          <ClauseList kind={kind} />
        </Card>
      ))}
    </div>
  );
}
