import type { Action } from '#platform/module/module.ts';
import { ok, type FieldProblem } from '#platform/result/result.rules.ts';
import { buildCodeSystem } from '../../reference/code-systems/build-code-system.ts';
import type { CodeSystemDraft } from '../../reference/code-systems/code-system-draft.ts';
import { readCodeSystem } from '../../reference/code-systems/read-code-system.ts';
import { isBuiltIn, readOutsideParents } from '../../reference/code-systems/write-code-system.ts';
import { listCodeSystemRows } from '../../store/territory.store.ts';
import type { checkReference } from '../../words/territory.contract.ts';
import type { CodeSystemCheck } from '../../words/territory.schema.ts';

const shownEntries = 20;

/** `entries.12.parent` → row 13, field parent, and the code that stands there. */
function placed({ path, reason, params }: FieldProblem): CodeSystemCheck['problems'][number] {
  const [, index, field] = /^entries\.(\d+)\.?(.*)$/.exec(path) ?? [];
  return { row: index === undefined ? null : Number(index) + 1, field: index === undefined ? path : (field ?? ''), code: params?.['code'] === undefined ? null : String(params['code']), reason };
}

const countOf = (params: Readonly<Record<string, unknown>> | undefined, problems: readonly FieldProblem[]): number => Math.max(Number(params?.['problems'] ?? 0), problems.length);

function described({ system, entries }: CodeSystemDraft): Pick<CodeSystemCheck, 'system' | 'entryCount' | 'levels' | 'entries'> {
  const levels = new Map<string, number>();
  for (const { level } of entries) levels.set(level, (levels.get(level) ?? 0) + 1);
  return {
    system: { id: system.id, kind: system.kind, name: system.name, issuer: system.issuer ?? null, edition: system.edition ?? null, source: system.source, validFrom: system.validFrom ?? null, validUntil: system.validUntil ?? null },
    entryCount: entries.length,
    levels: [...levels].map(([level, count]) => ({ level, count })),
    entries: entries.slice(0, shownEntries).map(({ code, name, level, parent }) => ({ code, name, level, parent: parent ?? null })),
  };
}

/** What importing the file would do, and everything that stands against it; nothing is written. */
export const checkCodeSystem: Action<typeof checkReference> = async (context, { body }) => {
  const read = readCodeSystem(body.text);
  if (!read.ok) {
    const problems = read.problems ?? [];
    return ok({ system: null, replaces: null, entryCount: 0, levels: [], entries: [], problemCount: countOf(read.params, problems), problems: problems.map(placed) });
  }
  const draft = read.value;
  const builtIn: FieldProblem[] = (await isBuiltIn(context.db, draft.system.id)) ? [{ path: 'system.id', reason: 'codeSystemBuiltIn' }] : [];
  const built = buildCodeSystem(draft, await readOutsideParents(context.db, draft));
  const tree = built.ok ? [] : (built.problems ?? []);
  const replaces = (await listCodeSystemRows(context)).find((one) => one.id === draft.system.id) ?? null;
  return ok({ ...described(draft), replaces, problemCount: builtIn.length + (built.ok ? 0 : countOf(built.params, tree)), problems: [...builtIn, ...tree].map(placed) });
};
