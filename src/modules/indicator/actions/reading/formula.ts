import type { Action, Context } from '#platform/module/module.ts';
import { fail, ok, type Failure } from '#platform/result/result.rules.ts';
import { allFormulas, formulaRows, type FormulaRow } from '../../store/reading.store.ts';
import type * as routes from '../../words/reading.contract.ts';
import { problemsOf, recordSource, refusing, type FormulaAsked, type Named } from '../../words/formula.rules.ts';
import { termsOf } from '../../words/indicator.rules.ts';
import type { FormulaTried } from '../../words/reading.schema.ts';
import { readValues } from './read-values.ts';

interface Checked {
  problems: FormulaTried['problems'];
  measure: string;
  terms: FormulaTried['terms'];
}

async function check(context: Context, asked: FormulaAsked): Promise<Checked> {
  const names = termsOf(asked.formula);
  const rows = new Map((await formulaRows(context, { keys: names })).map((row) => [row.key, row]));
  const sources = new Map(context.contributions.indicatorSources.map((source) => [source.key, source]));
  const named = (name: string): Named | undefined => (recordSource(name) ? unitOfSource(sources.get(name)) : rows.get(name));
  const { problems, measure } = problemsOf(asked, named, await allFormulas(context));
  return {
    problems, measure,
    terms: names.map((key) => {
      const row = rows.get(key);
      const source = sources.get(key);
      return { key, id: row?.id ?? null, name: row?.name ?? source?.label ?? null, unit: row?.unit ?? source?.unit ?? null, population: row?.population ?? null, records: source !== undefined };
    }),
  };
}

const unitOfSource = (source: { unit: string } | undefined): Named | undefined => source && { unit: source.unit, population: null };

/** Why a definition with this formula may not be kept. */
export async function formulaRefusal(context: Context, asked: { key: string; formula: string | null; unit: string | null }): Promise<Failure | null> {
  if (asked.formula === null) return null;
  const { problems } = await check(context, { ...asked, formula: asked.formula });
  const problem = refusing(problems);
  if (!problem) return null;
  const [left = '', right = ''] = problem.about;
  return problem.reason === 'formulaCycle' ? fail('formulaCycle', { path: problem.about.join(' → ') }) : fail(problem.reason, { left, right });
}

const shownMost = 6;

/** What a formula would give, before it is kept: its problems, what it is measured in, its newest figures. */
export const tryOut: Action<typeof routes.tryFormula> = async (context, { body }) => {
  const checked = await check(context, body);
  const sound = checked.problems.every(({ reason }) => reason === 'formulaTermUnknown' || reason === 'formulaUnit');
  const row: FormulaRow = { id: context.newId(), key: body.key || 'tried', name: {}, unit: body.unit, formula: body.formula, population: body.population, timing: null, decimals: null };
  const values = sound ? await readValues(context, row, {}) : [];
  const newest = values.toSorted((a, b) => Number(b.value !== null) - Number(a.value !== null) || b.periodEnd.localeCompare(a.periodEnd) || a.id.localeCompare(b.id)).slice(0, shownMost);
  return ok({ ...checked, values: newest });
};

export const recordTerms: Action<typeof routes.listRecordTerms> = async (context) =>
  ok({ items: context.contributions.indicatorSources.map(({ key, label, unit, subjectKinds, dated }) => ({ key, label, unit, subjectKinds: [...subjectKinds], dated })) });
