/** The door of record. */
export { recordModule } from './record.module.ts';
export { addSampleFile } from './seed.ts';
