import type { Action, Context } from '#platform/module/module.ts';
import { fail, type Failure } from '#platform/result/result.rules.ts';
import { insertBreak } from '../../store/break.store.ts';
import { insertIndicators, moveIndicator, takenKeys, unitsHeld, updateIndicatorRow } from '../../store/indicator.store.ts';
import { sourceExists } from '../../store/vintage.store.ts';
import type * as routes from '../../words/indicator.contract.ts';
import { meaningRefusal, stepOf, unitFitsIndicator } from '../../words/indicator.rules.ts';
import type { Indicator, IndicatorInput } from '../../words/indicator.schema.ts';
import { formulaRefusal } from '../reading/formula.ts';
import { readIndicator } from './read-indicator.ts';

async function refuse(context: Context, input: IndicatorInput, own: string | null): Promise<Failure | null> {
  const wrong = meaningRefusal(input);
  if (wrong) return fail(wrong);
  if ((await takenKeys(context.db, [input.key], own)).size > 0) return fail('indicatorKeyTaken', { key: input.key });
  if (!(await sourceExists(context.db, input.sourceId))) return fail('sourceUnknown');
  return formulaRefusal(context, input);
}

export const create: Action<typeof routes.createIndicator> = async (context, { body }) => {
  const wrong = await refuse(context, body, null);
  if (wrong) return wrong;
  const [id = ''] = await insertIndicators(context, [body]);
  context.audit({ event: 'indicator.created', subject: { kind: 'indicator', id }, name: body.name, changes: { key: [null, body.key], unit: [null, body.unit] } });
  return readIndicator(context, id);
};

const fields = ['key', 'name', 'definition', 'dimension', 'topic', 'kind', 'unit', 'direction', 'periodicity', 'decimals', 'sourceId', 'formula', 'reportedBy', 'basis', 'population', 'timing', 'aliases', 'visibility'] as const;
const inputOf = (indicator: Indicator) => Object.fromEntries(fields.map((key) => [key, indicator[key]])) as IndicatorInput;

export const update: Action<typeof routes.updateIndicator> = async (context, { params, body, ifMatch }) => {
  const found = await readIndicator(context, params.indicatorId);
  if (!found.ok) return found;
  const { id, state, version } = found.value;
  if (ifMatch !== null && ifMatch !== version) return fail('changedMeanwhile');
  const old = inputOf(found.value);
  const next = { ...old, ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) } as IndicatorInput;
  const changes = Object.fromEntries(fields.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(next[key])).map((key) => [key, [old[key], next[key]] as [unknown, unknown]]));
  if (Object.keys(changes).length === 0) return found;
  const wrong = await refuse(context, next, id);
  if (wrong) return wrong;
  if (state === 'active' && !next.definition) return fail('definitionMissing');
  if (state === 'active' && !next.unit) return fail('unitMissing');
  const held = next.unit === old.unit ? [] : await unitsHeld(context.db, id);
  const misfit = held.find((unit) => !unitFitsIndicator(next.unit, unit));
  if (misfit) return fail('unitOfValues', { unit: misfit });
  if (!(await updateIndicatorRow(context, id, ifMatch, next))) return fail('changedMeanwhile');
  if (found.value.observationCount > 0) await breakAtChange(context, id, old, next);
  context.audit({ event: 'indicator.updated', subject: { kind: 'indicator', id }, name: next.name, changes });
  return readIndicator(context, id);
};

/** Words of a definition, one language under the other. */
const wordsOf = ({ definition, population, formula }: IndicatorInput): string | null => [definition?.zh, definition?.en, population, formula].filter(Boolean).join('\n') || null;

/** Figures from now on mean something else than those that are held: the series says so, until a person decides otherwise. */
async function breakAtChange(context: Context, id: string, old: IndicatorInput, next: IndicatorInput): Promise<void> {
  const kind = old.population !== next.population ? 'population' : old.definition !== null && JSON.stringify(old.definition) !== JSON.stringify(next.definition) ? 'definition' : old.formula !== null && old.formula !== next.formula ? 'method' : null;
  if (kind === null || (kind === 'population' && old.population === null)) return;
  const startsOn = context.now.toISOString().slice(0, 10);
  await insertBreak(context, id, { subjectKind: null, subjectId: null, startsOn, kind, beforeWords: wordsOf(old), afterWords: wordsOf(next), note: null }, 'changed');
}

const refusals = { wrongState: 'stepNotNow', definitionMissing: 'definitionMissing', unitMissing: 'unitMissing' } as const;
const events = { activate: 'indicator.activated', retire: 'indicator.retired', withdraw: 'indicator.withdrawn' } as const;

export const step: Action<typeof routes.stepIndicator> = async (context, { params, body, ifMatch }) => {
  const found = await readIndicator(context, params.indicatorId);
  if (!found.ok) return found;
  const { id, state, version, name } = found.value;
  if (ifMatch !== null && ifMatch !== version) return fail('changedMeanwhile');
  const next = stepOf(found.value, body.verb);
  if ('refusal' in next) return fail(refusals[next.refusal], { state });
  if (!(await moveIndicator(context, id, ifMatch, next.to))) return fail('changedMeanwhile');
  context.audit({ event: events[body.verb], subject: { kind: 'indicator', id }, name, changes: { state: [state, next.to] } });
  return readIndicator(context, id);
};
