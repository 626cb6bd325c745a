import { useBilingual } from '#web/i18n/names.ts';
import { useText } from '#web/i18n/use-text.ts';
import { useFormat } from '#web/kit/figure/use-format.ts';
import { measureFacts, stages } from '../../words/stage.rules.ts';
import type { ClauseVerdict, MeasureEvidence } from '../../words/stage.schema.ts';
import { useFigureWords } from '../use-figure-words.ts';

/** Sentences on what was read of a cluster. */
export function useMeasureWords() {
  const text = useText();
  const bilingual = useBilingual();
  const format = useFormat();
  const figure = useFigureWords();
  const year = (moment: number | null) => (moment === null ? '—' : String(Math.floor(moment)));

  /** What the series says, with its error; or why it says nothing. */
  const reading = ({ hint, unit }: MeasureEvidence): string => {
    if (!hint) return '';
    if (hint.stage === 'decline') return text('observatory.stage.reading.falls', { chance: (hint.chance ?? 1).toPrecision(2) });
    if (hint.stage === 'undetermined') return text(`observatory.stage.reading.${hint.reason as 'tooFew'}`);
    const said = { model: text(`observatory.stage.model.${hint.model ?? 'logistic'}`), ceiling: figure(String(hint.ceiling ?? 0), unit), error: figure(String(hint.ceilingError ?? 0), unit), share: ((hint.saturation ?? 0) * 100).toFixed(0), takeoff: year(hint.takeoff), maturity: year(hint.maturity) };
    return text('observatory.stage.reading.curve', said);
  };

  /** One thing a clause asked for, with the value found. */
  const input = ({ name, value, asOf }: ClauseVerdict['inputs'][number], measures: readonly MeasureEvidence[]): string => {
    const [key = '', fact] = name.split('.');
    const measure = measures.find((each) => each.key === key);
    const title = measure ? bilingual(measure.title) : key;
    const asked = measureFacts.find((each) => each === fact);
    const label = asked ? `${title} · ${text(`observatory.stage.fact.${asked}`)}` : title;
    if (measure?.withheld) return `${label}: ${text('observatory.stage.withheld')}`;
    const stage = stages.find((each) => each === value);
    const shown = value === null || value === undefined ? text('observatory.stage.unknown') : typeof value === 'boolean' ? text(value ? 'web.yes' : 'web.no') : stage ? text(`observatory.stage.name.${stage}`) : value === 'none' ? text('observatory.stage.near.none') : figure(String(value as string), asked === 'growth' || asked === 'saturation' ? 'percent' : (measure?.unit ?? null));
    return asOf && value !== null ? `${label}: ${shown} (${format.period(asOf)})` : `${label}: ${shown}`;
  };
  return { figure, reading, input };
}
