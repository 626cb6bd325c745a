import { useText } from '#web/i18n/use-text.ts';
import { assetStages, type AssetStage } from '../../words/asset.schema.ts';
import './asset.css';

/** The five stages in their order. Each shows how many sets stand there and narrows the list, or which one a set has reached. */
export function StageTrack({ counts, chosen, onChoose }: { counts?: ReadonlyMap<AssetStage, number>; chosen?: string | undefined; onChoose?: (stage: AssetStage | null) => void }) {
  const text = useText();
  const reached = assetStages.findIndex((stage) => stage === chosen);
  return (
    <ol className="stage-track" aria-label={text('intake.asset.stages')}>
      {assetStages.map((stage, at) => {
        const inside = <><span className="stage-name">{text(`intake.assetStage.${stage}`)}</span>{counts ? <strong className="stage-count">{counts.get(stage) ?? 0}</strong> : null}</>;
        const state = onChoose ? (stage === chosen ? 'is-chosen' : '') : at < reached ? 'is-past' : at === reached ? 'is-chosen' : '';
        return (
          <li key={stage} className={`stage ${state}`} {...(!onChoose && stage === chosen ? { 'aria-current': 'step' } : {})}>
            {onChoose ? <button type="button" aria-pressed={stage === chosen} onClick={() => onChoose(stage === chosen ? null : stage)}>{inside}</button> : <span className="stage-still">{inside}</span>}
          </li>
        );
      })}
    </ol>
  );
}
