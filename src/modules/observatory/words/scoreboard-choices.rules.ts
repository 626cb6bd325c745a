import type { ScoreboardContent, ScoreboardNode } from './scoreboard.schema.ts';

export type ChoiceReason = 'choiceNeedsPosts' | 'choiceNeedsTarget' | 'choiceNeedsGroups' | 'choiceNeedsReference' | 'choiceRangeEmpty' | 'comparisonMisfit';
interface ChoiceProblem {
  reason: ChoiceReason;
  params?: Record<string, string>;
}

type Judge = (content: ScoreboardContent, leaves: readonly ScoreboardNode[]) => ChoiceProblem | null;
const atLeaf = (reason: ChoiceReason, leaf: ScoreboardNode | undefined): ChoiceProblem | null => (leaf ? { reason, params: { code: leaf.code } } : null);

/** What a way of normalising needs of tree and subjects. */
const scaleNeeds: Readonly<Partial<Record<ScoreboardContent['choices']['normalisation']['method'], Judge>>> = {
  minmax: ({ choices: { normalisation } }) => (normalisation.method === 'minmax' && normalisation.low >= normalisation.high ? { reason: 'choiceRangeEmpty' } : null),
  goalposts: (_, leaves) => atLeaf('choiceNeedsPosts', leaves.find(({ lower, upper }) => lower === null || upper === null || lower >= upper)),
  dist2target: (_, leaves) => atLeaf('choiceNeedsTarget', leaves.find(({ target }) => target === null)),
  dist2ref: ({ subjects, choices: { normalisation } }) => (normalisation.method === 'dist2ref' && !subjects.some(({ id }) => id === normalisation.subjectId) ? { reason: 'choiceNeedsReference' } : null),
};

const needsGroups: Judge = ({ subjects, choices }) => (choices.imputation.startsWith('group') && subjects.some(({ group }) => group === null) ? { reason: 'choiceNeedsGroups' } : null);

/** Every comparison is of all children of a group, and positive beyond its diagonal. */
const comparisonsFit: Judge = ({ nodes, choices: { weighting } }) => {
  if (weighting.method !== 'ahp') return null;
  const misfit = weighting.comparisons.find(({ parent, matrix }) => {
    const size = nodes.filter((node) => node.parent === parent).length;
    return size === 0 || matrix.length !== size || matrix.some((row) => row.length !== size);
  });
  if (misfit) return { reason: 'comparisonMisfit', params: { code: misfit.parent } };
  return weighting.comparisons.length === 0 ? { reason: 'comparisonMisfit', params: { code: '' } } : null;
};

/** Why these choices cannot be computed with this tree and these subjects; null when they can. */
export function choiceProblem(content: ScoreboardContent): ChoiceProblem | null {
  const leaves = content.nodes.filter(({ indicatorId }) => indicatorId !== null);
  return scaleNeeds[content.choices.normalisation.method]?.(content, leaves) ?? needsGroups(content, leaves) ?? comparisonsFit(content, leaves);
}
