import { isEmptyScope } from '#platform/auth/permission.rules.ts';
import type { Action, ImportTarget } from '#platform/module/module.ts';
import { ok } from '#platform/result/result.rules.ts';
import type { listImportTargets } from '../words/mapping.contract.ts';
import type { ImportTargetView } from '../words/mapping.schema.ts';

function targetView({ id, label, note: about, fields }: ImportTarget): ImportTargetView {
  return {
    id,
    label,
    note: about ?? null,
    fields: fields.map(({ key, label: name, required, kind = 'text', choices = [], note = null, example = null, perFile = false, repeats }) => ({ key, label: name, required, kind, choices: choices.map((choice) => ({ ...choice })), note, example, perFile, repeats: repeats !== undefined })),
  };
}

/** Only what the reader may create at least one record of. */
export const listImportTargetsAction: Action<typeof listImportTargets> = async (context) => {
  const usable = context.contributions.importTargets.filter((target) => !isEmptyScope(context.scope(target.permission)));
  return ok({ items: usable.map(targetView), limits: context.installation.importLimits });
};
