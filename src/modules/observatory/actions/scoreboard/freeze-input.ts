import { convert } from '#kernel/quantity/unit.ts';
import { pipelineMethod } from '#kernel/indicator/pipeline/chain.ts';
import { sobolMethod } from '#kernel/indicator/sensitivity/sobol.ts';
import { rngMethod } from '#kernel/stats/rng.ts';
import type { IndicatorRow } from '#modules/indicator/index.ts';
import type { Name } from '#platform/i18n/name.schema.ts';
import type { Context } from '#platform/module/module.ts';
import type { UncertaintySettings } from '../../words/scoreboard-choices.schema.ts';
import type { InputMark } from '../../words/scoreboard-run.schema.ts';
import type { ScoredKind } from '../../words/scoreboard.schema.ts';
import type { KnownContent } from './check-content.ts';
import type { FrozenColumn, FrozenInput, FrozenNode, Origin } from './compute/frozen-input.ts';
import { findMixtures } from './find-mixtures.ts';
import { readInputs, type InputValue } from './read-inputs.ts';

export const scoreboardMethod = { id: 'observatory.scoreboard', version: '1' } as const;

export interface Frozen {
  input: FrozenInput;
  observationIds: string[];
  sample: boolean;
}

const markOf = ({ value, operator, missing }: InputValue): InputMark => (value === null ? (missing ?? 'notStated') : operator === '=' ? 'value' : 'about');

/** The value in the unit of its indicator; in its own where they do not convert, which is then told as a mixture. */
function inOwnUnit(one: InputValue, unit: string | null): { value: string | null; unit: string | null } {
  if (one.value === null || one.unit === null || unit === null || one.unit === unit) return { value: one.value, unit: one.unit ?? unit };
  const converted = convert(one.value, one.unit, unit);
  return converted.ok ? { value: converted.value, unit } : { value: one.value, unit: one.unit };
}

/** Distinct origins, each once. */
class Origins {
  readonly list: Origin[] = [];
  readonly #at = new Map<string, number>();

  place(origin: Origin): number {
    const key = JSON.stringify(origin);
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    this.#at.set(key, this.list.length);
    return this.list.push(origin) - 1;
  }
}

function columnOf(values: ReadonlyMap<string, InputValue>, subjectIds: readonly string[], unit: string | null, origins: Origins): FrozenColumn {
  const column: FrozenColumn = { values: [], marks: [], origins: [], observationIds: [] };
  for (const id of subjectIds) {
    const one = values.get(id);
    const own = one ? inOwnUnit(one, unit) : null;
    column.values.push(own?.value ?? null);
    column.marks.push(one ? markOf(one) : 'noData');
    column.origins.push(one ? origins.place({ period: one.period, unit: own?.unit ?? null, vintage: one.vintage, scopeNote: one.scopeNote, source: one.source, basis: one.basis }) : -1);
    column.observationIds.push(one?.id ?? null);
  }
  return column;
}

function nodesOf({ content, indicators }: KnownContent): FrozenNode[] {
  return content.nodes.map((node) => {
    const own: IndicatorRow | undefined = node.indicatorId === null ? undefined : indicators.get(node.indicatorId);
    const divider = node.denominatorId === null ? undefined : indicators.get(node.denominatorId);
    const unit = divider && content.choices.denominate ? `${own?.unit ?? '?'} / ${divider.unit ?? '?'}` : (own?.unit ?? null);
    return {
      code: node.code, parent: node.parent, name: node.name ?? own?.name ?? { en: node.code }, weight: node.weight, indicatorId: node.indicatorId, indicatorKey: own?.key ?? null, unit,
      direction: node.direction ?? (own?.direction === 'down' ? -1 : 1), denominatorId: node.denominatorId, lower: node.lower, upper: node.upper, target: node.target,
    };
  });
}

/** Everything that a run depends on, as the reader may see it now: what they may not see is missing for them. */
export async function freezeInput(context: Context, board: { name: Name; subjectKind: ScoredKind }, known: KnownContent, uncertainty: UncertaintySettings): Promise<Frozen> {
  const { content, indicators, subjects } = known;
  const subjectIds = content.subjects.map(({ id }) => id);
  const { values, observationIds, mixed } = await readInputs(context, board.subjectKind, known);
  const byIndicator = new Map<string, Map<string, InputValue>>();
  for (const value of values) byIndicator.set(value.indicatorId, (byIndicator.get(value.indicatorId) ?? new Map<string, InputValue>()).set(value.subjectId, value));
  const origins = new Origins();
  const columns = Object.fromEntries([...indicators.values()].map(({ id, unit }) => [id, columnOf(byIndicator.get(id) ?? new Map(), subjectIds, unit, origins)]));
  const nodes = nodesOf(known);
  const input: FrozenInput = {
    format: 'clusterloom.scoreboard-run/1',
    methods: [scoreboardMethod, pipelineMethod, sobolMethod, rngMethod].map(({ id, version }) => ({ id, version })),
    name: board.name,
    subjectKind: board.subjectKind,
    content,
    subjects: content.subjects.map((one) => ({ ...one, name: subjects.get(one.id)?.name ?? {}, code: subjects.get(one.id)?.code ?? null })),
    nodes,
    origins: origins.list,
    columns,
    findings: findMixtures({ nodes, columns, origins: origins.list, subjectIds, mixed }, content.choices),
    uncertainty,
  };
  return { input, observationIds, sample: values.some(({ sample }) => sample) };
}
