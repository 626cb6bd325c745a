import type { Module } from '#platform/module/module.ts';
import { fixImportRowsAction, skipImportRowsAction } from './fix-import-rows.ts';
import { getSourceQualityAction } from './get-source-quality.ts';
import { listImportTargetsAction } from './list-import-targets.ts';
import { planImportAction, planImportUndoAction } from './plan-import.ts';
import { previewImportAction } from './preview-import.ts';
import { rereadImportFileAction } from './reread-import-file.ts';
import { setImportSourceAction } from './set-import-source.ts';
import { suggestImportMappingAction } from './suggest-mapping.ts';

/** The desk where a file is mapped and put right before it goes in. */
export const deskActions: Module['actions'] = {
  'importTarget.list': listImportTargetsAction,
  'importBatch.suggestion': suggestImportMappingAction,
  'importBatch.preview': previewImportAction,
  'importBatch.reread': rereadImportFileAction,
  'importBatch.source': setImportSourceAction,
  'importBatch.fix': fixImportRowsAction,
  'importBatch.skip': skipImportRowsAction,
  'importBatch.plan': planImportAction,
  'importBatch.undoPlan': planImportUndoAction,
  'sourceQuality.get': getSourceQualityAction,
};
