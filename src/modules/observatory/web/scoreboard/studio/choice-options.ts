import { aggregationMethods, imputationMethods, normalisationMethods, weightingMethods, choicesSchema, type ScoreboardChoices } from '../../../words/scoreboard-choices.schema.ts';

export const choiceAreas = ['normalisation', 'imputation', 'treatment', 'weighting', 'aggregation'] as const;
export type ChoiceArea = (typeof choiceAreas)[number];
export const treatmentKinds = ['none', 'winsorise', 'winsorise-log', 'log'] as const;
export type TreatmentKind = (typeof treatmentKinds)[number];

export const optionsOf = { normalisation: normalisationMethods, imputation: imputationMethods, treatment: treatmentKinds, weighting: weightingMethods, aggregation: aggregationMethods } as const;

const defaults = choicesSchema.parse({});

export function treatmentKindOf({ treatment }: ScoreboardChoices): TreatmentKind {
  if (treatment === null) return 'none';
  return treatment.winmax === 0 ? 'log' : treatment.fallback === 'none' ? 'winsorise' : 'winsorise-log';
}

/** Which option of an area is taken. */
export function takenOf(choices: ScoreboardChoices, area: ChoiceArea): string {
  if (area === 'treatment') return treatmentKindOf(choices);
  return area === 'imputation' ? choices.imputation : choices[area].method;
}

type Normalisation = ScoreboardChoices['normalisation'];

/** The settings with which a normalisation starts; where one of the subjects is the measure, the first. */
function normalisationOf(method: Normalisation['method'], firstSubject: string): Normalisation {
  return choicesSchema.shape.normalisation.parse(method === 'dist2ref' ? { method, subjectId: firstSubject } : { method });
}

/** The choices with another option in one area; the one that is taken already keeps its settings. */
export function withOption(choices: ScoreboardChoices, area: ChoiceArea, option: string, firstSubject: string): ScoreboardChoices {
  if (takenOf(choices, area) === option) return choices;
  switch (area) {
    case 'normalisation': return { ...choices, normalisation: normalisationOf(option as Normalisation['method'], firstSubject) };
    case 'imputation': return { ...choices, imputation: option as ScoreboardChoices['imputation'] };
    case 'weighting': return { ...choices, weighting: { ...choices.weighting, method: option as ScoreboardChoices['weighting']['method'] } };
    case 'aggregation': return { ...choices, aggregation: { ...choices.aggregation, method: option as ScoreboardChoices['aggregation']['method'] } };
    case 'treatment': {
      const kept = choices.treatment ?? defaults.treatment;
      if (option === 'none' || kept === null) return { ...choices, treatment: null };
      const winmax = option === 'log' ? 0 : kept.winmax || 5;
      const fallback = option === 'winsorise' ? 'none' : kept.fallback === 'none' ? 'log-ct' : kept.fallback;
      return { ...choices, treatment: { ...kept, winmax, fallback } };
    }
  }
}

/** What an option needs that is not there yet; null when it can be taken. */
export type OptionNeed = 'posts' | 'target' | 'groups' | 'subjects' | 'comparisons';
export function needOf(content: { choices: ScoreboardChoices; nodes: readonly { indicatorId: string | null; lower: number | null; upper: number | null; target: number | null }[]; subjects: readonly { group: string | null }[] }, area: ChoiceArea, option: string): OptionNeed | null {
  const leaves = content.nodes.filter((node) => node.indicatorId !== null);
  if (area === 'normalisation' && option === 'goalposts' && leaves.some((node) => node.lower === null || node.upper === null)) return 'posts';
  if (area === 'normalisation' && option === 'dist2target' && leaves.some((node) => node.target === null)) return 'target';
  if (area === 'normalisation' && option === 'dist2ref' && content.subjects.length === 0) return 'subjects';
  if (area === 'imputation' && option.startsWith('group-') && content.subjects.every((subject) => subject.group === null)) return 'groups';
  if (area === 'weighting' && option === 'ahp' && content.choices.weighting.comparisons.length === 0) return 'comparisons';
  return null;
}
