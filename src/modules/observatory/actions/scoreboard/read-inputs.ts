import { readIndicators, readableValues, type ReadableValue, type ReadValue } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import type { ScoredKind } from '../../words/scoreboard.schema.ts';
import type { FindingKind } from '../../words/scoreboard-choices.schema.ts';
import type { KnownContent } from './check-content.ts';

/** A value that goes in: what a source states, or what a formula gives. */
export type InputValue = Omit<ReadableValue, 'id'> & { id: string | null };

export interface Inputs {
  values: InputValue[];
  /** Every observation that had a part in them. */
  observationIds: string[];
  /** What formulas mix in themselves, by indicator. */
  mixed: { kind: FindingKind; indicatorId: string; subjectId: string }[];
}

const mixtures: Readonly<Partial<Record<string, FindingKind>>> = { vintagesDiffer: 'ratioOfVintages', basesDiffer: 'ratioOfBases' };

/** Of each subject the newest period. */
function newest(values: readonly ReadValue[]): ReadValue[] {
  const bySubject = new Map<string, ReadValue>();
  for (const value of values) {
    const held = bySubject.get(value.subject.id);
    if (!held || held.periodEnd <= value.periodEnd) bySubject.set(value.subject.id, value);
  }
  return [...bySubject.values()];
}

function computedValue(indicatorId: string, value: ReadValue): InputValue {
  const { subject, period, operator, unit, missing, basis, scopeNote, vintageTitle, sourceTitle, sample, observationId, derived } = value;
  const titles = [...new Set((derived?.terms ?? []).flatMap((term) => (term.vintageTitle === null ? [] : [term.vintageTitle])))].sort();
  return { id: observationId, indicatorId, subjectId: subject.id, period, operator, value: value.value, unit, missing, basis: basis ?? 'public', scopeNote, vintage: derived ? titles.join(' + ') || null : vintageTitle, source: sourceTitle, sample };
}

/** Values of the indicators, as the reader may see them: those with a formula as it gives them, unless one release is asked for. */
export async function readInputs(context: Context, subjectKind: ScoredKind, { content, indicators }: KnownContent): Promise<Inputs> {
  const subjectIds = content.subjects.map(({ id }) => id);
  const all = [...indicators.values()];
  const byFormula = content.vintageId === null ? all.filter(({ formula }) => formula !== null) : [];
  const stated = await readableValues(context, { indicatorIds: all.filter((one) => !byFormula.includes(one)).map(({ id }) => id), subjectKind, subjectIds, period: content.period, vintageId: content.vintageId });
  const read = byFormula.length === 0 ? new Map<string, ReadValue[]>() : await readIndicators(context, byFormula.map(({ id }) => id), { subjectKind, subjectIds, periods: content.period === null ? undefined : [content.period] });
  const inputs: Inputs = { values: [...stated], observationIds: stated.map(({ id }) => id), mixed: [] };
  for (const [indicatorId, values] of read) {
    for (const value of newest(values)) {
      inputs.values.push(computedValue(indicatorId, value));
      inputs.observationIds.push(...[value.observationId, ...(value.derived?.terms ?? []).map((term) => term.observationId)].filter((id) => id !== null));
      for (const warning of value.derived?.warnings ?? []) {
        const kind = mixtures[warning];
        if (kind && value.value !== null) inputs.mixed.push({ kind, indicatorId, subjectId: value.subject.id });
      }
    }
  }
  inputs.observationIds = [...new Set(inputs.observationIds)];
  return inputs;
}
