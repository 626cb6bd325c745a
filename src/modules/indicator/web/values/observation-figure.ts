import type { Figure, FigureMark } from '#platform/figure/figure.schema.ts';
import { observationMethod } from '../../words/observation.rules.ts';
import type { Observation } from '../../words/observation.schema.ts';

const marks: Record<Observation['operator'], FigureMark> = { '=': 'reported', about: 'about', '>=': 'atLeast', '>': 'atLeast', '<=': 'atMost', '<': 'atMost', notStated: 'notStated' };
const missing = { notStated: 'notStated', notApplicable: 'noData', suppressed: 'suppressed' } as const;

/** A value as every screen shows it; it opens its trace. */
export function figureOf(observation: Observation, label: { zh: string; en: string }): Figure {
  return {
    key: observation.id,
    label,
    value: observation.value,
    unit: observation.unit ?? 'one',
    period: observation.period,
    mark: observation.missing ? missing[observation.missing] : marks[observation.operator],
    sample: observation.sample,
    source: observation.source?.title ?? null,
    trace: { provider: observationMethod.id, params: { observationId: observation.id } },
  };
}
