import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Button } from '#web/kit/Button.tsx';
import { Card } from '#web/kit/Card.tsx';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { Tag } from '#web/kit/Tag.tsx';
import type { StageVerdict } from '../../words/stage.schema.ts';
import { WithdrawDialog } from './OpinionDialog.tsx';
import { StageMark } from './StageMark.tsx';

/** Who says otherwise, and why. Nothing is deleted: what was replaced or taken back stays and says so. */
export function OpinionsCard({ verdict, clusterId }: { verdict: StageVerdict; clusterId: string }) {
  const text = useText();
  const format = useFormat();
  const [taking, setTaking] = useState<string | null>(null);
  if (verdict.opinions.length === 0) return null;
  return (
    <Card title={text('observatory.stage.opinions')} note={format.count(verdict.opinions.length)} flush>
      <ul className="line-list line-list-rows">
        {verdict.opinions.map((opinion) => {
          const state = opinion.withdrawnAt ? 'withdrawn' : opinion.kind === 'override' && !opinion.inForce ? 'replaced' : opinion.kind;
          return (
            <li key={opinion.id} className="opinion">
              <p className="row row-wrap">
                <Tag {...(state === 'override' ? { tone: 'brand' as const } : state === 'dissent' ? { tone: 'warning' as const } : {})}>{text(`observatory.stage.opinion.state.${state}`)}</Tag>
                <StageMark stage={opinion.stage} towards={opinion.towards} />
                <span className="grow quiet small">{opinion.judgedByName} · {format.date(opinion.judgedAt)}</span>
                {opinion.own && !opinion.withdrawnAt ? <Button size="small" onClick={() => setTaking(opinion.id)}>{text('observatory.stage.withdraw')}</Button> : null}
              </p>
              <p className="opinion-reason">{opinion.reason}</p>
              {opinion.withdrawnAt ? <p className="small quiet">{text('observatory.stage.withdrawnBy', { name: opinion.withdrawnByName ?? '', date: format.date(opinion.withdrawnAt), reason: opinion.withdrawnReason ?? '' })}</p> : null}
            </li>
          );
        })}
      </ul>
      {taking ? <WithdrawDialog opinionId={taking} clusterId={clusterId} onClose={() => setTaking(null)} /> : null}
    </Card>
  );
}
