import { useText } from '#web/i18n/use-text.ts';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import type { ScoreboardContent } from '../../../words/scoreboard.schema.ts';
import { movementOf, rankRows } from '../result/rank-rows.ts';
import { useScore } from '../use-score.ts';
import { needOf, withOption, type ChoiceArea } from './choice-options.ts';
import { usePreview } from './use-preview.ts';
import type { Studio } from './use-studio.ts';

interface OptionProps {
  area: ChoiceArea;
  option: string;
  taken: boolean;
  studio: Studio;
  scoreboardId: string;
  settled: ScoreboardContent;
  result: ScoreboardResult | null;
}

/** One method: its name, what it does in a sentence, and what it would do to the ranks. */
export function ChoiceOption({ area, option, taken, studio, scoreboardId, settled, result }: OptionProps) {
  const text = useText();
  const { content } = studio;
  const need = needOf(content, area, option);
  const first = content.subjects[0]?.id ?? '';
  const stem = `observatory.scoreboard.${area}.${option}` as 'observatory.scoreboard.normalisation.minmax';
  // AHP can be taken before anything is compared: then every pair counts as equal.
  const stopped = need !== null && need !== 'comparisons';
  return (
    <label className={taken ? 'method-option method-option-on' : stopped ? 'method-option method-option-off' : 'method-option'}>
      <input type="radio" name={`choice-${area}`} checked={taken} disabled={stopped} onChange={() => studio.change({ choices: withOption(content.choices, area, option, first) })} />
      <span className="method-words">
        <span className="method-option-name">{text(stem)}</span>
        <span className="small quiet">{text(`${stem}.hint`)}</span>
      </span>
      <span className="method-effect small">
        {taken ? text('observatory.scoreboard.effect.taken') : need ? text(`observatory.scoreboard.need.${need}`) : <Effect scoreboardId={scoreboardId} content={{ ...settled, choices: withOption(settled.choices, area, option, first) }} result={result} />}
      </span>
    </label>
  );
}

/** How far the ranks would move from those at hand. */
function Effect({ scoreboardId, content, result }: { scoreboardId: string; content: ScoreboardContent; result: ScoreboardResult | null }) {
  const text = useText();
  const score = useScore();
  const query = usePreview(scoreboardId, content, { enabled: result !== null });
  if (!result || query.isPending) return <span className="quiet">…</span>;
  if (query.error || !query.data.result) return <span className="quiet">{text('observatory.scoreboard.effect.none')}</span>;
  const { moved, compared, mean } = movementOf(rankRows(query.data.result, result));
  const lost = rankRows(result).filter((row) => row.rank !== null).length - compared;
  return (
    <>
      {moved === 0 ? <span className="quiet">{text('observatory.scoreboard.effect.same')}</span> : <span>{text('observatory.scoreboard.effect', { moved, count: compared, mean: score.decimals(mean, 1) })}</span>}
      {lost > 0 ? <div>{text('observatory.scoreboard.effect.lost', { count: lost })}</div> : null}
    </>
  );
}
