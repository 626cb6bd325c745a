import type { Module } from '#platform/module/module.ts';
import { applyImportBatchAction, cancelImportStepAction, discardImportBatchAction, undoImportBatchAction } from './actions/apply-import-batch.ts';
import { campaignArea } from './actions/campaign.area.ts';
import { checkImportBatchAction, mapImportBatchAction } from './actions/check-import-batch.ts';
import { createImportBatchAction } from './actions/create-import-batch.ts';
import { decideImportRowsAction } from './actions/decide-import-rows.ts';
import { deskActions } from './actions/desk.area.ts';
import { matchArea } from './actions/match.area.ts';
import { assetArea } from './actions/asset.area.ts';
import { downloadImportTemplateAction } from './actions/download-import-template.ts';
import { exportRejectsWorkbookAction } from './actions/export-rejects-workbook.ts';
import { exportImportRejectsAction } from './actions/export-import-rejects.ts';
import { importHolding } from './actions/import-holding.ts';
import { getImportBatchAction, listImportBatchesAction, listImportQuestionsAction, listImportRowsAction, tallyImportRowsAction } from './actions/read-import-batches.ts';
import { intakeReasons, intakeRoutes } from './intake.contract.ts';
import { intakePermissions } from './words/import.rules.ts';
import { assetPermissions } from './words/asset.rules.ts';
import { importJobs } from './actions/run-steps.ts';
import { reporterArea } from './actions/reporter.area.ts';
import { seedIntake } from './actions/seed-intake.ts';
import { batchFacts, heldFiles } from './store/batch.store.ts';
import { workbookArea } from './actions/workbook.area.ts';
import { campaignPermissions } from './words/campaign.rules.ts';
import { reporterPermissions } from './words/reporter.rules.ts';
import { formPermissions } from './words/form.rules.ts';

export const intakeModule: Module = {
  room: 'intake',
  routes: intakeRoutes,
  actions: {
    ...assetArea.actions,
    'importBatch.create': createImportBatchAction,
    'importBatch.list': listImportBatchesAction,
    'importBatch.get': getImportBatchAction,
    'importBatch.map': mapImportBatchAction,
    'importBatch.check': checkImportBatchAction,
    'importBatch.decide': decideImportRowsAction,
    'importBatch.apply': applyImportBatchAction,
    'importBatch.discard': discardImportBatchAction,
    'importBatch.undo': undoImportBatchAction,
    'importBatch.cancel': cancelImportStepAction,
    'importBatch.rows': listImportRowsAction,
    'importBatch.questions': listImportQuestionsAction,
    'importBatch.tally': tallyImportRowsAction,
    'importBatch.rejects': exportImportRejectsAction,
    'importTarget.template': downloadImportTemplateAction,
    'importBatch.rejectsWorkbook': exportRejectsWorkbookAction,
    ...deskActions,
    ...matchArea.actions,
    ...campaignArea.actions,
    ...workbookArea.actions,
    ...reporterArea.actions,
  },
  permissions: { ...intakePermissions, ...assetPermissions, ...formPermissions, ...campaignPermissions, ...reporterPermissions },
  seed: seedIntake,
  reasons: { ...intakeReasons, ...matchArea.reasons, ...assetArea.reasons, ...campaignArea.reasons, ...workbookArea.reasons, ...reporterArea.reasons },
  contributions: { heldBlobs: [heldFiles], holdings: [importHolding], ...campaignArea.contributions, ...reporterArea.contributions },
  noticeKinds: { 'intake.read': {}, 'intake.checked': {}, 'intake.imported': {}, 'intake.undone': {}, 'intake.stepFailed': {}, ...assetArea.noticeKinds, ...campaignArea.noticeKinds, ...reporterArea.noticeKinds },
  jobs: { ...importJobs, ...campaignArea.jobs },
  subjects: {
    ...assetArea.subjects,
    importBatch: {
      byId: async (db, id) => (await batchFacts(db, [id])).get(id) ?? null,
      byIds: batchFacts,
      readPermission: 'import.read',
    },
    ...campaignArea.subjects,
    ...workbookArea.subjects,
    ...reporterArea.subjects,
  },
};
