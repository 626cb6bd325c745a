import { useText } from '#web/i18n/use-text.ts';
import { Icon } from '#web/kit/icon/Icon.tsx';
import { stages, type Stage } from '../../words/stage.rules.ts';
import { useStageWords } from './use-stage-words.ts';
import './stage.css';

interface StageTrackProps {
  stage: Stage | null;
  towards: Stage | null;
  emerging: boolean;
}

/** Where the cluster stands on the way from its beginning to decline or transformation; between two when both fit. */
export function StageTrack({ stage, towards, emerging }: StageTrackProps) {
  const text = useText();
  const words = useStageWords();
  return (
    <ol className="life-track" aria-label={words({ stage, towards, emerging })}>
      {stages.map((each) => {
        const here = each === stage || each === towards;
        return (
          <li key={each} className={here ? 'life-stop is-here' : 'life-stop'} aria-current={here ? 'step' : undefined}>
            <span className="life-dot" aria-hidden="true">{here ? <Icon name="check" size={12} /> : null}</span>
            {text(`observatory.stage.name.${each}`)}
          </li>
        );
      })}
    </ol>
  );
}
