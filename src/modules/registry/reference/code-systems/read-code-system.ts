import Papa from 'papaparse';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { FieldProblem, Result } from '#platform/result/result.rules.ts';
import { codeSystemDraftSchema } from './code-system-draft.ts';
import type { CodeSystemDraft } from './code-system-draft.ts';

const problemsShown = 100;
type Cells = Record<string, string | undefined>;
type Parsed = { value: unknown } | { problems: FieldProblem[] };

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
const numbered = (text: string | undefined): unknown => (filled(text) === undefined ? undefined : Number(text));

function nameOf(zh: string | undefined, en: string | undefined): Record<string, string> | undefined {
  const name = { ...(filled(zh) ? { zh: filled(zh) } : {}), ...(filled(en) ? { en: filled(en) } : {}) } as Record<string, string>;
  return Object.keys(name).length > 0 ? name : undefined;
}

function dropEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function geometryOf(text: string | undefined): unknown {
  if (filled(text) === undefined) return undefined;
  try {
    return JSON.parse(text ?? '');
  } catch {
    return text;
  }
}

// One table: each row is an entry, and the columns about the system are read from the first row that fills them.
function readCsv(text: string): Parsed {
  const { data, errors } = Papa.parse<Cells>(text, { header: true, skipEmptyLines: 'greedy', transformHeader: (header) => header.trim() });
  const [broken] = errors.filter((error) => error.type !== 'Delimiter');
  if (broken) return { problems: [{ path: `entries.${broken.row ?? 0}`, reason: 'rowBroken' }] };
  const first = (column: string): string | undefined => filled(data.find((row) => filled(row[column]))?.[column]);
  const system = dropEmpty({
    id: first('codeSystem'), kind: first('kind'), name: nameOf(first('systemNameZh'), first('systemNameEn')), issuer: nameOf(first('issuerZh'), first('issuerEn')),
    edition: first('edition'), source: first('source'), validFrom: first('systemValidFrom'), validUntil: first('systemValidUntil'), datum: first('datum'),
  });
  const entries = data.map((row) => dropEmpty({
    code: filled(row['code']), name: nameOf(row['nameZh'], row['nameEn']), aliases: filled(row['aliases'])?.split(/\s*[;；]\s*/u).filter(Boolean), level: filled(row['level']),
    parent: filled(row['parent']), validFrom: filled(row['validFrom']), validUntil: filled(row['validUntil']), successor: filled(row['successor']),
    longitude: numbered(row['longitude']), latitude: numbered(row['latitude']), geometry: geometryOf(row['geometry']),
  }));
  return { value: { system, entries } };
}

function parse(text: string): Parsed {
  const plain = text.replace(/^\ufeff/u, '');
  if (!/^\s*[{[]/u.test(plain)) return readCsv(plain);
  try {
    return { value: JSON.parse(plain) };
  } catch {
    return { problems: [{ path: '', reason: 'jsonBroken' }] };
  }
}

/**
 * Reads a code system of the user's own from JSON (`{ system, entries }`) or CSV (one row an entry). Only the form is
 * judged here; `buildCodeSystem` judges the tree.
 */
export function readCodeSystem(text: string): Result<CodeSystemDraft, 'codeSystemUnreadable'> {
  const parsed = parse(text);
  if ('problems' in parsed) return fail('codeSystemUnreadable', undefined, parsed.problems);
  const checked = codeSystemDraftSchema.safeParse(parsed.value, { reportInput: true });
  if (checked.success) return ok(checked.data);
  const problems = checked.error.issues.slice(0, problemsShown).map((issue): FieldProblem => ({ path: issue.path.join('.'), reason: issue.code === 'invalid_type' && issue.input === undefined ? 'missing' : 'invalid' }));
  return fail('codeSystemUnreadable', { problems: checked.error.issues.length }, problems);
}
