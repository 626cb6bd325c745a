import { parsePeriod, periodText } from '#kernel/quantity/period.ts';
import { findIndicators, readableSubjects, vintageExists, type IndicatorRow, type ReadableSubject } from '#modules/indicator/index.ts';
import type { Context } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { treeProblem } from '../../words/scoreboard-tree.rules.ts';
import { choiceProblem } from '../../words/scoreboard-choices.rules.ts';
import type { ScoreboardContent, ScoredKind } from '../../words/scoreboard.schema.ts';

/** A content whose references are known to the reader. */
export interface KnownContent {
  content: ScoreboardContent;
  indicators: ReadonlyMap<string, IndicatorRow>;
  subjects: ReadonlyMap<string, ReadableSubject>;
}

/** Everything a stored content has to satisfy: known references, no subject twice, and nodes that are no wrong tree. An empty tree is a beginning. */
export async function checkContent(context: Context, kind: ScoredKind, content: ScoreboardContent): Promise<Result<KnownContent>> {
  const period = content.period === null ? null : parsePeriod(content.period);
  if (period && !period.ok) return fail('scoreboardPeriodUnreadable', { value: content.period ?? '' });
  if (!(await vintageExists(context.db, content.vintageId))) return fail('scoreboardVintageUnknown');
  const problem = content.nodes.length === 0 ? null : treeProblem(content.nodes);
  if (problem) return fail('treeNotWhole', { fault: problem.fault, code: problem.code });
  const nameless = content.nodes.find(({ name, indicatorId }) => name === null && indicatorId === null);
  if (nameless) return fail('treeNameMissing', { code: nameless.code });
  const ids = content.subjects.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return fail('scoreboardSubjectTwice', { id: twice });
  const subjects = new Map((await readableSubjects(context, kind, ids)).map((one) => [one.id, one]));
  const stranger = ids.find((id) => !subjects.has(id));
  if (stranger !== undefined) return fail('scoreboardSubjectUnknown', { id: stranger });
  const indicators = await knownIndicators(context, content);
  const unknown = indicatorIdsOf(content).find((id) => !indicators.has(id));
  if (unknown !== undefined) return fail('scoreboardIndicatorUnknown', { id: unknown });
  return ok({ content: { ...content, period: period ? periodText(period.value) : null }, indicators, subjects });
}

const indicatorIdsOf = ({ nodes }: ScoreboardContent): string[] => [...new Set(nodes.flatMap(({ indicatorId, denominatorId }) => [indicatorId, denominatorId].filter((id) => id !== null)))];

/** An internal definition is there only for those who may read it. */
async function knownIndicators(context: Context, content: ScoreboardContent): Promise<Map<string, IndicatorRow>> {
  const ids = indicatorIdsOf(content);
  const facts = await context.contributions.subjects['indicator']?.byIds(context.db, ids);
  const readable = ids.filter((id) => {
    const own = facts?.get(id);
    return own !== undefined && context.allows('indicator.read', own);
  });
  return new Map((await findIndicators(context.db, { ids: readable })).map((one) => [one.id, one]));
}

/** The same, and everything that computing needs beside it. */
export async function checkComputable(context: Context, kind: ScoredKind, content: ScoreboardContent): Promise<Result<KnownContent>> {
  const known = await checkContent(context, kind, content);
  if (!known.ok) return known;
  if (content.nodes.length === 0) return fail('treeNotWhole', { fault: 'empty', code: '' });
  if (content.subjects.length < 2) return fail('tooFewSubjects');
  const problem = choiceProblem(content);
  return problem ? fail(problem.reason, problem.params) : known;
}
