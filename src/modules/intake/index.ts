export { importFile, type ImportedFile } from './actions/import-file.ts';
export { intakeModule } from './intake.module.ts';
export { readReportedValues, type FactsAsked, type ReportedFact } from './actions/campaign/reported-values.ts';
