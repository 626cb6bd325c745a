import { isEmptyScope } from '#platform/auth/permission.rules.ts';
import type { Action } from '#platform/module/module.ts';
import { fail, ok } from '#platform/result/result.rules.ts';
import type { downloadImportTemplate } from '../words/workbook.contract.ts';
import { workbookType } from '../write/workbook-type.ts';
import { writeTemplate } from '../write/write-template.ts';
import { targetOf } from './batch-view.ts';

export const downloadImportTemplateAction: Action<typeof downloadImportTemplate> = async (context, { params, query }) => {
  const target = targetOf(context, params.targetId);
  if (!target || isEmptyScope(context.scope(target.permission))) return fail('targetUnknown', { target: params.targetId });
  const language = query.language ?? context.language;
  const bytes = await writeTemplate(target, language, context.installation.importLimits);
  return ok({ name: `${target.id}-${language === 'en' ? 'template' : '模板'}.xlsx`, mediaType: workbookType, bytes, level: 'public' });
};
