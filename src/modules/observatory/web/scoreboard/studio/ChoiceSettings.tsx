import type { ReactNode } from 'react';
import { useName } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import type { ScoreboardChoices } from '../../../words/scoreboard-choices.schema.ts';
import type { ScoreboardResult } from '../../../words/scoreboard-run.schema.ts';
import { AhpEditor } from './AhpEditor.tsx';
import type { ChoiceArea } from './choice-options.ts';
import { NumberInput } from './NumberInput.tsx';
import type { Studio } from './use-studio.ts';

type SettingKey = 'low' | 'high' | 'mean' | 'sd' | 'scale' | 'winmax' | 'skewLimit' | 'kurtLimit' | 'p' | 'shareLower' | 'shareUpper';

/** The numbers of the method that is taken. */
export function ChoiceSettings({ area, studio, result }: { area: ChoiceArea; studio: Studio; result: ScoreboardResult | null }) {
  if (area === 'normalisation') return <NormalisationSettings studio={studio} result={result} />;
  if (area === 'treatment') return <TreatmentSettings studio={studio} />;
  if (area === 'aggregation') return <AggregationSettings studio={studio} />;
  return area === 'weighting' && studio.content.choices.weighting.method === 'ahp' ? <AhpEditor studio={studio} result={result} /> : null;
}

function Setting({ name, children }: { name: SettingKey; children: (label: string) => ReactNode }) {
  const text = useText();
  const label = text(`observatory.scoreboard.setting.${name}`);
  return <label className="setting small"><span>{label}</span>{children(label)}</label>;
}

function NormalisationSettings({ studio, result }: { studio: Studio; result: ScoreboardResult | null }) {
  const text = useText();
  const name = useName();
  const { normalisation } = studio.content.choices;
  const set = (change: object) => studio.setChoices({ normalisation: { ...normalisation, ...change } as ScoreboardChoices['normalisation'] });
  const number = (key: 'low' | 'high' | 'mean' | 'sd' | 'scale', value: number, min?: number) => <Setting key={key} name={key}>{(label) => <NumberInput label={label} value={value} {...(min === undefined ? {} : { min })} onChange={(given) => set({ [key]: given ?? value })} />}</Setting>;
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
              {studio.content.subjects.map(({ id }) => <option key={id} value={id}>{name(result?.subjects.find((subject) => subject.id === id)?.name) || studio.names.get(id) || id}</option>)}
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
      {treatment.winmax > 0 ? <Setting name="winmax">{(label) => <NumberInput label={label} value={treatment.winmax} min={1} max={100} onChange={(value) => set({ winmax: Math.round(value ?? 5) })} />}</Setting> : null}
      <Setting name="skewLimit">{(label) => <NumberInput label={label} value={treatment.skewLimit} min={0} max={100} onChange={(value) => set({ skewLimit: value ?? 2 })} />}</Setting>
      <Setting name="kurtLimit">{(label) => <NumberInput label={label} value={treatment.kurtLimit} min={-10} max={1000} onChange={(value) => set({ kurtLimit: value ?? 3.5 })} />}</Setting>
    </div>
  );
}

function AggregationSettings({ studio }: { studio: Studio }) {
  const { aggregation } = studio.content.choices;
  const set = (change: Partial<typeof aggregation>) => studio.setChoices({ aggregation: { ...aggregation, ...change } });
  const number = (key: 'p' | 'shareLower' | 'shareUpper', min: number, max: number) => <Setting key={key} name={key}>{(label) => <NumberInput label={label} value={aggregation[key]} min={min} max={max} onChange={(value) => set({ [key]: value ?? aggregation[key] })} />}</Setting>;
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
        <label className="setting small"><span>{text('observatory.scoreboard.setting.availability')}</span><NumberInput label={text('observatory.scoreboard.setting.availability')} value={availability * 100} min={0} max={100} onChange={(value) => studio.setChoices({ screening: value ? { nonZero: choices.screening?.nonZero ?? 0, availability: value / 100 } : null })} /></label>
        <label className="setting small"><span>{text('observatory.scoreboard.setting.dataThreshold')}</span><NumberInput label={text('observatory.scoreboard.setting.dataThreshold')} value={choices.dataThreshold * 100} min={0} max={100} onChange={(value) => studio.setChoices({ dataThreshold: (value ?? 0) / 100 })} /></label>
      </div>
      <label className="check-field small"><input type="checkbox" checked={choices.denominate} onChange={(event) => studio.setChoices({ denominate: event.target.checked })} /><span>{text('observatory.scoreboard.setting.denominate')}</span></label>
    </section>
  );
}
