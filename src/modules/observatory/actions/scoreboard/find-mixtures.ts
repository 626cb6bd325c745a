import { acceptableFindings, type FindingKind, type ScoreboardChoices } from '../../words/scoreboard-choices.schema.ts';
import type { Finding } from '../../words/scoreboard-run.schema.ts';
import type { FrozenColumn, FrozenNode, Origin } from './compute/frozen-input.ts';

const kept = 50;
type Told = Omit<Finding, 'accepted'>;

/** What the values of one indicator must share, so that they can be compared with each other. */
const withinColumn: readonly (readonly [FindingKind, keyof Origin])[] = [['mixedPeriods', 'period'], ['mixedVintages', 'vintage'], ['mixedScopes', 'scopeNote'], ['mixedBases', 'basis'], ['mixedUnits', 'unit']];
/** What a value must share with what it is divided by: the same population, seen at the same time. */
const withinRatio: readonly (readonly [FindingKind, keyof Origin])[] = [['ratioOfPeriods', 'period'], ['ratioOfVintages', 'vintage'], ['ratioOfScopes', 'scopeNote'], ['ratioOfBases', 'basis']];

function originAt(column: FrozenColumn, row: number, origins: readonly Origin[]): Origin | null {
  return column.values[row] === null ? null : (origins[column.origins[row] ?? -1] ?? null);
}

const shown = (value: string | null): string => value ?? '–';

function inColumn(code: string, column: FrozenColumn, origins: readonly Origin[], subjectIds: readonly string[]): Told[] {
  return withinColumn.flatMap(([kind, key]) => {
    const holders = new Map<string, string[]>();
    for (const [row, id] of subjectIds.entries()) {
      const origin = originAt(column, row, origins);
      if (origin) holders.set(shown(origin[key]), [...(holders.get(shown(origin[key])) ?? []), id]);
    }
    if (holders.size < 2) return [];
    // Named are those that differ from the most.
    const [, ...others] = [...holders.entries()].sort(([, one], [, other]) => other.length - one.length);
    return [{ kind, code, values: [...holders.keys()].slice(0, kept), subjectIds: others.flatMap(([, ids]) => ids).slice(0, kept) }];
  });
}

function inRatio(code: string, above: FrozenColumn, below: FrozenColumn, origins: readonly Origin[], subjectIds: readonly string[]): Told[] {
  return withinRatio.flatMap(([kind, key]) => {
    const odd = [...subjectIds.entries()].flatMap(([row, id]) => {
      const [one, other] = [originAt(above, row, origins), originAt(below, row, origins)];
      return one && other && one[key] !== other[key] ? [{ id, pair: `${shown(one[key])} / ${shown(other[key])}` }] : [];
    });
    return odd.length === 0 ? [] : [{ kind, code, values: [...new Set(odd.map(({ pair }) => pair))].slice(0, kept), subjectIds: odd.map(({ id }) => id).slice(0, kept) }];
  });
}

interface Mixable {
  nodes: readonly FrozenNode[];
  columns: Readonly<Record<string, FrozenColumn>>;
  origins: readonly Origin[];
  subjectIds: readonly string[];
  /** What formulas mix in themselves. */
  mixed: readonly { kind: FindingKind; indicatorId: string; subjectId: string }[];
}

function inFormula({ code, indicatorId }: FrozenNode, mixed: Mixable['mixed']): Told[] {
  const own = mixed.filter((one) => one.indicatorId === indicatorId);
  return [...new Set(own.map(({ kind }) => kind))].map((kind) => ({ kind, code, values: [], subjectIds: own.filter((one) => one.kind === kind).map(({ subjectId }) => subjectId).slice(0, kept) }));
}

/** Everything that the inputs mix; what was accepted carries the reason that was given. */
export function findMixtures({ nodes, columns, origins, subjectIds, mixed }: Mixable, choices: ScoreboardChoices): Finding[] {
  const told = nodes.flatMap((node) => {
    const { code, indicatorId, denominatorId } = node;
    const own = indicatorId === null ? undefined : columns[indicatorId];
    const below = denominatorId === null || !choices.denominate ? undefined : columns[denominatorId];
    if (!own) return [];
    return [...inColumn(code, own, origins, subjectIds), ...inFormula(node, mixed), ...(below ? [...inColumn(code, below, origins, subjectIds), ...inRatio(code, own, below, origins, subjectIds)] : [])];
  });
  const unique = [...new Map(told.map((one) => [`${one.kind} ${one.code}`, one])).values()];
  return unique.map((one) => ({ ...one, accepted: acceptedFor(one, choices) }));
}

function acceptedFor({ kind, code }: Told, { accepted }: ScoreboardChoices): string | null {
  if (!acceptableFindings.some((one) => one === kind)) return null;
  return accepted.find((one) => one.kind === kind && (one.code === null || one.code === code))?.reason ?? null;
}

export const blocking = (findings: readonly Finding[]): Finding[] => findings.filter(({ accepted }) => accepted === null);
