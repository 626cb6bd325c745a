/** The door of the room: what rooms below it may use. */
export { indicatorModule } from './indicator.module.ts';
export { loadCrossTable, type LoadedTable } from './store/cross-table-read.store.ts';
export { readableTables } from './store/cross-table.store.ts';
export { publishTable, type PublishedCells } from './store/table-edition.store.ts';
export { findIndicators, insertIndicators, listIndicators, type IndicatorRow } from './store/indicator.store.ts';
export { indicatorsIn } from './store/indicator-filter.ts';
export { latestObservations, observationsOf, observedSubjects, shownObservations, type ObservationsAsked, type ObservationValue } from './store/observation-read.store.ts';
export { releaseObservations, writeObservations, type NewObservation } from './store/observation-write.store.ts';
export { readIndicators } from './actions/reading/reading.ts';
export { mayUse } from './words/observation.rules.ts';
export type { ReadAsked } from './store/reading.store.ts';
export type { CrossTableSummary } from './words/cross-table.schema.ts';
export type { ReadValue } from './words/reading.schema.ts';
export { breaksOf, type SubjectBreak } from './store/break.store.ts';
export { countReadable, countReleased, readableSubjects, readableValues, type ReadableSubject, type ReadableValue } from './store/readable-values.store.ts';
export { vintageExists } from './store/vintage.store.ts';
