import type { Contributions, Module, SubjectLoader } from '#platform/module/module.ts';

/** One area's part of the room's manifest; the room puts its areas together. */
export interface Area {
  actions: Module['actions'];
  reasons?: Readonly<Record<string, number>>;
  subjects?: Readonly<Record<string, SubjectLoader>>;
  contributions?: Partial<Omit<Contributions, 'subjects'>>;
}

/** Areas may share a reason but must agree on its status; an action or a subject has one owner. */
export function joinAreas(areas: readonly Area[]): Required<Pick<Module, 'actions' | 'reasons' | 'subjects' | 'contributions'>> {
  const list = <Key extends 'searchSources' | 'traceProviders' | 'summaryFigures' | 'homeItems' | 'importTargets' | 'indicatorSources' | 'spaceStarters'>(key: Key) => areas.flatMap((area) => [...(area.contributions?.[key] ?? [])]) as unknown as Contributions[Key];
  return {
    actions: joinOnce('action', areas.map((area) => area.actions)),
    subjects: joinOnce('subject', areas.map((area) => area.subjects ?? {})),
    reasons: joinOnce('reason', areas.map((area) => area.reasons ?? {})),
    contributions: {
      searchSources: list('searchSources'),
      traceProviders: list('traceProviders'),
      summaryFigures: list('summaryFigures'),
      homeItems: list('homeItems'),
      importTargets: list('importTargets'),
      indicatorSources: list('indicatorSources'),
      spaceStarters: list('spaceStarters'),
    },
  };
}

function joinOnce<Value>(what: string, parts: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  const joined: Record<string, Value> = {};
  for (const [key, value] of parts.flatMap((part) => Object.entries(part))) {
    if (key in joined && joined[key] !== value) throw new Error(`two areas of the registry claim the ${what} ${key}`);
    joined[key] = value;
  }
  return joined;
}
