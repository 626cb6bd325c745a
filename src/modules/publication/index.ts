/** The door of publication. */
export { publicationModule } from './publication.module.ts';
