import { useState } from 'react';
import { useText } from '#web/i18n/use-text.ts';
import { Card } from '#web/kit/Card.tsx';
import { Icon } from '#web/kit/icon/Icon.tsx';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import type { ScoreboardContent } from '../../../words/scoreboard.schema.ts';
import { ChoiceOption } from './ChoiceOption.tsx';
import { choiceAreas, optionsOf, takenOf, type ChoiceArea } from './choice-options.ts';
import { ChoiceSettings, ThresholdSettings } from './ChoiceSettings.tsx';
import type { Studio } from './use-studio.ts';

interface PanelProps {
  studio: Studio;
  scoreboardId: string;
  settled: ScoreboardContent;
  result: ScoreboardResult | null;
}

/** Every method that can be decided on; an open one shows what each option would do to the ranks. */
export function ChoicesPanel(props: PanelProps) {
  const text = useText();
  const [open, setOpen] = useState<ChoiceArea | null>('normalisation');
  return (
    <Card title={text('observatory.scoreboard.part.methods')} flush caption={text('observatory.scoreboard.methods.caption')}>
      {choiceAreas.map((area) => <Area key={area} area={area} open={open === area} onOpen={() => setOpen(open === area ? null : area)} {...props} />)}
      <ThresholdSettings studio={props.studio} />
    </Card>
  );
}

function Area({ area, open, onOpen, studio, scoreboardId, settled, result }: PanelProps & { area: ChoiceArea; open: boolean; onOpen: () => void }) {
  const text = useText();
  const taken = takenOf(studio.content.choices, area);
  const key = `observatory.scoreboard.${area}.${taken}` as 'observatory.scoreboard.normalisation.minmax';
  return (
    <section className="method-area">
      <h3>
        <button type="button" className="method-head" aria-expanded={open} onClick={onOpen}>
          <Icon name={open ? 'down' : 'right'} size={14} />
          <span className="method-name">{text(`observatory.scoreboard.choices.${area}`)}</span>
          <span className="method-taken">{text(key)}</span>
        </button>
      </h3>
      {open ? (
        <fieldset className="method-options">
          <legend className="visually-hidden">{text(`observatory.scoreboard.choices.${area}`)}</legend>
          <p className="small quiet">{text(`observatory.scoreboard.choices.${area}.hint`)}</p>
          {optionsOf[area].map((option) => <ChoiceOption key={option} area={area} option={option} taken={option === taken} studio={studio} scoreboardId={scoreboardId} settled={settled} result={result} />)}
          <ChoiceSettings area={area} studio={studio} result={result} />
        </fieldset>
      ) : null}
    </section>
  );
}
