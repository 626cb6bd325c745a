import { variablesOf, type Ast } from '#kernel/expression/ast.ts';
import { parseExpression } from '#kernel/expression/parse.ts';
import type { FormulaRow, ShownValue } from '../../store/reading.store.ts';
import { derive, type Term } from '../../words/derived.rules.ts';
import { recordSource } from '../../words/formula.rules.ts';
import type { ReadValue } from '../../words/reading.schema.ts';
import type { RecordCounts } from './record-terms.ts';

const slotOf = ({ subjectKind, subject, period }: Pick<ReadValue, 'subjectKind' | 'subject' | 'period'>): string => `${subjectKind}:${subject.id}@${period}`;

const astOf = ({ formula }: FormulaRow): Ast | null => {
  const parsed = formula === null ? null : parseExpression(formula);
  return parsed?.ok ? parsed.value : null;
};

export function statedOf({ indicatorId: _i, subjectId: _s, sourceId: _so, vintageId: _v, ...value }: ShownValue): ReadValue {
  return { ...value, id: slotOf(value), derived: null };
}

/** Sources and releases of a figure, for terms; a computed figure has none of its own. */
interface Known extends ReadValue {
  sourceId: string | null;
  vintageId: string | null;
}

/** Evaluates the formulas of some definitions over the figures that are held. */
export class Reading {
  readonly #definitions: ReadonlyMap<string, FormulaRow>;
  readonly #held: Map<string, Map<string, Known>>;
  readonly #records: RecordCounts;
  readonly #done = new Map<string, Map<string, Known>>();
  readonly #ends = new WeakMap<ReadonlyMap<string, Known>, ReadonlyMap<string, Known>>();

  constructor(definitions: ReadonlyMap<string, FormulaRow>, held: readonly ShownValue[], records: RecordCounts) {
    this.#definitions = definitions;
    this.#records = records;
    const keys = new Map([...definitions.values()].map(({ id, key }) => [id, key]));
    this.#held = new Map([...definitions.keys()].map((key) => [key, new Map()]));
    for (const value of held) this.#held.get(keys.get(value.indicatorId) ?? '')?.set(slotOf(value), { ...statedOf(value), sourceId: value.sourceId, vintageId: value.vintageId });
  }

  /** By slot: stated figures, and computed ones where the indicator has a formula. A formula in a circle gives nothing more. */
  of(key: string): ReadonlyMap<string, Known> {
    const done = this.#done.get(key);
    if (done) return done;
    const stated = this.#held.get(key) ?? new Map<string, Known>();
    this.#done.set(key, stated);
    const definition = this.#definitions.get(key);
    const ast = definition ? astOf(definition) : null;
    if (!definition || !ast) return stated;
    const computed = this.#compute(definition, ast, stated);
    this.#done.set(key, computed);
    return computed;
  }

  #compute(definition: FormulaRow, ast: Ast, stated: ReadonlyMap<string, Known>): Map<string, Known> {
    const names = variablesOf(ast);
    const flows = names.filter((name) => !recordSource(name) && this.#definitions.get(name)?.timing !== 'stock');
    const leading = flows.length > 0 ? flows : names.filter((name) => !recordSource(name));
    const slots = new Map<string, Known>();
    for (const name of leading) for (const [slot, value] of this.of(name)) if (!slots.has(slot)) slots.set(slot, value);
    if (leading.length === 0) for (const value of this.#records.subjects) slots.set(slotOf(value), { ...value, sourceId: null, vintageId: null });
    const found = new Map(stated);
    for (const [slot, about] of slots) {
      const terms = names.flatMap((name) => this.#term(name, about) ?? []);
      const derived = derive(ast, terms);
      // Where a term says nothing at all there is nothing to tell, unless the formula makes do without it.
      if (terms.length < names.length && derived.value === null) continue;
      const own = stated.get(slot);
      found.set(slot, own ? { ...own, derived } : { ...computedOf(about, definition, terms, derived), id: slot });
    }
    return found;
  }

  #term(name: string, about: Known): Term | null {
    const records = this.#records.term(name, about);
    if (records) return records;
    const definition = this.#definitions.get(name);
    const value = this.of(name).get(slotOf(about)) ?? (definition?.timing === 'stock' ? this.#atEnd(name, about) : undefined);
    if (!definition || !value) return null;
    return {
      key: name, indicatorId: definition.id, value: value.value, unit: value.unit ?? definition.unit, period: value.period, missing: value.missing, scope: value.scopeNote ?? definition.population, vintageTitle: value.vintageTitle,
      observationId: value.observationId, operator: value.operator, counted: definition.unit, basis: value.basis, sourceId: value.sourceId, vintageId: value.vintageId,
    };
  }

  /** A stock is taken at the end of the period that flows add up over. */
  #atEnd(name: string, about: Known): Known | undefined {
    const values = this.of(name);
    const ends = this.#ends.get(values) ?? firstByEnd(values);
    this.#ends.set(values, ends);
    return ends.get(endOf(about));
  }
}

const endOf = ({ subjectKind, subject, periodEnd }: Known): string => `${subjectKind}:${subject.id}@${periodEnd}`;

function firstByEnd(values: ReadonlyMap<string, Known>): ReadonlyMap<string, Known> {
  const ends = new Map<string, Known>();
  for (const value of values.values()) if (!ends.has(endOf(value))) ends.set(endOf(value), value);
  return ends;
}

function computedOf(about: Known, { unit, population }: FormulaRow, terms: readonly Term[], derived: ReturnType<typeof derive>): Known {
  const missing = derived.value !== null ? null : derived.reason === 'termSuppressed' ? 'suppressed' : derived.reason === 'termNotApplicable' ? 'notApplicable' : 'notStated';
  const bases = new Set(terms.flatMap(({ basis }) => basis ?? []));
  const scopes = [...new Set(terms.flatMap(({ scope }) => scope ?? []))];
  return {
    ...about, operator: derived.value === null ? 'notStated' : '=', value: derived.value, unit, missing, flags: [], scopeNote: scopes.length === 1 ? (scopes[0] ?? null) : population, vintageTitle: null, sourceTitle: null, sourceId: null, vintageId: null,
    // As closed as the most closed of its terms.
    basis: bases.has('statisticalSurvey') ? 'statisticalSurvey' : bases.size === 1 ? ([...bases][0] as ReadValue['basis']) : null,
    observationId: null, derived,
  };
}
