import type { Name } from '#platform/i18n/name.schema.ts';
import type { UncertaintySettings } from '../../../words/scoreboard-choices.schema.ts';
import type { Finding, InputMark } from '../../../words/scoreboard-run.schema.ts';
import type { ScoreboardContent, ScoredKind } from '../../../words/scoreboard.schema.ts';

/** Where values come from; each combination stands once, values point at it. */
export interface Origin {
  period: string;
  unit: string | null;
  vintage: string | null;
  scopeNote: string | null;
  source: string | null;
  basis: string;
}

/** Values of one indicator, parallel to the subjects. */
export interface FrozenColumn {
  values: (string | null)[];
  marks: InputMark[];
  /** Index into `origins`; −1 where nobody holds a value. */
  origins: number[];
  observationIds: (string | null)[];
}

export interface FrozenNode {
  code: string;
  parent: string | null;
  name: Name;
  weight: number;
  indicatorId: string | null;
  indicatorKey: string | null;
  unit: string | null;
  direction: 1 | -1;
  denominatorId: string | null;
  lower: number | null;
  upper: number | null;
  target: number | null;
}

/** Everything that a run depends on and nothing else: computed again from this text, anywhere, it gives the same result. */
export interface FrozenInput {
  format: 'clusterloom.scoreboard-run/1';
  methods: { id: string; version: string }[];
  name: Name;
  subjectKind: ScoredKind;
  content: ScoreboardContent;
  subjects: { id: string; name: Name; code: string | null; group: string | null; peer: boolean }[];
  nodes: FrozenNode[];
  origins: Origin[];
  /** By the id of the indicator, denominators included. */
  columns: Record<string, FrozenColumn>;
  findings: Finding[];
  uncertainty: UncertaintySettings;
}
