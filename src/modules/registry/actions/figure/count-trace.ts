import type { Figure, Trace } from '#platform/figure/figure.schema.ts';
import type { Context, TraceProvider } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { TracedCount, TracedRow } from '../../store/record-figures.store.ts';
import { wordsOf } from '../../store/words.ts';
import { countFigure } from '../organisation/organisation-figures.ts';
import { readableSubject } from '../record/subject-access.ts';
import { kinds, type CountKey, type CountKind, type Params } from './count-kinds.ts';

const shownRows = 200;
function figureOf(key: CountKey, traced: TracedCount, params: Params, labelKey: string = key): Figure {
  const given = Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return countFigure(labelKey, traced.counted, traced.sample, { provider: `registry.${key}`, params: given });
}

/** The figure alone, counted now. `labelKey` names a narrower figure, such as core members. */
export async function countedFigure(context: Context, key: CountKey, params: Params = {}, labelKey: string = labelKeyOf(key, params)): Promise<Figure> {
  return figureOf(key, await kinds[key].count(context, params, 0), params, labelKey);
}

function labelKeyOf(key: CountKey, params: Params): string {
  if (key === 'memberCount' && params.membershipClass === 'core') return 'coreMemberCount';
  return key === 'placeCount' && params.parentId ? 'insideCount' : key;
}

const inLanguage = (name: { zh?: string | undefined; en?: string | undefined }, language: string): string | null => (language === 'en' ? (name.en ?? name.zh) : (name.zh ?? name.en)) ?? null;

function rowOf(context: Context, kind: CountKind, params: Params, row: TracedRow): Trace['rows'][number] {
  const word = row.word && inLanguage(wordsOf(row.word), context.language);
  return {
    id: row.id,
    counted: row.counted,
    href: kind.page?.(params) ?? `${kind.path}/${row.id}`,
    cells: { name: inLanguage(row.name, context.language) ?? word, kind: word, territory: row.territory && inLanguage(row.territory, context.language) },
    ...(row.reason && { reason: wordsOf(`trace.reason.${row.reason}`) }),
  };
}

function providerOf(kind: CountKind & { key: CountKey }): TraceProvider {
  const method = { id: `registry.${kind.key}`, version: '1' };
  return {
    id: method.id,
    params: kind.params,
    async trace(context, given) {
      const params = kind.params.parse(given) as Params;
      if (kind.subject && !(await readableSubject(context, kind.subject.kind, params[kind.subject.param] ?? ''))) return fail('notFound');
      const traced = await kind.count(context, params, shownRows);
      const labelKey = labelKeyOf(kind.key, params);
      return ok({
        figure: figureOf(kind.key, traced, params, labelKey),
        recomputed: true,
        definition: wordsOf(`trace.${kind.key}.definition`),
        formula: [
          { value: String(traced.counted + traced.notCounted), label: wordsOf('trace.recorded') },
          { value: String(traced.notCounted), label: wordsOf('trace.notInForce'), sign: 'minus' },
          { value: String(traced.counted), label: wordsOf(`figure.${labelKey}`), sign: 'equals' },
        ],
        columns: [
          { key: 'name', label: wordsOf('field.name') },
          { key: 'kind', label: wordsOf('field.type') },
          { key: 'territory', label: wordsOf('field.territory') },
        ],
        rows: traced.rows.map((row) => rowOf(context, kind, params, row)),
        rowTotals: { counted: traced.counted, notCounted: traced.notCounted },
        sources: [],
        method: { ...method, computedAt: context.now.toISOString() },
      });
    },
  };
}

export const countTraces: readonly TraceProvider[] = Object.values(kinds).map(providerOf);
