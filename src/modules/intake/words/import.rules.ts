import { readPeriod } from '#kernel/quantity/read-period.ts';
import { fold } from '#kernel/text/fold.ts';
import { definePermissions } from '#platform/auth/define-permissions.rules.ts';
import type { Role } from '#platform/auth/permission.rules.ts';
import { canTransition, defineLifecycle, type TransitionVerdict } from '#platform/lifecycle/lifecycle.rules.ts';
import { batchStates, type BatchState } from './import.schema.ts';

const importers: readonly Role[] = ['operator', 'nationalOfficer', 'territorialOfficer', 'clusterStaff'];

export const intakePermissions = definePermissions({
  'import.create': { within: importers },
  'import.read': { within: importers },
  'import.apply': { within: importers },
});

/**
 * A batch is read, its columns mapped, its rows checked; then it goes in whole, or not at all. With a long file the steps
 * take a while: it is then `reading`, `checking`, `applying` or `undoing`, and a step that is cancelled or fails leaves it
 * where it stood.
 */
export const batchLifecycle = defineLifecycle<BatchState>({
  initial: 'reading',
  states: batchStates,
  transitions: [
    { verb: 'map', from: ['read', 'mapped', 'checked'], to: 'mapped', roles: importers },
    { verb: 'check', from: ['mapped', 'checked'], to: 'checked', roles: importers },
    { verb: 'name', from: ['read'], to: 'read', roles: importers },
    { verb: 'name', from: ['mapped'], to: 'mapped', roles: importers },
    { verb: 'name', from: ['checked'], to: 'checked', roles: importers },
    { verb: 'fix', from: ['checked'], to: 'checked', roles: importers },
    { verb: 'decide', from: ['checked'], to: 'checked', roles: importers },
    { verb: 'decide', from: ['applied'], to: 'applied', roles: importers },
    { verb: 'apply', from: ['checked'], to: 'applied', roles: importers, requires: ['somethingToWrite'] },
    { verb: 'discard', from: ['read', 'mapped', 'checked'], to: 'discarded', roles: importers },
    { verb: 'undo', from: ['applied'], to: 'undone', roles: importers },
    { verb: 'beginCheck', from: ['mapped', 'checked'], to: 'checking', roles: importers },
    { verb: 'beginApply', from: ['checked'], to: 'applying', roles: importers },
    { verb: 'beginUndo', from: ['applied'], to: 'undoing', roles: importers },
    { verb: 'finish', from: ['reading'], to: 'read', roles: importers },
    { verb: 'finish', from: ['checking'], to: 'checked', roles: importers },
    { verb: 'finish', from: ['applying'], to: 'applied', roles: importers },
    { verb: 'finish', from: ['undoing'], to: 'undone', roles: importers },
    { verb: 'cancel', from: ['reading'], to: 'discarded', roles: importers },
    { verb: 'cancel', from: ['checking'], to: 'mapped', roles: importers },
    { verb: 'cancel', from: ['applying'], to: 'checked', roles: importers },
    { verb: 'cancel', from: ['undoing'], to: 'applied', roles: importers },
  ],
});

export type BatchVerb = 'name' | 'map' | 'check' | 'fix' | 'decide' | 'apply' | 'discard' | 'undo' | 'cancel';

/** Whether a batch in this state may take the step; rights were checked before, so every importer's role counts. */
export function canStep(state: BatchState, verb: BatchVerb, fulfilled: ReadonlySet<string> = new Set(['somethingToWrite'])): TransitionVerdict<BatchState> {
  return canTransition(batchLifecycle, state, verb, importers, fulfilled);
}

/** What a person is expected to do next with a batch; null when it is finished. */
export function nextStep(state: BatchState, open: number): 'map' | 'check' | 'decide' | 'apply' | null {
  if (state === 'read') return 'map';
  if (state === 'mapped') return 'check';
  if (state === 'checked') return open > 0 ? 'decide' : 'apply';
  return state === 'applied' && open > 0 ? 'decide' : null;
}

const headerKey = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** What a mapping looks at in a target's field. */
export interface MappedField {
  key: string;
  label?: { zh: string; en: string };
  perFile?: true;
  repeats?: { of: 'rest' | 'periods'; unless: string };
}

/**
 * Suggests a field for each column by its header: the field whose hint equals the header, folded. The hints stand in
 * order of preference, and each field is suggested once: for the column that meets its best hint, the leftmost of equals.
 * A field that repeats is suggested for the columns that are left.
 */
export function suggestMapping(headers: readonly string[], fields: readonly (MappedField & { hints: readonly string[] })[]): (string | null)[] {
  const keys = headers.map(headerKey);
  const mapping = headers.map((): string | null => null);
  for (const field of fields) {
    for (const hint of [...field.hints, field.label?.zh ?? '', field.label?.en ?? ''].map(headerKey)) {
      const column = keys.findIndex((key, index) => key !== '' && key === hint && mapping[index] === null);
      if (column >= 0) {
        mapping[column] = field.key;
        break;
      }
    }
  }
  for (const { key, repeats } of fields) {
    if (!repeats || mapping.includes(repeats.unless)) continue;
    headers.forEach((header, index) => {
      if (mapping[index] === null && header.trim() !== '' && (repeats.of === 'rest' || readPeriod(header).ok)) mapping[index] = key;
    });
  }
  return mapping;
}

export type MappingProblem = { reason: 'mappingLength' | 'fieldUnknown' | 'fieldTwice' | 'fieldMissing'; field?: string };

/** Required fields are filled by a column or once for the file, each field once unless it repeats, and only fields that the target has. */
export function mappingProblems(
  mapping: readonly (string | null)[],
  columnCount: number,
  fields: readonly (MappedField & { required: boolean })[],
  constants: Readonly<Record<string, string>> = {},
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  if (mapping.length !== columnCount) problems.push({ reason: 'mappingLength' });
  const used = mapping.filter((field) => field !== null);
  const known = new Map(fields.map((field) => [field.key, field]));
  for (const field of new Set(used)) {
    if (!known.has(field)) problems.push({ reason: 'fieldUnknown', field });
    else if (used.filter((other) => other === field).length > 1 && !known.get(field)?.repeats) problems.push({ reason: 'fieldTwice', field });
  }
  for (const field of Object.keys(constants)) {
    if (!known.get(field)?.perFile) problems.push({ reason: 'fieldUnknown', field });
    else if (used.includes(field)) problems.push({ reason: 'fieldTwice', field });
  }
  const filled = new Set([...used, ...Object.keys(constants)]);
  for (const field of fields) if (field.required && !filled.has(field.key)) problems.push({ reason: 'fieldMissing', field: field.key });
  return problems;
}

/** `{{name}}` replaced by the parameter; an unknown one stays visible as a dash. */
export function fillIn(sentence: string, params: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(params[key] ?? '–'));
}
