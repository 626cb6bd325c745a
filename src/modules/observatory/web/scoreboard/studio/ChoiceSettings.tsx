import { useText } from '#web/i18n/use-text.ts';
import type { ScoreboardChoices } from '../../../words/scoreboard-choices.schema.ts';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { AhpEditor } from './AhpEditor.tsx';
import type { ChoiceArea } from './choice-options.ts';
import { NumberSetting } from './NumberInput.tsx';
import { useCalled } from './use-called.ts';
import type { Studio } from './use-studio.ts';

type SettingKey = 'low' | 'high' | 'mean' | 'sd' | 'scale' | 'winmax' | 'skewLimit' | 'kurtLimit' | 'p' | 'shareLower' | 'shareUpper' | 'availability' | 'dataThreshold';

/** The numbers of the method that is taken. */
export function ChoiceSettings({ area, studio, result }: { area: ChoiceArea; studio: Studio; result: ScoreboardResult | null }) {
  if (area === 'normalisation') return <NormalisationSettings studio={studio} result={result} />;
  if (area === 'treatment') return <TreatmentSettings studio={studio} />;
  if (area === 'aggregation') return <AggregationSettings studio={studio} />;
  return area === 'weighting' && studio.content.choices.weighting.method === 'ahp' ? <AhpEditor studio={studio} result={result} /> : null;
}

/** What is emptied keeps its value. */
function Setting({ name, value, min, max, onChange }: { name: SettingKey; value: number; min?: number; max?: number; onChange: (value: number) => void }) {
  const text = useText();
  return <NumberSetting small label={text(`observatory.scoreboard.setting.${name}`)} value={value} min={min} max={max} onChange={(given) => onChange(given ?? value)} />;
}

function NormalisationSettings({ studio, result }: { studio: Studio; result: ScoreboardResult | null }) {
  const text = useText();
  const called = useCalled(studio, result);
  const { normalisation } = studio.content.choices;
  const set = (change: object) => studio.setChoices({ normalisation: { ...normalisation, ...change } as ScoreboardChoices['normalisation'] });
  const number = (key: 'low' | 'high' | 'mean' | 'sd' | 'scale', value: number, min?: number) => <Setting key={key} name={key} value={value} min={min} onChange={(given) => set({ [key]: given })} />;
  switch (normalisation.method) {
    case 'minmax': return <div className="settings">{number('low', normalisation.low)}{number('high', normalisation.high)}</div>;
    case 'zscore': return <div className="settings">{number('mean', normalisation.mean)}{number('sd', normalisation.sd, 1e-9)}</div>;
    case 'goalposts': return <div className="settings">{number('scale', normalisation.scale, 1e-9)}</div>;
    case 'dist2ref':
      return (
        <div className="settings">
          <label className="setting small">
            <span>{text('observatory.scoreboard.setting.subjectId')}</span>
            <select className="input input-small" value={normalisation.subjectId} onChange={(event) => set({ subjectId: event.target.value })}>
              {studio.content.subjects.map(({ id }) => <option key={id} value={id}>{called.subject(id)}</option>)}
            </select>
          </label>
        </div>
      );
    default: return null;
  }
}

function TreatmentSettings({ studio }: { studio: Studio }) {
  const { treatment } = studio.content.choices;
  if (!treatment) return null;
  const set = (change: Partial<typeof treatment>) => studio.setChoices({ treatment: { ...treatment, ...change } });
  return (
    <div className="settings">
      {treatment.winmax > 0 ? <Setting name="winmax" value={treatment.winmax} min={1} max={100} onChange={(value) => set({ winmax: Math.round(value) })} /> : null}
      <Setting name="skewLimit" value={treatment.skewLimit} min={0} max={100} onChange={(value) => set({ skewLimit: value })} />
      <Setting name="kurtLimit" value={treatment.kurtLimit} min={-10} max={1000} onChange={(value) => set({ kurtLimit: value })} />
    </div>
  );
}

function AggregationSettings({ studio }: { studio: Studio }) {
  const { aggregation } = studio.content.choices;
  const set = (change: Partial<typeof aggregation>) => studio.setChoices({ aggregation: { ...aggregation, ...change } });
  const number = (key: 'p' | 'shareLower' | 'shareUpper', min: number, max: number) => <Setting key={key} name={key} value={aggregation[key]} min={min} max={max} onChange={(value) => set({ [key]: value })} />;
  if (aggregation.method === 'power') return <div className="settings">{number('p', -20, 20)}</div>;
  if (aggregation.method === 'bod') return <div className="settings">{number('shareLower', 0, 1)}{number('shareUpper', 0, 1)}</div>;
  return null;
}

/** How much must be there: of a subject to be compared, of a group to have a score. */
export function ThresholdSettings({ studio }: { studio: Studio }) {
  const text = useText();
  const { choices } = studio.content;
  const availability = choices.screening?.availability ?? 0;
  return (
    <section className="method-area method-plain">
      <h3 className="method-name">{text('observatory.scoreboard.choices.screening')}</h3>
      <p className="small quiet">{text('observatory.scoreboard.choices.screening.hint')}</p>
      <div className="settings">
        <Setting name="availability" value={availability * 100} min={0} max={100} onChange={(value) => studio.setChoices({ screening: value ? { nonZero: choices.screening?.nonZero ?? 0, availability: value / 100 } : null })} />
        <Setting name="dataThreshold" value={choices.dataThreshold * 100} min={0} max={100} onChange={(value) => studio.setChoices({ dataThreshold: value / 100 })} />
      </div>
      <label className="check-field small"><input type="checkbox" checked={choices.denominate} onChange={(event) => studio.setChoices({ denominate: event.target.checked })} /><span>{text('observatory.scoreboard.setting.denominate')}</span></label>
    </section>
  );
}
