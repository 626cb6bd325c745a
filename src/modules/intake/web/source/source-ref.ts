/** A source as a choice holds it. */
export interface SourceRef {
  id: string;
  title: string;
}
