/** The door of record. */
export { recordModule } from './record.module.ts';
export { attachFile } from './actions/file/add-file.ts';
export { addSampleFile } from './seed.ts';
