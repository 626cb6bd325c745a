import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import { signedInRoles, type Role } from '#platform/auth/permission.rules.ts';

const officers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer'];
const keepers: readonly Role[] = [...officers, 'chainLeaderOffice', 'clusterStaff'];

export const stagePermissions = definePermissions({
  /** Read as the cluster itself is read. */
  'stage.read': { open: signedInRoles, within: [...keepers, 'organisationRepresentative'] },
  'stage.compute': { within: [...officers, 'clusterStaff'] },
  /** Judging against the rules is for experts and the officers who answer for the place, not for the cluster's own staff. */
  'stage.judge': { within: ['operator', 'nationalOfficer', 'territorialOfficer', 'expert'] },
  'stageRule.read': { open: signedInRoles },
  'stageRule.create': { within: ['operator', 'nationalOfficer'] },
  'diagnosis.write': { within: [...officers, 'clusterStaff', 'expert', 'evaluator'] },
});

export const stages = ['initial', 'growth', 'maturity', 'decline', 'transformation'] as const;
export type Stage = (typeof stages)[number];
export const stageDimensions = ['concentration', 'strength', 'knowledge', 'entrepreneurship', 'convergence', 'networking', 'interdependence'] as const;
export type StageDimension = (typeof stageDimensions)[number];

/** Stages that a cluster can stand between. */
const neighbours: readonly (readonly [Stage, Stage])[] = [['initial', 'growth'], ['growth', 'maturity'], ['maturity', 'decline'], ['maturity', 'transformation'], ['decline', 'transformation'], ['transformation', 'growth']];
export const areNeighbours = (one: Stage, other: Stage): boolean => neighbours.some(([a, b]) => (a === one && b === other) || (a === other && b === one));

export interface StageOutcome {
  stage: Stage;
  outcome: 'pass' | 'fail' | 'unknown';
  clauses: readonly { outcome: 'pass' | 'fail' | 'unknown' }[];
}
export interface FoldedStage {
  stage: Stage | null;
  /** The neighbour that it stands between with. */
  towards: Stage | null;
  /** Why there is no stage. */
  reason: 'open' | 'noneFits' | 'contradictory' | 'noRule' | null;
}

/**
 * One passing stage is the stage; two neighbours are a place between them, the one with more passed clauses first; anything
 * else is undetermined. A stage that is still open never becomes one by guessing.
 */
export function foldStages(outcomes: readonly StageOutcome[]): FoldedStage {
  if (outcomes.length === 0) return { stage: null, towards: null, reason: 'noRule' };
  const passed = ({ clauses }: StageOutcome): number => clauses.filter((clause) => clause.outcome === 'pass').length / clauses.length;
  const [first, second, ...others] = outcomes.filter(({ outcome }) => outcome === 'pass').toSorted((a, b) => passed(b) - passed(a) || stages.indexOf(a.stage) - stages.indexOf(b.stage));
  if (!first) return { stage: null, towards: null, reason: outcomes.some(({ outcome }) => outcome === 'unknown') ? 'open' : 'noneFits' };
  if (!second) return { stage: first.stage, towards: null, reason: null };
  if (others.length > 0 || !areNeighbours(first.stage, second.stage)) return { stage: null, towards: null, reason: 'contradictory' };
  return { stage: first.stage, towards: second.stage, reason: null };
}

/** What a clause may ask of a measure: its newest value by the bare key, the rest behind a dot. Counts have the value only. */
export const measureFacts = ['stage', 'near', 'emerging', 'rises', 'falls', 'growth', 'saturation'] as const;

/** Names that the clauses of an edition may use. */
export function factNames(measures: readonly { key: string; indicator: string | null }[]): Set<string> {
  return new Set(measures.flatMap(({ key, indicator }) => [key, ...(indicator === null ? [] : measureFacts.map((fact) => `${key}.${fact}`))]));
}

interface JudgedOpinion {
  kind: 'override' | 'dissent';
  withdrawnAt: string | null;
  judgedAt: string;
}

/** The override that is shown: the newest that nobody took back. Earlier ones stand as dissent. */
export function overrideInForce<Opinion extends JudgedOpinion>(opinions: readonly Opinion[]): Opinion | null {
  return opinions.filter(({ kind, withdrawnAt }) => kind === 'override' && withdrawnAt === null).toSorted((a, b) => (a.judgedAt < b.judgedAt ? 1 : -1))[0] ?? null;
}
