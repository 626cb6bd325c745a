export { importFile, type ImportedFile } from './actions/import-file.ts';
export { intakeModule } from './intake.module.ts';
